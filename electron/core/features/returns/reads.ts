import { openZip } from '#core/formats/open-zip.ts';
import { READ_LIMITS } from './readers/limits.ts';
import type { RawTableRow } from './readers/reader.ts';
import { readXlsx } from './readers/xlsx/read-xlsx.ts';
import { isWorkbook } from './readers/xlsx/workbook-package.ts';

export { kindByContents } from './readers/kind-by-contents.ts';

/** Whether a zip is an Excel workbook, by what is inside. */
export const isWorkbookFile = (bytes: Uint8Array): boolean => isWorkbook(openZip(bytes));

/** Each sheet of a workbook as it shows, without what is hidden from sight in columns. Throws the returns' refusals. */
export function readSheets(bytes: Uint8Array): { name: string; rows: RawTableRow[] }[] {
  return readXlsx(bytes, READ_LIMITS).tables.map(({ ref, rows, hidden }) => ({
    name: String(ref),
    rows: rows.map((row) => (hidden ? { ...row, cells: row.cells.filter((cell) => !hidden.has(cell.column)) } : row)),
  }));
}
