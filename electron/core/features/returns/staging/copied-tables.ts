import type { TableRef } from '#shared/model/agency-return.ts';
import type { StagingRecord } from './staging-record.ts';

/** Fewer entries, or a smaller part of a table, may well be alike by themselves. */
const LEAST = 3;
const MOST_OF_IT = 0.8;

type Tally = { entries: number; copies: Map<TableRef, number> };

/** A sheet that was copied to be worked on, and sent with its copy: its entries would stand in the chronology twice. */
export function reportCopies(record: StagingRecord): void {
  const first = new Map<string, TableRef>();
  const tallies = new Map<TableRef, Tally>();
  for (const { date, description, rows } of record.events) {
    const ref = record.rows[rows[0]!]!.table;
    const tally = tallies.get(ref) ?? { entries: 0, copies: new Map<TableRef, number>() };
    tallies.set(ref, tally);
    tally.entries++;
    if (date.earliest === null || description === '') continue;
    const told = `${date.earliest} ${date.latest} ${date.time} ${description}`;
    const known = first.get(told);
    if (known === undefined) first.set(told, ref);
    else if (known !== ref) tally.copies.set(known, (tally.copies.get(known) ?? 0) + 1);
  }
  for (const [table, { entries, copies }] of tallies) {
    for (const [other, count] of copies) {
      if (count < LEAST || count < entries * MOST_OF_IT) continue;
      const where = typeof other === 'string' ? `the sheet “${other}”` : `table ${other}`;
      const message = `${count} of the ${entries} entries here stand in ${where} as well, word for word, so they were read twice. Look whether one is a copy of the other.`;
      record.report('warning', 'copiedTable', message, { table });
    }
  }
}
