import type { OriginalLine } from '#shared/contract/return-original.ts';
import { jobs } from '../../../kernel/jobs.ts';
import { readOriginalPage } from '../../../workers/original-reader.ts';
import { readOriginal } from '../steps.ts';
import { eventsOfRows, originalHead, type RowSpan } from './steps.ts';

export const returnOriginalJobs = jobs({
  'returns.originalPage': async (job, { id, returnVersion, place, from, limit }) => {
    const head = await job.read(originalHead, { id, returnVersion, place });
    job.progress('Opening the original', 0, null);
    const page = await readOriginalPage(
      { key: `${id} ${head.sha256}`, file: head.file, lastRows: head.lastRows },
      async () => (await job.read(readOriginal, { id, returnVersion })).bytes,
      { place, words: head.words, from, limit },
      job.signal,
    );
    const spans = spansOf(page.lines);
    const events = new Map(
      (await job.read(eventsOfRows, { id, returnVersion: head.returnVersion, spans })).map(({ table, row, eventId }) => [
        `${table} ${row}`,
        eventId,
      ]),
    );
    const lines = page.lines.map((line) => ({ ...line, eventId: events.get(`${tableOf(line)} ${line.row}`) ?? null }));
    return { ...page, file: head.file, lines };
  },
});

const tableOf = (line: OriginalLine): number | string => (line.kind === 'row' ? line.table : 0);

/** Rows next to each other of one table, asked for together. */
function spansOf(lines: readonly OriginalLine[]): RowSpan[] {
  const spans: RowSpan[] = [];
  for (const line of lines) {
    const last = spans.at(-1);
    const table = tableOf(line);
    if (last?.table === table) last.to = Math.max(last.to, line.row);
    else spans.push({ table, from: line.row, to: line.row });
  }
  return spans;
}
