import type { ReturnPreview } from '#shared/contract/returns.ts';
import type { Status } from '#renderer/ui/status-mark.tsx';

/** What was done with a date, in a word or two; the whole sentence stands among the problems. */
const WORDS: Readonly<Record<string, string>> = {
  asAbove: 'As above',
  bareHour: 'Hour without am or pm',
  endBeforeStart: 'Ends before it begins',
  endMissing: 'End not read',
  excelSerial: 'Excel’s number',
  impossible: 'No such day',
  impossibleTime: 'No such time',
  monthAssumed: 'Month from above',
  noYear: 'No year',
  oddYear: 'Year to look at',
  outOfScope: 'Outside the period',
  relative: 'Leans on the row above',
  severalDates: 'Several dates',
  severalTimes: 'Several times',
  slipRead: 'Slip put right',
  partlyRead: 'Only partly read',
  textBeside: 'Words beside it',
  twoDates: 'Two dates',
  twoReadings: 'Two readings',
  twoTimes: 'Two times',
  undated: 'No date',
  unread: 'Not read',
  unreadTime: 'Time not read',
  usOrder: 'Month first',
  wrongName: 'Name does not fit',
  wrongWeekday: 'Weekday does not fit',
  yearAssumed: 'Year from above',
};
export type DateNote = { status: Status | null; words: string };

/** Row → what to say about its date. Problems of the whole reading are gone through once. */
export function dateNotes(preview: ReturnPreview): (row: Row) => DateNote {
  const codes = new Map<string, string[]>();
  for (const { table, row, code } of preview.problems) {
    if (row === null || !Object.hasOwn(WORDS, code)) continue;
    const key = `${table} ${row}`;
    codes.set(key, [...(codes.get(key) ?? []), WORDS[code] ?? '']);
  }
  return (row) => {
    const found = [...new Set(codes.get(`${row.table} ${row.row}`) ?? [])];
    if (found.length > 0) return { status: 'look', words: found.slice(0, 2).join('; ') };
    if (row.dateNote !== null) return { status: 'look', words: 'To look at' };
    return plainNote(row);
  };
}
type Row = ReturnPreview['rows'][number];

function plainNote({ dateWritten, dateLabel }: Pick<Row, 'dateWritten' | 'dateLabel'>): DateNote {
  const label = dateLabel ?? '';
  if (!dateWritten?.trim()) return { status: 'note', words: 'As above' };
  if (label.startsWith('c. ')) return { status: 'note', words: 'About' };
  if (/^(from|until) /.test(label)) return { status: 'note', words: 'Open range' };
  if (/^[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2} \d{4}$/.test(label)) return { status: null, words: 'Exact' };
  return { status: 'note', words: label.includes('–') ? 'Range' : 'Part of it' };
}
