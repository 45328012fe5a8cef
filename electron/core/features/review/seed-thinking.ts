import { newId } from '#shared/kernel/ids.ts';
import { SAMPLE_MEMOS, SAMPLE_PASSAGES } from '#resources/sample/thinking.ts';
import type { SampleDoors, SampleEvents } from './sample-doors.ts';

/** Words that carry a theme, and memos. */
export async function writeThinking(
  { run, ask }: SampleDoors,
  events: SampleEvents,
  themes: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { agency, t, words, theme } of SAMPLE_PASSAGES) {
    const eventId = events.of(agency, t)[0]!;
    const { fields, rowVersion: eventRowVersion } = await ask('chronology.get', { id: eventId });
    const start = fields.find(({ field }) => field === 'description')?.text.indexOf(words) ?? -1;
    if (start < 0) throw new Error(`the sample's words “${words}” stand in no entry of ${agency} ${t}`);
    const span = { field: 'description' as const, start, end: start + words.length, words };
    await run('passage.tag', { id: newId(), themeId: themes.get(theme)!, eventId, eventRowVersion, ...span });
  }
  for (const { title, body, entries, themes: about } of SAMPLE_MEMOS) {
    const eventIds = entries.map(({ agency, t }) => events.of(agency, t)[0]!);
    await run('memo.add', { id: newId(), title, body, eventIds, themeIds: about.map((code) => themes.get(code)!) });
  }
}
