import type { RawCell } from '../readers/reader.ts';
import type { ChronologyTable } from './chronology-table.ts';
import type { LaidRow } from './layout.ts';
import { isDateCell } from './read-dates.ts';
import type { StagingRecord } from './staging-record.ts';

/**
 * Rows of delimited text with more or fewer cells than the header. More: a comma in free text that was not put in quotes.
 * Where the text is the last column, or blanks tell its parts, they go back together; else nobody can say which cells belong to
 * which column.
 */
export function mendRagged(row: LaidRow, found: ChronologyTable, record: StagingRecord, shortIsUsual: boolean): LaidRow {
  const { table, columns } = found;
  const place = { table: table.ref, row: row.raw.row };
  const expected = columns.length;
  if (row.extra.length > 0) {
    const description = columns.findIndex((column) => column.field === 'description');
    if (table.delimiter !== undefined && description === expected - 1) {
      const text = [row.texts[description]!, ...row.extra.map((cell) => cell.text)].join(table.delimiter);
      record.report(
        'warning',
        'raggedRow',
        'This row has more cells than the header. The last ones were put back together.',
        place,
      );
      const cells = row.cells.map((cell, column) => (column === description && cell ? { ...cell, text } : cell));
      return { ...row, cells, texts: row.texts.map((t, column) => (column === description ? text : t)), extra: [] };
    }
    const mended = table.delimiter === undefined ? null : putTogether(row, columns.length, table.delimiter);
    if (mended) {
      record.report(
        'warning',
        'raggedRow',
        'This row has more cells than the header. Those that are parts of one text were put back together; compare it with the file.',
        place,
      );
      return mended;
    }
    const count = row.raw.cells.length;
    const message = `This row has ${count} cells and the header ${expected}, so some may stand in the wrong column. The rest was kept beside the row.`;
    // Where the date still stands in its column nothing is lost and the row can be compared; else it is a row out of joint.
    const date = columns.findIndex((column) => column.field === 'date');
    const outOfJoint = table.delimiter !== undefined && !isDateCell(row.cells[date] ?? { text: '' });
    record.report(outOfJoint ? 'error' : 'warning', 'raggedRow', message, place);
    return row;
  }
  const short = table.delimiter !== undefined && row.raw.cells.length > 1 && row.raw.cells.length < expected;
  if (short && !shortIsUsual) {
    record.report(
      'warning',
      'raggedRow',
      `This row has ${row.raw.cells.length} cells and the header ${expected}. The missing ones were read as empty.`,
      place,
    );
  }
  return row;
}

/**
 * A delimiter inside a text has a blank behind it, which those between cells have not: as many such cells as there are too
 * many go back to the cell before.
 */
function putTogether(row: LaidRow, columns: number, delimiter: string): LaidRow | null {
  const parts = row.raw.cells.map((cell) => cell.text);
  const surplus = parts.length - columns;
  const goesOn = parts.map((text, i) => i > 0 && /^ \S/.test(text) && parts[i - 1]!.trim() !== '');
  const byBlank = goesOn.filter(Boolean).length === surplus;
  if (!byBlank) return null;
  const texts: string[] = [];
  parts.forEach((text, i) => {
    if (goesOn[i]) texts[texts.length - 1] += delimiter + text;
    else texts.push(text);
  });
  const cells = texts.map((text, column): RawCell => ({ ...row.raw.cells[column]!, text, column }));
  const raw = { ...row.raw, cells };
  return { ...row, raw, cells, texts, extra: [] };
}
