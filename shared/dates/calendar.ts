import { fromParts, partsOf, weekdayOf } from '../kernel/clock.ts';
import type { YearEdge } from './conventions.ts';

/** First and last day number of a stretch of days. */
export type DaySpan = readonly [from: number, to: number];

export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
export const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (LENGTHS[month - 1] ?? 0);
}

export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function monthSpan(year: number, month: number): DaySpan {
  return [fromParts(year, month, 1), fromParts(year, month, daysInMonth(year, month))];
}

/** Whole months from `month` on, `count` of them, running into the next year where they must. */
export function monthsSpan(year: number, month: number, count: number): DaySpan {
  const last = month + count - 2;
  return [fromParts(year, month, 1), monthSpan(year + Math.floor(last / 12), (last % 12) + 1)[1]];
}

export function yearSpan(year: number): DaySpan {
  return [fromParts(year, 1, 1), fromParts(year, 12, 31)];
}

/** Easter Sunday of the Gregorian calendar, by the anonymous computus (Nature, 20 April 1876). */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return fromParts(year, Math.floor(n / 31), (n % 31) + 1);
}

/** Easter Sunday of the Orthodox churches, by the Julian calendar (Meeus, Astronomical Algorithms, chapter 8). */
export function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const n = d + e + 114;
  const behind = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return fromParts(year, Math.floor(n / 31), (n % 31) + 1) + behind;
}

/** The nth (1…5) such weekday of a month, or the last for -1. Null where the month has no fifth. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): number | null {
  const [first, last] = monthSpan(year, month);
  if (nth < 0) return last - ((weekdayOf(last) - weekday + 7) % 7);
  const day = first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
  return day <= last ? day : null;
}

export function edgeDay(year: number, edge: YearEdge): number {
  return 'easter' in edge ? easterSunday(year) + edge.easter : fromParts(year, edge[0], edge[1]);
}

/** A day some months on; the 31st becomes the last day of a shorter month. */
export function addMonths(day: number, months: number): number {
  const at = partsOf(day);
  const index = at.year * 12 + at.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return fromParts(year, month, Math.min(at.day, daysInMonth(year, month)));
}

/** ISO 8601: week 1 holds 4 January. */
export function isoWeek(year: number, week: number): DaySpan | null {
  const fourth = fromParts(year, 1, 4);
  const monday = fourth - weekdayOf(fourth) + 7 * (week - 1);
  if (week < 1 || week > 53 || partsOf(monday + 3).year !== year) return null;
  return [monday, monday + 6];
}
