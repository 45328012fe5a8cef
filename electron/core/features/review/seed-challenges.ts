import { newId } from '#shared/kernel/ids.ts';
import { SAMPLE_CHALLENGES } from '#resources/sample/challenges.ts';
import type { SampleDoors, SampleEvents } from './sample-doors.ts';

export async function raiseChallenges({ run, ask, session }: SampleDoors, events: SampleEvents): Promise<void> {
  for (const { agency, t, by, claim, proof, settled } of SAMPLE_CHALLENGES) {
    const eventId = events.of(agency, t)[0]!;
    const { rowVersion: eventRowVersion } = await ask('chronology.get', { id: eventId });
    const said = { id: newId(), eventId, eventRowVersion, field: 'description' as const, agencyId: null };
    const member = { ...session, name: by, post: by };
    const { id, rowVersion } = await run('challenge.raise', { ...said, claim, proof, sought: null }, member);
    if (settled !== null) await run('challenge.settle', { id, rowVersion, ...settled, correction: null });
  }
}
