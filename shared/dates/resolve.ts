import { fromParts, partsOf, weekdayOf } from '../kernel/clock.ts';
import type { DateProblem, Precision } from '../model/event-date.ts';
import { addMonths, type DaySpan, isDay, monthSpan, WEEKDAY_NAMES, yearSpan } from './calendar.ts';
import { type Frame, fullYear } from './frame.ts';
import { type Atom, atom } from './grammar/atoms.ts';
import { isVaguePeriod, periodIn, periodPrecision } from './grammar/period-rules.ts';
import { problem, quoted, spanText } from './problems.ts';
import { resolveShift, weekdayFrom } from './resolve-relative.ts';
import { chooseMonth, chooseYear, inScope } from './resolve-year.ts';
import { partOf } from './span-parts.ts';
import type { Resolved, Unresolved } from './resolved.ts';

/** The days an atom means in a year, before weekday, part and week are looked at. Null where the year has no such day. */
function daysIn(date: Atom, year: number, frame: Frame): DaySpan | null {
  switch (date.kind) {
    case 'day': {
      if (!isDay(year, date.month, date.day)) return null;
      const day = fromParts(year, date.month, date.day);
      return [day, day];
    }
    case 'month':
      return monthSpan(year, date.month);
    case 'year':
      return yearSpan(year);
    case 'period':
      return date.rule && periodIn(date.rule, periodYear(date, year), frame.conventions);
    default:
      return null;
  }
}

/** Spring and summer term of 2009/10 are in 2010, and so is its New Year. */
function periodYear(date: Atom, year: number): number {
  const isLaterTerm = date.yearPair && date.rule?.by === 'term' && date.rule.term !== 'autumn';
  const isNewYear = date.yearPair && date.rule?.by === 'days' && date.rule.month === 1;
  const isLaterSixth = date.yearPair && date.rule?.by === 'sixth' && date.rule.term > 2;
  return isLaterTerm || isLaterSixth || isNewYear ? year + 1 : year;
}

export function resolve(date: Atom, frame: Frame, written: string): Resolved | Unresolved {
  if (date.kind === 'relative') return resolveShift(date, frame, written);
  if (date.kind === 'dayOnly') return resolveDayOnly(date, frame, written);
  const problems: DateProblem[] = [];
  const alternatives: DaySpan[] = [];
  let uncertain = false;
  const days = (year: number): DaySpan | null => daysIn(date, year, frame);
  let year = date.year;
  if (date.yearDigits === 2)
    year = fullYear(
      date.year,
      frame,
      (y) => days(y)?.[0] ?? fromParts(y, 1, 1),
      (y) => days(y)?.[1] ?? fromParts(y, 1, 1),
    );
  else if (date.yearDigits === 0) {
    const choice = chooseYear(frame, date.weekday, days);
    if (!choice) return noYear(date, frame, written);
    year = choice.year;
    const span = days(year);
    const others = choice.others.map((y) => finished(date, days(y), frame)).filter((other) => other !== null);
    const from = choice.because === 'above' ? 'from the row above' : 'from the period under review';
    if (span) problems.push(yearProblem(written, spanText(finished(date, span, frame) ?? span), from, others));
    alternatives.push(...others);
    uncertain = others.length > 0;
  }
  const base = days(year);
  if (!base) return { span: null, problems: [impossible(written)], alternatives: [] };
  if (year < 1850 || year >= 2200) {
    problems.push(problem('oddYear', `${quoted(written)} gives the year ${year}. Check it.`));
    uncertain = true;
  }
  if (date.weekday >= 0 && base[0] === base[1] && weekdayOf(base[0]) !== date.weekday) {
    problems.push(wrongWeekday(date, base, written));
    for (const other of weekdayReadings(date, base[0], year, frame)) alternatives.push(finished(date, other, frame) ?? other);
    uncertain = true;
  }
  const named = date.named && periodIn(date.named, year, frame.conventions);
  if (named && (base[0] < named[0] || base[1] > named[1])) {
    const message = `${quoted(written)}: the day named is ${spanText(named)}, the figures say ${spanText(base)}. The figures were taken.`;
    problems.push(problem('wrongName', message));
    alternatives.push(named);
    uncertain = true;
  }
  if (date.monthFirst && frame.conventions.order === 'dayFirst') {
    problems.push(problem('usOrder', `${quoted(written)} has no day-first reading. Read month first, as ${spanText(base)}.`));
    uncertain = true;
  }
  if (date.slip) {
    problems.push(
      problem('slipRead', `${quoted(written)}: ${date.slip}. Read as ${spanText(finished(date, base, frame) ?? base)}.`),
    );
    uncertain = true;
  }
  const span = finished(date, base, frame) ?? base;
  if (date.other) {
    const other = otherReading(date.other, frame);
    // "Feb 29": February 1929 is nobody's reading where the 29th is in the period under review
    if (other && date.other.kind === 'day' && isLongBefore(span, frame) && inScope(frame, other))
      return resolve({ ...date.other, other: null }, frame, written);
    if (other && !sameSpan(other, span)) {
      alternatives.push(other);
      if (countsAsDoubt(date, date.other, span, other, frame)) {
        problems.push(
          problem('twoReadings', `${quoted(written)} can be ${spanText(span)} or ${spanText(other)}. The first was taken.`),
        );
        uncertain = true;
      } else alternatives.pop();
    }
  }
  const vague =
    isSomeWeekend(date, base) ||
    date.vague ||
    (date.part > 0 && base[0] !== base[1]) ||
    (date.rule !== null && isVaguePeriod(date.rule));
  return { span, year, precision: precisionOf(date, base), vague, uncertain, problems, alternatives };
}

