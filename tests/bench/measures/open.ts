import { pbkdf2Sync } from 'node:crypto';
import { join } from 'node:path';
import { keyFor, openReview, type OpenedReview } from '#core/review-file/open-review.ts';
import { NOW, PASSPHRASE, SALT, SESSION } from '../inputs/review.ts';
import { type Measure, more, ratio } from '../measure.ts';

const FILE = 'events-100000.review';

export const openMeasures: readonly Measure[] = [
  {
    id: 'open',
    work: 'Open a review of 100,000 events with its passphrase',
    needs: [FILE],
    goals: [
      { text: '≤ 1.3 × the key derivation', value: ratio('ours', 'floor'), most: 1.3 },
      { text: 'first rows ≤ 1 s', value: more('ours', 'until the first rows'), most: 1_000 },
    ],
    variants: [
      {
        name: 'ours',
        role: 'ours',
        runs: 5,
        prepare: (folder) => {
          const path = join(folder, FILE);
          let rows = 0;
          let start = 0;
          let opened: OpenedReview | null = null;
          const shut = async (): Promise<void> => {
            if (!opened) return;
            await opened.core.query('chronology.page', { filter: {}, from: null, limit: 100 }, SESSION, NOW);
            rows = performance.now() - start;
            await opened.close();
            opened = null;
          };
          return {
            before: shut,
            run: async () => {
              start = performance.now();
              const how = {
                path,
                who: SESSION.name,
                threads: false,
                dataFolder: folder,
                now: () => Date.parse(NOW),
                onRows: () => {},
              };
              opened = await openReview(how, await keyFor(path, { passphrase: PASSPHRASE }));
            },
            finish: async () => {
              // The last opening is followed by its first rows at once; the others wait for the next run.
              await shut();
              return { 'until the first rows': rows };
            },
          };
        },
      },
      {
        name: 'floor',
        role: 'floor',
        runs: 5,
        prepare: () => ({ run: () => pbkdf2Sync(PASSPHRASE, SALT, 256_000, 32, 'sha512') }),
      },
    ],
  },
];
