import type { RawMark, RawTableRow } from '../reader.ts';
import { firstAt } from './sheet-table.ts';

/** What is to be said of a place of a sheet; `row` null: of the sheet. */
export type PlacedMark = { row: number | null; mark: RawMark };

/** Hangs each mark on its row; answers those whose row is not read. */
export function hangMarks(rows: RawTableRow[], marks: readonly PlacedMark[]): RawMark[] {
  const rest: RawMark[] = [];
  for (const { row: number, mark } of marks) {
    const at = number === null ? -1 : firstAt(rows, number);
    const row = rows[at];
    if (number === null || row?.row !== number) rest.push(mark);
    else rows[at] = { ...row, marks: [...(row.marks ?? []), mark] };
  }
  return rest;
}
