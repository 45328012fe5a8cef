import { dayNumber, type IsoDay, partsOf, weekdayOf } from '../kernel/clock.ts';
import type { DateReading } from '../model/event-date.ts';
import { daysInMonth, MONTH_NAMES, WEEKDAY_NAMES } from './calendar.ts';

const shortMonth = (month: number): string => (month === 9 ? 'Sep' : (MONTH_NAMES[month - 1] ?? '').slice(0, 3));

/** "Mon 15 Sep 2025". */
export function formatDay(day: IsoDay): string {
  const n = dayNumber(day);
  const { year, month, day: date } = partsOf(n);
  return `${(WEEKDAY_NAMES[weekdayOf(n)] ?? '').slice(0, 3)} ${date} ${shortMonth(month)} ${year}`;
}

/** "Monday 15 September 2025". */
export function formatLongDay(day: IsoDay): string {
  const n = dayNumber(day);
  const { year, month, day: date } = partsOf(n);
  return `${WEEKDAY_NAMES[weekdayOf(n)]} ${date} ${MONTH_NAMES[month - 1]} ${year}`;
}

/** "22–28 Sep 2025", "28 Sep – 4 Oct 2025", "Sep 2025", "Jan–Mar 2009", "2010"; a day with its weekday. */
export function formatSpan(earliest: IsoDay, latest: IsoDay): string {
  if (earliest === latest) return formatDay(earliest);
  const a = partsOf(dayNumber(earliest));
  const b = partsOf(dayNumber(latest));
  if (a.day === 1 && b.day === daysInMonth(b.year, b.month)) {
    if (a.month === 1 && b.month === 12) return a.year === b.year ? `${a.year}` : `${a.year}–${b.year}`;
    if (a.year !== b.year) return `${shortMonth(a.month)} ${a.year} – ${shortMonth(b.month)} ${b.year}`;
    return a.month === b.month ? `${shortMonth(a.month)} ${a.year}` : `${shortMonth(a.month)}–${shortMonth(b.month)} ${a.year}`;
  }
  const end = `${b.day} ${shortMonth(b.month)} ${b.year}`;
  if (a.year !== b.year) return `${a.day} ${shortMonth(a.month)} ${a.year} – ${end}`;
  return a.month === b.month ? `${a.day}–${end}` : `${a.day} ${shortMonth(a.month)} – ${end}`;
}

/** A reading for people: "c. 8 Sep 2025", "early Nov 2025", "c. Feb 2023", "from 3 May 2010", "Date not known". */
export function dateLabel(reading: DateReading): string {
  const { earliest, latest } = reading;
  if (earliest === null && latest === null) return 'Date not known';
  const mark = reading.certainty === 'uncertain' ? '? ' : '';
  if (earliest === null) return `${mark}until ${formatDay(latest ?? '')}`;
  if (latest === null) return `${mark}from ${formatDay(earliest)}`;
  if (reading.certainty !== 'approximate') return `${mark}${formatSpan(earliest, latest)}`;
  if (earliest === latest) return `c. ${formatDay(earliest).slice(4)}`;
  return reading.precision === 'range'
    ? (partLabel(earliest, latest) ?? formatSpan(earliest, latest))
    : vagueSpan(reading, earliest, latest);
}

/** The days of a reading in figures, without what is said of their certainty: for messages. */
export function spanLabel({ earliest, latest }: DateReading): string {
  if (earliest !== null && latest !== null) return formatSpan(earliest, latest);
  if (earliest !== null) return `from ${formatDay(earliest)}`;
  return latest === null ? 'no date' : `until ${formatDay(latest)}`;
}

const SEASON_BY_MONTH: Readonly<Record<string, string>> = {
  '03-05': 'spring',
  '06-08': 'summer',
  '09-11': 'autumn',
  '12-02': 'winter',
};

function vagueSpan(reading: DateReading, earliest: IsoDay, latest: IsoDay): string {
  if (reading.precision !== 'season') return `c. ${formatSpan(earliest, latest)}`;
  const season = SEASON_BY_MONTH[`${earliest.slice(5, 7)}-${latest.slice(5, 7)}`];
  return season && earliest.endsWith('01') ? `${season} ${earliest.slice(0, 4)}` : formatSpan(earliest, latest);
}

/** Days 1–10, 11–20 and 21–end of one month, by the conventions as delivered, have a name. */
function partLabel(earliest: IsoDay, latest: IsoDay): string | null {
  const a = partsOf(dayNumber(earliest));
  const b = partsOf(dayNumber(latest));
  if (a.year !== b.year || a.month !== b.month) return null;
  const days = `${a.day}-${b.day}`;
  const part =
    days === '1-10' ? 'early' : days === '11-20' ? 'mid' : a.day === 21 && b.day === daysInMonth(b.year, b.month) ? 'late' : null;
  return part && `${part} ${shortMonth(a.month)} ${a.year}`;
}

/** "14:05", "14:05–15:00", or an empty text. */
export function timeLabel(reading: DateReading): string {
  if (reading.time === null) return '';
  return reading.endTime === null ? reading.time : `${reading.time}–${reading.endTime}`;
}
