import { join } from 'node:path';
import { openInline } from '#core/engine/inline-core.ts';
import { writeBareRows } from '../floors/bare-rows.ts';
import { addReturns, begin, benchKey, emptyReview, stagedReturns } from '../inputs/review.ts';
import { type Measure, ratio } from '../measure.ts';

const EVENTS = 100_000;

export const loadMeasures: readonly Measure[] = [
  {
    id: 'load',
    work: 'Load 100,000 events, encrypted, with rows as sent, indexes, search and history',
    needs: [],
    goals: [{ text: '≤ 4 × bare encrypted rows', value: ratio('ours', 'floor'), most: 4 }],
    variants: [
      {
        name: 'ours',
        role: 'ours',
        prepare: (folder) => {
          const returns = stagedReturns(EVENTS);
          const path = join(folder, 'load.review');
          return {
            run: async () => {
              emptyReview(path);
              const core = openInline({ path, key: benchKey(), readOnly: false }, () => {});
              await begin(core);
              await addReturns(core, returns);
              await core.close();
            },
          };
        },
      },
      {
        name: 'floor',
        role: 'floor',
        prepare: (folder) => {
          const returns = stagedReturns(EVENTS);
          return { run: () => writeBareRows(join(folder, 'bare.db'), returns) };
        },
      },
      {
        // What a review must hold at the least: the entries, and the rows as the agency sent them.
        name: 'bare, with rows as sent',
        role: 'peer',
        prepare: (folder) => {
          const returns = stagedReturns(EVENTS);
          return { run: () => writeBareRows(join(folder, 'bare-sent.db'), returns, { asSent: true }) };
        },
      },
    ],
  },
];
