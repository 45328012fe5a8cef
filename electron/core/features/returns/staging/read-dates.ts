import { combineDateAndTime, combineRange } from '#shared/dates/combine.ts';
import { readDate } from '#shared/dates/read-date.ts';
import { readTime } from '#shared/dates/read-time.ts';
import { MONTH_NAMES as MONTHS } from '#shared/dates/calendar.ts';
import { formatDay, spanLabel } from '#shared/dates/format.ts';
import type { DateAnchor, DateReading } from '#shared/model/event-date.ts';
import type { RawCell, RawMoment } from '../readers/reader.ts';
import { askedAgain } from './asked-again.ts';
import { type DateColumn, endsAtMidnight, heldAgainst, NO_COLUMN, withoutMidnight } from './date-column.ts';
import { speaksOfTime } from './date-words.ts';
import { isDitto, isEmptyMark } from './ditto.ts';

/** The cells of a row that say when. */
export type DateCells = { date: string; time: string; endDate: string; endTime: string; moments?: CellMoments };
/** Those of them that the file holds as a date or a time. */
export type CellMoments = { [K in 'date' | 'time' | 'endDate' | 'endTime']?: RawMoment | undefined };
/** A date that stands by itself. */
export const dateAlone = (date: string, moment?: RawMoment): DateCells => ({
  date,
  time: '',
  endDate: '',
  endTime: '',
  ...(moment ? { moments: { date: moment } } : {}),
});
/** The last date that was read, and whether the row directly above had none: then a blank below it has none either. */
export type PreviousDate = {
  reading: DateReading;
  rowAboveUnread: boolean;
  /** It stands under a month: a bare number is a day of it. */
  underMonth?: boolean;
} | null;
export type Scope = { scopeFrom?: string | undefined; scopeTo?: string | undefined };

/** A clock time standing alone, as in a Time column. Three figures with dots are a date: 12.10.10. */
export function looksLikeTime(text: string): boolean {
  return /^\W{0,2}(?:(?:[01]?\d|2[0-4])\s?[:.]\s?[0-5]\d(?:\s?:\s?[0-5]\d)?\s?(?:hrs?|hours|h|[ap]\.?m\.?)?|(?:[01]\d|2[0-4])[0-5]\d\s?(?:hrs?|hours|h)?|1?\d\s?[ap]\.?m\.?|noon|midnight|midday|[ap]\.?m\.?)(?:\s?(?:-|–|to)\s?[\d:.apm\shr]{1,12})?$/i.test(
    text.trim(),
  );
}

/** Whether a cell is a date and little else: prose that happens to name a day is not. */
export function looksLikeDate(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= 60 && trimmed.length > 1 && isReadAsDate(trimmed);
}

const isReadAsDate = askedAgain((trimmed) => {
  if (trimmed.split(/\s+/).length > 9) return false;
  // A bare number is a date only where a whole column is: row numbers and ages are not.
  if (/^\d{1,3}$/.test(trimmed) || !speaksOfTime(trimmed)) return false;
  return readDate(trimmed, { previousEarliest: '2020-06-15', previousLatest: '2020-06-15' }).precision !== 'unknown';
});

/** As `looksLikeDate`, of a cell that may hold a date as such. */
export function isDateCell(cell: Pick<RawCell, 'text' | 'moment'>): boolean {
  return cell.moment ? cell.moment.earliest !== null && !cell.moment.asNumber : looksLikeDate(cell.text);
}

/** A moment as text that reads the same everywhere. */
export function momentText({ earliest, precision, time }: RawMoment): string {
  const day =
    earliest === null ? '' : precision === 'day' ? earliest : precision === 'month' ? earliest.slice(0, 7) : earliest.slice(0, 4);
  return [day, time ?? ''].filter((text) => text !== '').join(' ');
}

function readMoment(moment: RawMoment, written: string, timeless: boolean): DateReading {
  const time = timeless && moment.time === '00:00' ? null : moment.time;
  const message = `“${written}” is a spreadsheet’s day number. Read as ${formatDay(moment.earliest ?? '1900-01-01')}.`;
  return {
    earliest: moment.earliest,
    latest: moment.latest,
    precision: time !== null && moment.precision === 'day' ? 'time' : moment.precision,
    certainty: 'certain',
    time,
    endTime: null,
    alternatives: [],
    problems: moment.asNumber ? [{ code: 'excelSerial', message }] : [],
  };
}

