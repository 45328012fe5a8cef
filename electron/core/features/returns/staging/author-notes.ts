import { ERROR_CELL } from './error-cells.ts';
import type { LaidRow } from './layout.ts';
import type { RowFields } from './row-fields.ts';

/**
 * The widespread Word template lets an author write notes between the entries: their source begins with one of these
 * characters, and a date in the year 100 puts them first. "#4711" is a number.
 */
const MARKED = /^\s*[#^¬~]\s*(?!\d|#)\S/;
const YEAR_100 = /(?<!\d)0100(?!\d)/;

const isMarked = (text: string): boolean => MARKED.test(text) && !ERROR_CELL.test(text.trim());

/** Where nearly all rows begin so, it is how this agency writes its sources. */
export function marksAuthorNotes(rows: readonly LaidRow[], fields: RowFields): boolean {
  const sourced = rows.filter((row) => fields.first(row, 'source').trim() !== '');
  return sourced.filter((row) => isMarked(fields.first(row, 'source'))).length <= sourced.length * 0.75;
}

/** The column that makes a row a note of its author, or null. */
export function authorNoteAt(row: LaidRow, fields: RowFields, marked: boolean): number | null {
  const source = fields.column('source');
  if (source !== undefined && marked && isMarked(row.texts[source] ?? '')) return source;
  return YEAR_100.test(fields.first(row, 'date')) ? (fields.column('date') ?? null) : null;
}
