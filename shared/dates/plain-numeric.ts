import { fromParts } from '../kernel/clock.ts';
import type { DateReading } from '../model/event-date.ts';
import { isDay } from './calendar.ts';
import { clockText, type Frame, fullYear } from './frame.ts';

const ZERO = 48;
const SLASH = 47;
const DOT = 46;
const DASH = 45;

/**
 * The commonest cells without a tokeniser: d/m/y and y-m-d with one kind of separator, with or without a clock time
 * behind. Null for everything else, also for what would need a word to the reader.
 */
export function readPlainNumeric(text: string, frame: Frame): DateReading | null {
  if (frame.conventions.order !== 'dayFirst') return null;
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) === 32) start++;
  while (end > start && text.charCodeAt(end - 1) === 32) end--;
  if (end - start < 6 || end - start > 16) return null;
  const a = figures(text, start, end);
  const separator = text.charCodeAt(start + a);
  if (separator !== SLASH && separator !== DOT && separator !== DASH) return null;
  const second = start + a + 1;
  const b = figures(text, second, end);
  if (b === 0 || b > 2 || text.charCodeAt(second + b) !== separator) return null;
  const third = second + b + 1;
  const c = figures(text, third, end);
  const time = timeAt(text, third + c, end);
  if (time === UNREAD) return null;
  const middle = value(text, second, b);
  if (a === 4) {
    const year = value(text, start, 4);
    return c === 2 && isPlausible(year) ? plainDay(year, middle, value(text, third, c), time) : null;
  }
  if (a === 0 || a > 2) return null;
  const day = value(text, start, a);
  if (c === 4) {
    const year = value(text, third, 4);
    return isPlausible(year) ? plainDay(year, middle, day, time) : null;
  }
  if (c !== 2 || middle < 1 || middle > 12) return null;
  const short = value(text, third, 2);
  return plainDay(
    fullYear(short, frame, (year) => fromParts(year, middle, day)),
    middle,
    day,
    time,
  );
}

/** Years that need no second look. */
export function isPlausible(year: number): boolean {
  return year >= 1850 && year < 2200;
}

const NO_TIME = -1;
const UNREAD = -2;

/** " 14:30" at the end, if anything. */
function timeAt(text: string, at: number, end: number): number {
  if (at === end) return NO_TIME;
  if (text.charCodeAt(at) !== 32) return UNREAD;
  const hours = figures(text, at + 1, end);
  const colon = at + 1 + hours;
  if (hours === 0 || hours > 2 || text.charCodeAt(colon) !== 58 || colon + 3 !== end || figures(text, colon + 1, end) !== 2)
    return UNREAD;
  const hour = value(text, at + 1, hours);
  const minute = value(text, colon + 1, 2);
  return hour < 24 && minute < 60 ? hour * 60 + minute : UNREAD;
}

function plainDay(year: number, month: number, day: number, time: number): DateReading | null {
  if (!isDay(year, month, day)) return null;
  const iso = `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
  return {
    earliest: iso,
    latest: iso,
    precision: time < 0 ? 'day' : 'time',
    certainty: 'certain',
    time: time < 0 ? null : clockText(time),
    endTime: null,
    alternatives: [],
    problems: [],
  };
}

function figures(text: string, from: number, end: number): number {
  let n = 0;
  while (from + n < end && n < 5) {
    const c = text.charCodeAt(from + n) - ZERO;
    if (c < 0 || c > 9) break;
    n++;
  }
  return n;
}

function value(text: string, from: number, length: number): number {
  let n = 0;
  for (let i = from; i < from + length; i++) n = n * 10 + text.charCodeAt(i) - ZERO;
  return n;
}