/** A link to an empty cell shows nought as a date. */
function noughtReading(written: string): DateReading {
  const message = `“${written}” is what a spreadsheet shows for an empty cell. It is no date.`;
  return { ...readDate(''), problems: [{ code: 'impossible', message }] };
}

function timeOf(text: string, moment: RawMoment | undefined): ReturnType<typeof readTime> {
  if (moment && moment.time !== null) return { time: moment.time, endTime: null, approximate: false, problems: [] };
  return readClock(text.trim());
}

const readClock = askedAgain((text) => readTime(text));

/** Whether a cell names a whole month, season or year and nothing nearer: a heading between rows. */
export function looksLikePeriodHeading(text: string, previous: PreviousDate = null): DateReading | null {
  if (text.length > 60 || text.trim() === '') return null;
  const bare = text
    .replace(/[:–—-]+\s*$/, '')
    .replace(/\(?\bcont(?:inued|'d|d)?\b\.?\)?/i, '')
    .trim();
  if (bare === '') return null;
  const reading = readDate(bare, leaningOn(previous, {}));
  const { precision } = reading;
  // "Late" and "14:30" are of the date above.
  if (reading.problems.some(({ code }) => code === 'asAbove')) return null;
  if (precision === 'month' || precision === 'season' || precision === 'year') return reading;
  // Of spans only those of whole months or more are headings: "January – March 2024", not "12–14 March" or a week.
  const namesDay =
    /\d\s*[./-]\s*\d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)?\s*(?:[-–—&/]|to|and)?\s*(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[a-z]{3,}|w\W?[cbe]\b|week/i.test(
      text.replace(/\b(?:19|20)\d\d\s*[/-]\s*(?:\d{4}|\d\d)\b/g, ''),
    );
  // "Since 2023" over nothing is an entry that does not say what happened.
  const isWhole = reading.earliest !== null && reading.latest !== null;
  return precision === 'range' && isWhole && !namesDay ? reading : null;
}

function leaningOn(previous: PreviousDate, scope: Scope): DateAnchor {
  return {
    ...(previous?.reading.earliest ? { previousEarliest: previous.reading.earliest } : {}),
    ...(previous?.reading.latest ? { previousLatest: previous.reading.latest } : {}),
    ...(scope.scopeFrom ? { scopeFrom: scope.scopeFrom } : {}),
    ...(scope.scopeTo ? { scopeTo: scope.scopeTo } : {}),
  };
}

function ordinal(day: number): string {
  const ending =
    day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th';
  return `${day}${ending}`;
}

const DAYS = /^\d{1,2}(?:st|nd|rd|th)?(?:\s*(?:[-–—/&,]|to|and)\s*\d{1,2}(?:st|nd|rd|th)?)+$/i;
const PART = /^(?:early|mid|middle|late|end|beginning|start)$/i;

/** "12–14" or "Late" under the heading of a month: its days, or that part of it. */
function withinMonth(written: string, { earliest }: DateReading): DateReading | null {
  if (earliest === null || !(DAYS.test(written) || PART.test(written))) return null;
  // "3/18/24" is a date of its own.
  if (readDate(written).precision === 'day') return null;
  // "12/03" under "March" is the day and the month once more; days of one rise.
  const [first = 0, second = 0] = /^\d{1,2}\/\d{1,2}$/.test(written) ? written.split('/').map(Number) : [];
  if (second > 0 && (second <= first || second === Number(earliest.slice(5, 7)))) return null;
  const reading = readDate(`${written} ${MONTHS[Number(earliest.slice(5, 7)) - 1]} ${earliest.slice(0, 4)}`);
  if (reading.earliest === null) return null;
  const message = `“${written}” has no month or year. Read as ${spanLabel(reading)}, from the heading above.`;
  return { ...reading, problems: [{ code: 'monthAssumed', message }, ...reading.problems] };
}

/** When a row happened: its date cell, with the time, end date and end time that stand in cells of their own. */
export function readRowDate(
  cells: DateCells,
  previous: PreviousDate,
  scope: Scope,
  column: DateColumn = NO_COLUMN,
): { reading: DateReading; asWritten: string } {
  const anchor = leaningOn(previous, scope);
  const { date, time, endDate, endTime, moments = {} } = cells;
  // A time in a cell of its own is the time; from midnight to midnight is whole days.
  const dayOnly =
    column.midnight ||
    (!isEmptyMark(time) && timeOf(time, moments.time) !== null) ||
    (endsAtMidnight(date) && endsAtMidnight(cells.endDate));
  const inMonth = previous?.underMonth === true ? withinMonth(date.trim(), previous.reading) : null;
  const bareDay = inMonth === null && previous?.underMonth === true && /^\d{1,2}\.?$/.test(date.trim());
  const dated = bareDay ? ordinal(Number.parseInt(date, 10)) : withoutMidnight(date.trim(), { ...column, midnight: dayOnly });
  const leaning = date.trim() === '' || isDitto(date);
  const isNought = moments.date !== undefined && moments.date.earliest === null && moments.date.time === null;
  let reading = isNought
    ? noughtReading(date.trim())
    : moments.date && moments.date.earliest !== null
      ? readMoment(moments.date, date.trim(), dayOnly || !isEmptyMark(time))
      : leaning && previous?.rowAboveUnread
        ? readDate('')
        : (inMonth ?? heldAgainst(readDate(dated, anchor), dated, column));
  // A blank is the date above and no problem; "as above" is flagged.
  // The date above keeps what kind of date it is; its clock time was its own.
  if (
    (date.trim() === '' || isDitto(date)) &&
    previous &&
    reading.earliest !== null &&
    previous.reading.earliest === reading.earliest
  ) {
    const { precision, certainty } = previous.reading;
    reading = { ...reading, precision: precision === 'time' ? 'day' : precision, certainty, latest: previous.reading.latest };
    if (date.trim() === '') reading = { ...reading, problems: reading.problems.filter(({ code }) => code !== 'asAbove') };
  }
  if (!isEmptyMark(time)) {
    const read = timeOf(time, moments.time);
    const problem = { code: 'unreadTime', message: `The time “${time.trim()}” could not be read. What was written is kept.` };
    reading = read ? combineDateAndTime(reading, read) : { ...reading, problems: [...reading.problems, problem] };
  }
  reading = withEnd(reading, cells, anchor, dayOnly);
  const start = [date.trim(), time.trim()].filter((text) => text !== '').join(' ');
  const end = [endDate.trim(), endTime.trim()].filter((text) => text !== '').join(' ');
  return { reading, asWritten: end === '' ? start : `${start} – ${end}`.trim() };
}

function withEnd(start: DateReading, cells: DateCells, anchor: DateAnchor, dayOnly: boolean): DateReading {
  const endDate = cells.endDate.trim();
  const endTime = cells.endTime.trim();
  if (endDate === '' && endTime === '') return start;
  const { endDate: endMoment, endTime: timeMoment } = cells.moments ?? {};
  const time = endTime === '' ? null : timeOf(endTime, timeMoment);
  const wholeDay = time !== null || (dayOnly && endsAtMidnight(endDate));
  const unread =
    endTime !== '' && !time
      ? [{ code: 'unreadTime', message: `The end time “${endTime}” could not be read. What was written is kept.` }]
      : [];
  const own = {
    ...anchor,
    ...(start.earliest ? { previousEarliest: start.earliest } : {}),
    ...(start.latest ? { previousLatest: start.latest } : {}),
  };
  const day: DateReading =
    endDate === ''
      ? { ...start, time: null, endTime: null, alternatives: [], problems: [] }
      : endMoment && endMoment.earliest !== null
        ? readMoment(endMoment, endDate, wholeDay)
        : readDate(withoutMidnight(endDate, { ...NO_COLUMN, midnight: wholeDay }), own);
  if (endDate === '' && start.earliest === null) return { ...start, problems: [...start.problems, ...unread] };
  const end = combineDateAndTime(day, time);
  const whole = combineRange(start, end);
  return unread.length > 0 ? { ...whole, problems: [...whole.problems, ...unread] } : whole;
}
