import type { ChronologyTable } from './find-chronology.ts';
import type { LaidRow } from './layout.ts';
import type { StagingRecord } from './staging-record.ts';

/**
 * Rows of delimited text with more or fewer cells than the header. More: a comma in free text that was not put in quotes.
 * Where the text is the last column its parts go back together; elsewhere nobody can say which cells belong to which column.
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
    const count = row.raw.cells.length;
    const message = `This row has ${count} cells and the header ${expected}, so some may stand in the wrong column. The rest was kept beside the row.`;
    record.report(table.delimiter === undefined ? 'warning' : 'error', 'raggedRow', message, place);
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