/**
 * "Oct-10" is plainly month and year, and "12/10" day and month where a year can be found; the other kinds of second
 * reading are a doubt. "Oct 10" is one too where its year is outside the period under review and its day is inside.
 */
function countsAsDoubt(date: Atom, other: Atom, span: DaySpan, otherSpan: DaySpan, frame: Frame): boolean {
  if (date.kind === 'day' && date.yearDigits === 0 && other.kind === 'month') return false;
  if (date.kind !== 'month' || date.yearDigits !== 2 || other.kind !== 'day' || other.monthFirst) return true;
  const nearAbove = frame.previousFrom !== null && Math.abs(frame.previousFrom - span[0]) < 366;
  return (frame.scopeFrom !== null || frame.scopeTo !== null) && !nearAbove && !inScope(frame, span) && inScope(frame, otherSpan);
}

const LONG = 40 * 365;

function isLongBefore(span: DaySpan, { scopeFrom }: Frame): boolean {
  return scopeFrom !== null && span[1] < scopeFrom - LONG;
}

/** "A weekend in May 2010": one of the month's, and nobody says which. */
function isSomeWeekend(date: Atom, base: DaySpan): boolean {
  return date.week === 'weekend' && base[0] !== base[1];
}

function otherReading(other: Atom, frame: Frame): DaySpan | null {
  const read = resolve({ ...other, other: null }, frame, '');
  return read.span;
}

function precisionOf(date: Atom, base: DaySpan): Precision {
  if (date.toWeekday >= 0) return 'day';
  if (date.offset !== 0) return date.offset === date.offsetTo ? 'day' : 'range';
  if (date.week !== null && !isSomeWeekend(date, base)) return 'range';
  if (date.part > 0 && base[0] !== base[1]) return 'range';
  if (date.kind === 'period' && date.rule) return periodPrecision(date.rule);
  return date.kind === 'month' ? 'month' : date.kind === 'year' ? 'year' : 'day';
}

/** Part of a month or year, week, and days before or after, applied to the plain days. */
function finished(date: Atom, base: DaySpan | null, frame: Frame): DaySpan | null {
  if (!base) return null;
  let [from, to] = date.part > 0 ? partOf(base, date.part, date.partTo, frame.conventions) : base;
  if (date.week) [from, to] = weekOf(date, [from, to], frame);
  if (date.toWeekday >= 0) {
    const day = weekdayFrom(date.toSide > 0 ? to : from, date.toWeekday, date.toSide);
    return [day, day];
  }
  if (date.offset === 0) return [from, to];
  const edge = date.offset > 0 ? to : from;
  return [edge + date.offset, edge + date.offsetTo];
}

