import type { TableRef } from '#shared/model/agency-return.ts';
import { columnLetters } from '../readers/xlsx/cell-ref.ts';

/** Column names as written; nameless ones by their place, and the same name again with a number. */
export function uniqueNames(headings: readonly string[], places?: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading, index) => {
    const name = heading === '' ? `Column ${places?.[index] ?? index + 1}` : heading;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** How a person calls a column of a table's grid: by its letters in a sheet, else by its number. */
export function columnPlace(ref: TableRef, column: number): string {
  return typeof ref === 'string' ? columnLetters(column) : String(column + 1);
}
