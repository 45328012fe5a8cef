import { dayNumber, type IsoDay, partsOf, weekdayOf } from '../kernel/clock.ts';
import type { DateReading, EventDate } from '../model/event-date.ts';
import { daysInMonth } from './calendar.ts';
import { formatDay } from './format.ts';
import { readDate } from './read-date.ts';

/** What a person says of many dates at once. */
export type DateFix = { kind: 'year'; year: number } | { kind: 'swap' | 'about' | 'asRead' | 'alternative' | 'above' };
export type FixedReading = { reading: DateReading } | { cannot: string };

/** Problems that a person's word about the year does not answer. */
const STAY = new Set(['wrongWeekday', 'impossible', 'endBeforeStart', 'unreadTime', 'impossibleTime', 'textBeside']);

/**
 * A reading put right by a rule, or why the rule does not fit it. What was written is not touched; a reading that a person
 * has decided asks nothing more, and keeps its time and its vagueness.
 */
export function fixReading(fix: DateFix, date: EventDate, above: DateReading | null): FixedReading {
  const result = fixed(fix, date, above);
  if ('cannot' in result) return result;
  const { reading } = result;
  const same =
    reading.earliest === date.earliest &&
    reading.latest === date.latest &&
    reading.certainty === date.certainty &&
    reading.problems.length === date.problems.length;
  return same ? { cannot: 'It stands so already' } : result;
}

function fixed(fix: DateFix, date: EventDate, above: DateReading | null): FixedReading {
  switch (fix.kind) {
    case 'year':
      return inYear(date, fix.year);
    case 'swap':
      return swapped(date);
    case 'about':
      return date.earliest === null && date.latest === null ? NO_DATE : { reading: decided(date, 'approximate') };
    case 'asRead':
      return date.earliest === null && date.latest === null ? NO_DATE : { reading: decided(date) };
    case 'alternative':
      return alternative(date);
    case 'above':
      return asAbove(date, above);
  }
}

const NO_DATE: FixedReading = { cannot: 'No date was read' };

/** The same days, settled: doubted no longer, unless the writer was vague. */
function decided(date: DateReading, certainty = date.certainty === 'uncertain' ? 'certain' : date.certainty): DateReading {
  const { earliest, latest, precision, time, endTime } = date;
  return { earliest, latest, precision, certainty, time, endTime, alternatives: [], problems: [] };
}

const movedTo = (date: DateReading, earliest: IsoDay | null, latest: IsoDay | null): DateReading => ({
  ...decided(date),
  earliest,
  latest,
});

/** As it was written, read in that year; where the writing names another year, the same day of that one. */
function inYear(date: EventDate, year: number): FixedReading {
  const first = `${String(year).padStart(4, '0')}-01-01`;
  const read = readDate(date.asWritten, { scopeFrom: first, scopeTo: `${first.slice(0, 4)}-12-31` });
  if (read.earliest !== null && Number(read.earliest.slice(0, 4)) === year && read.certainty !== 'approximate') {
    const problems = read.problems.filter(({ code }) => STAY.has(code));
    return {
      reading: {
        ...decided(read),
        time: date.time,
        endTime: date.endTime,
        precision: precisionOf(read, date),
        certainty: problems.length > 0 ? 'uncertain' : 'certain',
        problems,
      },
    };
  }
  const { earliest, latest } = date.earliest === null && date.latest === null ? read : date;
  const start = earliest ?? latest;
  if (start === null) return NO_DATE;
  const by = year - Number(start.slice(0, 4));
  const to = (day: IsoDay | null): IsoDay | null | undefined =>
    day === null ? null : sameDayIn(day, Number(day.slice(0, 4)) + by);
  const [a, b] = [to(earliest), to(latest)];
  if (a === undefined || b === undefined) return { cannot: `${year} has no such day` };
  const reading = movedTo(date.earliest === null && date.latest === null ? { ...read, time: date.time } : date, a, b);
  return { reading: withWeekday(reading, date.asWritten) };
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A weekday that was written and that the day in its new year is not, is still to be looked at. */
function withWeekday(reading: DateReading, written: string): DateReading {
  const named = /\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b/i.exec(written)?.[1]?.toLowerCase();
  const { earliest, latest } = reading;
  if (named === undefined || earliest === null || earliest !== latest) return reading;
  if (weekdayOf(dayNumber(earliest)) === WEEKDAYS.indexOf(named)) return reading;
  const message = `${formatDay(earliest).slice(4)} is not the weekday that was written`;
  return { ...reading, certainty: 'uncertain', problems: [{ code: 'wrongWeekday', message }] };
}

const precisionOf = (read: DateReading, date: EventDate): DateReading['precision'] =>
  date.time !== null && read.precision === 'day' ? 'time' : read.precision;

/** undefined: that year has no such day. The end of February moves with the year. */
function sameDayIn(day: IsoDay, year: number): IsoDay | undefined {
  const { month, day: date } = partsOf(dayNumber(day));
  if (year < 1 || year > 9999 || date > daysInMonth(year, month)) return undefined;
  return `${String(year).padStart(4, '0')}${day.slice(4)}`;
}

function swapped(date: EventDate): FixedReading {
  if (date.earliest === null || date.latest === null) return NO_DATE;
  if (date.precision !== 'day' && date.precision !== 'time') return { cannot: 'It is not a single day' };
  const { year, month, day } = partsOf(dayNumber(date.earliest));
  if (day > 12) return { cannot: `There is no month ${day}` };
  if (day === month) return { cannot: 'Day and month are the same figure' };
  const two = (n: number): string => String(n).padStart(2, '0');
  const to = `${String(year).padStart(4, '0')}-${two(day)}-${two(month)}`;
  return { reading: movedTo(date, to, to) };
}

function alternative(date: EventDate): FixedReading {
  const others = date.alternatives.filter(({ earliest, latest }) => earliest !== date.earliest || latest !== date.latest);
  const [only] = others;
  if (!only) return { cannot: 'There is no other reading' };
  if (others.length > 1) return { cannot: `There are ${others.length} other readings: settle it by itself` };
  return { reading: { ...movedTo(date, only.earliest, only.latest), precision: spanPrecision(only, date) } };
}

function asAbove(date: EventDate, above: DateReading | null): FixedReading {
  if (!above || (above.earliest === null && above.latest === null))
    return { cannot: 'No dated entry stands above it in its table' };
  const { earliest, latest, precision, certainty } = above;
  const days = { ...decided(date), earliest, latest, certainty: certainty === 'approximate' ? certainty : ('certain' as const) };
  const whole = precision === 'time' ? 'day' : precision;
  return { reading: { ...days, precision: whole === 'day' && date.time !== null ? 'time' : whole } };
}

function spanPrecision(span: { earliest: IsoDay; latest: IsoDay }, date: EventDate): DateReading['precision'] {
  if (span.earliest !== span.latest) return date.precision === 'day' || date.precision === 'time' ? 'range' : date.precision;
  return date.time === null ? 'day' : 'time';
}