function weekOf(date: Atom, [from, to]: DaySpan, frame: Frame): DaySpan {
  const more = frame.conventions.weekDays - 1;
  switch (date.week) {
    case 'starting':
      return [from, Math.max(to, from + more)];
    case 'fortnight':
      return [from, Math.max(to, from + 13)];
    case 'fortnightEnding':
      return [Math.min(from, to - 13), to];
    case 'month':
      return [from, Math.max(to, addMonths(from, 1) - 1)];
    case 'ending':
      return [Math.min(from, to - more), to];
    case 'containing': {
      const monday = from - weekdayOf(from);
      return [monday, Math.max(to, monday + more)];
    }
    case 'weekend': {
      if (from !== to) return [from, to];
      const weekday = weekdayOf(from);
      const saturday = weekday === 6 ? from - 1 : from + 5 - weekday;
      return [saturday, saturday + 1];
    }
    default:
      return [from, to];
  }
}

function resolveDayOnly(date: Atom, frame: Frame, written: string): Resolved | Unresolved {
  const choice = chooseMonth(frame, date.day, date.weekday);
  if (!choice) {
    const message = `${quoted(written)} has no month, and there is no dated row above to take it from.`;
    return { span: null, problems: [problem('unread', message)], alternatives: [] };
  }
  const whole = { ...atom('day', choice.year, 4, choice.month, date.day), weekday: date.weekday, week: date.week, part: 0 };
  const read = resolve(whole, frame, written);
  if (read.span === null) return read;
  const message = `${quoted(written)} has no month or year. Read as ${spanText(read.span)}, from the row above.`;
  return { ...read, problems: [problem('monthAssumed', message), ...read.problems] };
}

function noYear(date: Atom, frame: Frame, written: string): Resolved | Unresolved {
  const other = date.other && date.other.yearDigits > 0 ? otherReading(date.other, frame) : null;
  if (other) {
    const message = `${quoted(written)} has no year as day and month; as month and year it would be ${spanText(other)}. It was not read.`;
    return { span: null, problems: [problem('noYear', message)], alternatives: [other] };
  }
  const message = `${quoted(written)} has no year, and there is no row above and no period under review to take it from.`;
  return { span: null, problems: [problem('noYear', message)], alternatives: [] };
}

function yearProblem(written: string, read: string, from: string, others: readonly DaySpan[]): DateProblem {
  const also = others.length > 0 ? ` It could also be ${others.map(spanText).join(', ')}.` : '';
  return problem('yearAssumed', `${quoted(written)} has no year. Read as ${read}, the year ${from}.${also}`);
}

export function impossible(written: string): DateProblem {
  return problem('impossible', `${quoted(written)} is not a day of the calendar. It was not read.`);
}

function wrongWeekday(date: Atom, base: DaySpan, written: string): DateProblem {
  const is = WEEKDAY_NAMES[weekdayOf(base[0])] ?? '';
  const said = WEEKDAY_NAMES[date.weekday] ?? '';
  const message = `${quoted(written)}: ${spanText(base)} is a ${is}, not a ${said}. The figures were taken.`;
  return problem('wrongWeekday', message);
}

/** What the writer may have meant by a weekday that does not fit: places changed, the nearest such day, or another year. */
function weekdayReadings(date: Atom, day: number, year: number, frame: Frame): DaySpan[] {
  const readings: number[] = [];
  const { month, day: date_ } = partsOf(day);
  if (date.figures && isDay(year, date_, month)) readings.push(fromParts(year, date_, month));
  readings.push(day + nearestShift(weekdayOf(day), date.weekday));
  for (const other of [year - 1, year + 1]) if (isDay(other, month, date_)) readings.push(fromParts(other, month, date_));
  const latest = frame.scopeTo ?? frame.today;
  const fitting = readings.filter((n) => weekdayOf(n) === date.weekday && n !== day && (n <= latest || n < day + 7));
  return [...new Set(fitting)].map((n): DaySpan => [n, n]);
}

/** −3 to +3 days to the nearest such weekday. */
function nearestShift(from: number, to: number): number {
  const on = (to - from + 7) % 7;
  return on > 3 ? on - 7 : on;
}

export function sameSpan(a: DaySpan, b: DaySpan): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
