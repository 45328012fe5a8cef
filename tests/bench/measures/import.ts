import { monitorEventLoopDelay } from 'node:perf_hooks';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReviewCore } from '#core/engine/review-core.ts';
import { returnsJobs } from '#core/features/returns/jobs.ts';
import { openThreaded } from '#core/threads/threaded-core.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { EventRow } from '#shared/model/chronology-event.ts';
import { scanCsv } from '../floors/csv-scan.ts';
import { scanTable } from '../floors/docx-scan.ts';
import { writeBareRows } from '../floors/bare-rows.ts';
import { benchKey, NOW, SESSION, staged as stagedOf } from '../inputs/review.ts';
import { jobContext } from '../job-context.ts';
import { entries } from '../inputs/entries.ts';
import { type Goal, type Measure, more, time } from '../measure.ts';

type Page = { rows: EventRow[] };
const firstPage = (core: ReviewCore): Promise<Page> =>
  core.query('chronology.page', { filter: {}, from: null, limit: 100 }, SESSION, NOW) as Promise<Page>;

function wholeImport({ id, file, rows, goals }: { id: string; file: string; rows: number; goals: readonly Goal[] }): Measure {
  return {
    id,
    work: `Whole import of ${file.endsWith('csv') ? 'a CSV' : 'a DOCX'}, ${rows.toLocaleString('en-GB')} rows (read, map, dates, stage, commit, index)`,
    needs: [file, 'events-2000.review'],
    goals,
    variants: [
      {
        name: 'ours',
        role: 'ours',
        prepare: (folder) => {
          const bytes = readFileSync(join(folder, file));
          let n = 0;
          let longest = 0;
          let edit = 0;
          const stages: Record<string, number> = {};
          let pause = 0;
          let core: ReviewCore | null = null;
          const shut = async (): Promise<void> => {
            await core?.close();
            core = null;
          };
          return {
            before: async () => {
              await shut();
              const path = join(folder, `import-${++n}.review`);
              copyFileSync(join(folder, 'events-2000.review'), path);
              core = await openThreaded({ path, key: benchKey(), readOnly: false }, () => {});
              await firstPage(core);
            },
            run: async () => {
              const open = core!;
              const row = (await firstPage(open)).rows[0]!;
              const adding = new AbortController();
              const looking = (async () => {
                while (!adding.signal.aborted) {
                  const start = performance.now();
                  await firstPage(open);
                  longest = Math.max(longest, performance.now() - start);
                  await new Promise((resolve) => setTimeout(resolve, 25));
                }
              })();
              const begun = performance.now();
              // One for each run: its own time between two runs would count as a pause.
              const pauses = monitorEventLoopDelay({ resolution: 5 });
              pauses.enable();
              const job = jobContext(open, { receiveFile: () => Promise.resolve({ name: file, bytes: new Uint8Array(bytes) }) });
              let readAt = Number.POSITIVE_INFINITY;
              const staged = new Promise<void>((resolve) => {
                job.progress = (label) => {
                  if (label !== 'Adding to the chronology') return;
                  readAt = performance.now();
                  // By now the commit stands in the writer's queue.
                  setImmediate(resolve);
                };
              });
              const added = returnsJobs['returns.import'](job, { file, agency: 'Youth justice', acceptProblems: true });
              await Promise.race([staged, added]);
              // Somebody annotates just as the return goes in.
              const editing = performance.now();
              await open.command(
                'annotation.add',
                { id: newId(), eventId: row.id, eventRowVersion: row.rowVersion, body: 'Look at this again.' },
                SESSION,
                NOW,
              );
              edit = Math.max(edit, performance.now() - editing);
              const { added: entries } = await added;
              const end = performance.now();
              if (entries !== rows) throw new Error(`${entries} entries`);
              stages['read and stage'] = readAt - begun;
              stages['commit and index'] = end - readAt;
              pauses.disable();
              pause = Math.max(pause, pauses.max / 1e6);
              adding.abort();
              await looking;
            },
            finish: async () => {
              await shut();
              return {
                'longest query': longest,
                'an edit in between': edit,
                'longest pause of the host': pause,
                ...stages,
              };
            },
          };
        },
      },
      {
        name: 'floor',
        role: 'floor',
        prepare: (folder) => {
          const bytes = readFileSync(join(folder, file));
          const returns = [stagedOf('Youth justice', entries(rows, 11))];
          return {
            run: () => {
              (file.endsWith('csv') ? scanCsv : scanTable)(bytes);
              writeBareRows(join(folder, 'import-floor.db'), returns);
            },
          };
        },
      },
    ],
  };
}

export const importMeasures: readonly Measure[] = [
  wholeImport({
    id: 'import',
    file: 'return-10000.docx',
    rows: 10_000,
    goals: [
      { text: '≤ 2.5 s', value: time('ours'), most: 2_500 },
      { text: 'no query waits > 50 ms', value: more('ours', 'longest query'), most: 50 },
    ],
  }),
  wholeImport({
    id: 'import-csv',
    file: 'return-100000.csv',
    rows: 100_000,
    goals: [{ text: 'no query waits > 50 ms', value: more('ours', 'longest query'), most: 50 }],
  }),
];
