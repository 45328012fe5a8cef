import type { ReturnField, ReturnFormat, StagedColumn } from '#shared/model/agency-return.ts';

/** What each field is called on screen, in the order in which an entry is read. */
export const FIELD_WORDS: Record<ReturnField, string> = {
  date: 'Date',
  endDate: 'End date',
  time: 'Time',
  endTime: 'End time',
  source: 'Source',
  description: 'What was recorded',
  response: 'Response',
  outcome: 'Outcome',
  childVoice: 'Child’s voice',
  agencyComment: 'Agency’s comment',
  involved: 'Who was involved',
  agency: 'Agency',
  reference: 'Reference',
  other: 'Keep',
  ignore: 'Leave out',
};
export const FIELDS = Object.keys(FIELD_WORDS) as ReturnField[];

/** Why a column was taken for what it was. */
export const WHY_WORDS: Record<StagedColumn['because'], string> = {
  name: 'by heading',
  contents: 'by contents',
  remembered: 'as last time',
  given: 'placed by you',
  unknown: 'not known',
};

/** As a spreadsheet letters its columns: A … Z, AA … */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnLetter(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** What each kind of file is called on screen. */
export const FORMAT_WORDS: Record<ReturnFormat, string> = { docx: 'Word document', xlsx: 'Excel workbook', csv: 'CSV text' };
