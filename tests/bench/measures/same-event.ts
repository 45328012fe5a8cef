import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { accountJobs } from '#core/features/accounts/jobs.ts';
import { openInline } from '#core/engine/inline-core.ts';
import { benchKey } from '../inputs/review.ts';
import { jobContext } from '../job-context.ts';
import { type Measure, more, time } from '../measure.ts';

const FILE = 'events-100000.review';

/** The whole job over a review: read every entry, compare within the moving window, keep what is found. */
export const sameEventMeasures: readonly Measure[] = [
  {
    id: 'same-event',
    work: 'Find the same event among 100,000 entries of ten agencies',
    needs: [FILE],
    goals: [
      { text: '≤ 30 s', value: time('ours'), most: 30_000 },
      { text: 'no step in between over 200 ms', value: more('ours', 'longest step'), most: 200 },
    ],
    variants: [
      {
        name: 'ours',
        role: 'ours',
        runs: 1,
        prepare: (folder) => {
          const path = join(folder, 'same-event.review');
          copyFileSync(join(folder, FILE), path);
          const core = openInline({ path, key: benchKey(), readOnly: false }, () => {});
          let longest = 0;
          let found = { entries: 0, shown: 0, weaker: 0 };
          const step = async <T>(work: () => Promise<T>): Promise<T> => {
            const start = performance.now();
            const answer = await work();
            longest = Math.max(longest, performance.now() - start);
            return answer;
          };
          return {
            run: async () => {
              found = await accountJobs['accounts.propose'](jobContext(core, { step }), {});
            },
            finish: async () => {
              await core.close();
              rmSync(path, { force: true });
              return { 'longest step': longest, 'pairs shown (number)': found.shown, 'weaker pairs (number)': found.weaker };
            },
          };
        },
      },
    ],
  },
];
