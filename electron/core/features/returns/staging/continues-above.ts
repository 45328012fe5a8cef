import type { LaidRow } from './layout.ts';
import type { RowFields } from './row-fields.ts';
import { beginsInMidSentence, dateSaysContinued, isUnfinished, saysContinued } from './row-kinds.ts';

export type Above = {
  /** What the entry above tells so far. */
  before: string;
  /** Entries begin with small letters here, so that one says nothing. */
  smallLetters: boolean;
};

/** Whether a row plainly goes on with the entry above: no date, no source, and it begins in mid-sentence or says so. */
export function continuesAbove(row: LaidRow, fields: RowFields, { before, smallLetters }: Above): boolean {
  if (row.brokenOff) return true;
  const date = fields.cell(row, 'date');
  const dated = (date?.text.trim() ?? '') !== '' && date?.fromAbove !== true;
  if (dated && !dateSaysContinued(date!.text)) return false;
  const description = fields.cell(row, 'description');
  if (description?.fromAbove === true && description.text.trim() !== '') return true;
  const said = row.cells.some(
    (cell, column) =>
      fields.is(column, 'source', 'time', 'endDate', 'endTime', 'agency', 'reference') &&
      cell &&
      cell.text.trim() !== '' &&
      cell.fromAbove !== true,
  );
  if (said) return false;
  const text = description?.text.trim() ?? '';
  if (text === '') return date?.fromAbove === true || date?.text.trim() === '' || date === null;
  if (saysContinued(text) || dateSaysContinued(date?.text ?? '')) return true;
  if (row.raw.goesOn) return true;
  if (!beginsInMidSentence(text)) return false;
  return !smallLetters || isUnfinished(before);
}
