import { closeSync, copyFileSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openInline } from '#core/engine/inline-core.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { EventRow } from '#shared/model/chronology-event.ts';
import { benchKey, NOW, SESSION } from '../inputs/review.ts';
import { type Measure, median, more, OURS, FLOOR, type Results } from '../measure.ts';

const FILE = 'events-100000.review';
/** In one run, so that a run is long enough to time. */
const EDITS = 40;
const one = (results: Results): number | null => {
  const ours = more(OURS, 'one edit')(results);
  const floor = more(FLOOR, 'one write')(results);
  return ours !== null && floor !== null ? ours / floor : null;
};

export const editMeasures: readonly Measure[] = [
  {
    id: 'edit',
    work: `${EDITS} corrections, each durable, with change set, audit and index, 100,000 events`,
    needs: [FILE],
    goals: [{ text: '≤ 3 × fdatasync of 4 KB', value: one, most: 3 }],
    variants: [
      {
        name: OURS,
        role: 'ours',
        warmUps: 1,
        prepare: async (folder) => {
          const path = join(folder, 'edit.review');
          copyFileSync(join(folder, FILE), path);
          const core = openInline({ path, key: benchKey(), readOnly: false }, () => {});
          const { rows } = (await core.query('chronology.page', { filter: {}, from: null, limit: 500 }, SESSION, NOW)) as {
            rows: EventRow[];
          };
          let at = 0;
          const each: number[] = [];
          return {
            run: async () => {
              for (let i = 0; i < EDITS; i++) {
                const row = rows[at++]!;
                const start = performance.now();
                await core.command(
                  'chronology.correct',
                  {
                    id: newId(),
                    eventId: row.id,
                    eventRowVersion: row.rowVersion,
                    field: 'description',
                    to: `${row.text} Confirmed.`,
                    reason: 'The agency wrote to say so.',
                  },
                  SESSION,
                  NOW,
                );
                each.push(performance.now() - start);
              }
            },
            finish: async () => {
              await core.close();
              rmSync(path);
              return { 'one edit': median(each.slice(EDITS)) };
            },
          };
        },
      },
      {
        name: FLOOR,
        role: 'floor',
        warmUps: 1,
        prepare: (folder) => {
          const file = openSync(join(folder, 'sync.bin'), 'w');
          const block = new Uint8Array(4_096).fill(7);
          const each: number[] = [];
          return {
            run: () => {
              for (let i = 0; i < EDITS; i++) {
                const start = performance.now();
                writeSync(file, block);
                fdatasyncSync(file);
                each.push(performance.now() - start);
              }
            },
            finish: () => {
              closeSync(file);
              return { 'one write': median(each.slice(EDITS)) };
            },
          };
        },
      },
    ],
  },
];
