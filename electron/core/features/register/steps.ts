import { toBlob } from '../../db/sql.ts';
import { registerEntries } from '../../kernel/lens.ts';
import { readStep, writeStep } from '../../kernel/steps.ts';
import { addPersonWeeks, forgetPersonWeeks } from '../lanes/writes.ts';
import { countMentions, type MentionCounts } from './asks.ts';

export const countPage = readStep('countPage', (db, input: { from: number | null; limit: number }, ctx) =>
  countMentions(db, ctx.lens, input.from, input.limit),
);

export const readRegister = readStep('readRegister', (db, _input: Record<string, never>) => registerEntries(db));

const KEEP = `INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value`;

/** Counts are derived and can be made again at any time: they stand outside history. */
export const keepCounts = writeStep({
  step: 'keepCounts',
  command: 'register.recount',
  label: 'Count mentions',
  undo: 'journal',
  run: (store, input: MentionCounts & { first: boolean; last: boolean }, ctx) => {
    if (input.first) {
      store.tx.run(`DELETE FROM "mentionSummary"`);
      store.tx.run(`DELETE FROM "mentionSpelling"`);
      forgetPersonWeeks(store.tx);
    }
    for (const row of input.perEvent) {
      store.tx.run(
        `INSERT INTO "mentionSummary" ("entryId", "eventId", mentions, ask) VALUES (?,?,?,?)`,
        toBlob(row.entryId),
        toBlob(row.eventId),
        row.mentions,
        row.ask,
      );
    }
    addPersonWeeks(store.tx, input.perEvent);
    for (const row of input.spellings) {
      store.tx.run(
        `INSERT INTO "mentionSpelling" ("entryId", spelling, mentions) VALUES (?,?,?) ON CONFLICT("entryId", spelling) DO UPDATE SET mentions = mentions + excluded.mentions`,
        toBlob(row.entryId),
        row.spelling,
        row.mentions,
      );
    }
    if (input.last) {
      store.tx.run(KEEP, 'mentionsCountedAt', ctx.now);
      store.tx.run(KEEP, 'mentionsStale', '0');
    }
    return null;
  },
});
