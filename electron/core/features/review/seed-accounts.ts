import { newId } from '#shared/kernel/ids.ts';
import { SAMPLE_GROUPS } from '#resources/sample/accounts.ts';
import type { SampleDoors, SampleEvents } from './sample-doors.ts';

/** One event as several tell it: grouped, the account that is relied on, and what does not agree. */
export async function groupAccounts({ run, ask }: SampleDoors, events: SampleEvents): Promise<void> {
  const groups = SAMPLE_GROUPS.map(({ accounts, ...group }) => ({
    ...group,
    id: newId(),
    eventIds: accounts.flatMap(({ agency, t }) => events.of(agency, t)),
  }));
  await run('accounts.makeGroups', { groups: groups.map(({ id, eventIds }) => ({ id, eventIds })) });
  for (const { id, relied, contradiction } of groups) {
    if (relied !== null) {
      const { rowVersion } = await ask('accounts.group', { id });
      await run('accounts.rely', { id, rowVersion, eventId: events.of(relied.agency, relied.t)[0]!, reason: relied.why });
    }
    if (contradiction !== undefined) {
      const [aId, bId] = [contradiction.a, contradiction.b].map(({ agency, t }) => events.of(agency, t)[0]!);
      await run('accounts.noteContradiction', { id: newId(), aId: aId!, bId: bId!, words: contradiction.words });
    }
  }
}
