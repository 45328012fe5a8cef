import type { LaidRow } from './layout.ts';
import type { RowFields } from './row-fields.ts';
import { quoted, type StagingRecord } from './staging-record.ts';

/** What a spreadsheet shows where a formula failed or a column was too narrow. */
export const ERROR_CELL =
  /^#(?:ref!|n\/a|value!|name\?|div\/0!|null!|num!|spill!|calc!|field!|blocked!|connect!|busy!|unknown!|python!|external!|getting_data|#{2,})\s*$/i;

export function reportErrorCells(row: LaidRow, fields: RowFields, record: StagingRecord): void {
  row.texts.forEach((text, column) => {
    if (!text.startsWith('#') || !ERROR_CELL.test(text)) return;
    const message = `${quoted(text)} is what a spreadsheet shows for a cell that it could not work out. Ask the agency what stood there.`;
    record.report('warning', 'errorCell', message, fields.at(row, column));
  });
}
