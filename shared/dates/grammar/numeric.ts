import { isDay } from '../calendar.ts';
import { type Atom, atom, type Found, found, type Item } from './atoms.ts';
import { clockAt } from './clock.ts';
import { isMark, isNumber, isTight, lexAt, monthAt, skipOf, type Tokens } from './scan.ts';
import type { Token } from './tokens.ts';
import { isLikelyYear } from './years.ts';

export type FigureOrder = 'dayFirst' | 'monthFirst';

/** The separator before the next figures: "/", ".", "-" or " "; an empty text where none follow. */
function separator(tokens: Tokens, at: number): '/' | '.' | '-' | ' ' | '' {
  if (isNumber(tokens, at)) return ' ';
  if (!isMark(tokens, at, '/.-') || !isNumber(tokens, at + 1)) return '';
  return tokens[at]?.text as '/' | '.' | '-';
}

const after = (sep: string, at: number): number => (sep === ' ' ? at : at + 1);

/** Dates in figures alone. Null where the number is no part of one. */
export function numericAt(tokens: Tokens, at: number, order: FigureOrder): Found | null {
  const a = tokens[at];
  if (a?.kind !== 'number' || a.digits > 2) return null;
  const sep1 = separator(tokens, at + 1);
  if (sep1 === '') return null;
  const atB = after(sep1, at + 1);
  const b = tokens[atB];
  if (!b || b.digits > 4 || b.digits === 3) return null;
  if (monthNext(tokens, atB) || isListOfDays(tokens, at, atB)) return null;
  if (b.digits === 4) return sep1 === ' ' && tokens.length > 2 ? null : monthAndYear(a, b, sep1, atB);
  const sep2 = separator(tokens, atB + 1);
  const atC = sep2 === '' ? -1 : after(sep2, atB + 1);
  const c = tokens[atC];
  if (!c || isTime(tokens, atC, sep1 === sep2)) return twoFigures(tokens, at, sep1, atB, order);
  // 28/9 - 3 Oct: the figures before are a day and a month of their own
  if (monthNext(tokens, atC) && sep2 !== ' ')
    return sep1 === sep2 || sep1 === '-' ? null : twoFigures(tokens, at, sep1, atB, order);
  if (sep1 === sep2) return sameSeparators(tokens, [a, b, c], atC, sep1, order);
  return mixedSeparators(tokens, at, [a, b, c], sep1, sep2, atB, atC, order);
}

function monthNext(tokens: Tokens, at: number): boolean {
  const next = skipOf(tokens, at + 1, '.-/');
  const month = monthAt(tokens, next, false);
  return month !== null && lexAt(tokens, next) !== null;
}

/** "5-7 & 9 May": days that rise, up to the month that they are all of. */
function isListOfDays(tokens: Tokens, from: number, atB: number): boolean {
  let last = tokens[from]?.value ?? 0;
  for (let at = atB; at < from + 14; ) {
    const token = tokens[at];
    if (token?.kind !== 'number' || token.digits > 2 || token.value <= last || token.value > 31) return false;
    last = token.value;
    if (monthNext(tokens, at)) return true;
    const join = lexAt(tokens, at + 1);
    if (isMark(tokens, at + 1, '&,/-+')) at += 2;
    else if (join?.lex.is === 'join') at = join.next;
    else return false;
  }
  return false;
}

/** The third figures are a time of day: "12/10 14:30", "12/10 10-11am"; after equal separators only with a colon. */
function isTime(tokens: Tokens, at: number, sameSeparators: boolean): boolean {
  return sameSeparators
    ? isMark(tokens, at + 1, ':') && isTight(tokens, at + 2) && tokens[at + 2]?.digits === 2
    : clockAt(tokens, at) !== null;
}

function sameSeparators(
  tokens: Tokens,
  [a, b, c]: readonly [Token, Token, Token],
  atC: number,
  sep: string,
  order: FigureOrder,
): Found | null {
  const tail = separator(tokens, atC + 1);
  // 12/10/10/11, 192.168.1.1: four figures in a row are no date
  if (tail === sep && sep !== ' ' && separator(tokens, atC + 3) !== sep) return found(atC + 3, { is: 'bad', why: 'year' });
  if (sep === ' ' && (clockAt(tokens, atC) !== null || a.value > 31)) return null;
  if (c.digits === 2 && sep === '-' && tail !== '' && tail !== '-' && tail !== ' ') {
    // "3-4-5/10/10" means nothing we know; leave the figures to the reader
    return null;
  }
  if (c.digits === 3 || c.digits > 4) return sep === ' ' ? null : found(atC + 1, { is: 'bad', why: 'year' });
  if (a.value > 31 && a.digits === 2 && b.digits === 2 && sep === '-' && c.digits <= 2 && isDay(2000, b.value, c.value)) {
    const date = atom('day', a.value, 2, b.value, c.value);
    date.slip = 'the year stands first';
    return found(atC + 1, { is: 'date', atom: date });
  }
  const item = threeFigures(a, b, c, order);
  if (sep === ' ' && item.is === 'bad') return null;
  return found(atC + 1, item);
}

/** Day, month and year; month first only where day first is impossible. */
function threeFigures(a: Token, b: Token, c: Token, order: FigureOrder, slip: string | null = null): Item {
  if (c.digits === 4 && c.value < 1000) return { is: 'bad', why: 'year' };
  const [day, month, swapped] = inOrder(a.value, b.value, c.digits === 4 ? c.value : 2000 + (c.value % 4), order);
  if (day === 0) return { is: 'bad', why: 'impossible' };
  const date = atom('day', c.digits === 1 ? 2000 + c.value : c.value, c.digits === 1 ? 4 : c.digits, month, day);
  date.figures = true;
  date.monthFirst = swapped;
  date.slip = c.digits === 1 ? 'the year has one figure' : slip;
  return { is: 'date', atom: date };
}

/** [day, month, changed places]; a day of 0 where neither order is a date. */
function inOrder(a: number, b: number, year: number, order: FigureOrder): readonly [number, number, boolean] {
  const [day, month] = order === 'dayFirst' ? [a, b] : [b, a];
  if (isDay(year, month, day)) return [day, month, false];
  return isDay(year, day, month) ? [month, day, true] : [0, 0, false];
}

function mixedSeparators(
  tokens: Tokens,
  at: number,
  [a, b, c]: readonly [Token, Token, Token],
  sep1: string,
  sep2: string,
  atB: number,
  atC: number,
  order: FigureOrder,
): Found | null {
  const sep3 = separator(tokens, atC + 1);
  const d = sep3 === '' ? null : tokens[after(sep3, atC + 1)];
  // 12-14/10/10, 3/4.5.10: a day, then a whole date
  if (d && sep2 === sep3 && sep2 !== ' ' && d.digits !== 3 && b.digits <= 2) return dayOnlyAt(tokens, at);
  // 12/10-14/10/10: two days and months
  if (d && sep3 === sep1 && sep1 !== ' ') return twoFigures(tokens, at, sep1, atB, order);
  // 12-14/10: days of one month
  if (sep1 === '-' && sep2 !== ' ' && a.value < b.value && isDay(2000, c.value, b.value) && c.digits <= 2)
    return dayOnlyAt(tokens, at);
  if (
    sep2 === ' ' &&
    (c.digits === 1 || (c.digits === 4 && !isLikelyYear(c.value)) || isDotted(tokens, atC) || monthNext(tokens, atC))
  )
    return twoFigures(tokens, at, sep1, atB, order);
  if (sep1 === ' ' && sep2 !== '' && sep3 === sep2) return null;
  if (c.digits === 3 || c.digits > 4 || sep1 === ' ') return sep1 === ' ' ? null : twoFigures(tokens, at, sep1, atB, order);
  const item = threeFigures(a, b, c, order, 'the separators differ');
  return item.is === 'bad' ? twoFigures(tokens, at, sep1, atB, order) : found(atC + 1, item);
}

function isDotted(tokens: Tokens, at: number): boolean {
  return isMark(tokens, at + 1, '.:') && isTight(tokens, at + 1) && isNumber(tokens, at + 2) && isTight(tokens, at + 2);
}

/** 12/10 as day and month, 12.30 as a time, 5/25 as month and year. */
function twoFigures(tokens: Tokens, at: number, sep: string, atB: number, order: FigureOrder): Found | null {
  const a = tokens[at];
  const b = tokens[atB];
  if (!a || !b || sep === ' ') return null;
  const time = sep === '.' && b.digits === 2 && !b.gap && a.value < 24 && b.value < 60 ? a.value * 60 + b.value : -1;
  const [day, month, swapped] = inOrder(a.value, b.value, 2000, order);
  const isMonthYear = b.digits === 2 && a.value >= 1 && a.value <= 12;
  if (day === 0 || swapped) {
    if (time >= 0) return found(atB + 1, { is: 'clock', minutes: time, endMinutes: -1, wrong: false, bare: false });
    if (sep === '-' && a.value >= 1 && a.value <= 31 && b.value <= 31) return null;
    if (swapped && isMonthYear) {
      const date = atom('month', b.value, 2, a.value);
      date.slip = 'only month and year fit the figures';
      date.other = dayAtom(day, month, swapped);
      return found(atB + 1, { is: 'date', atom: date });
    }
    if (swapped) return found(atB + 1, { is: 'date', atom: dayAtom(day, month, true) });
    // 2/52 is two weeks to a doctor
    if (b.value === 52 && sep === '/') return null;
    if (isMonthYear && b.value > 31) return found(atB + 1, { is: 'date', atom: atom('month', b.value, 2, a.value) });
    return b.value <= 12 && a.value <= 31 && a.value > 0 && b.value > 0 ? found(atB + 1, { is: 'bad', why: 'impossible' }) : null;
  }
  const date = dayAtom(day, month, false);
  date.maybeTime = time;
  if (isMonthYear && sep !== '.') date.other = atom('month', b.value, 2, a.value);
  return found(atB + 1, { is: 'date', atom: date });
}

function dayAtom(day: number, month: number, monthFirst: boolean): Atom {
  const date = atom('day', 0, 0, month, day);
  date.figures = true;
  date.monthFirst = monthFirst;
  return date;
}

function monthAndYear(a: Token, b: Token, sep: string, atB: number): Found | null {
  if (!isLikelyYear(b.value) || a.ordinal) return null;
  if (a.value < 1 || a.value > 12) return sep === ' ' ? null : found(atB + 1, { is: 'bad', why: 'impossible' });
  return found(atB + 1, { is: 'date', atom: atom('month', b.value, 4, a.value) });
}

/** A day of a month that is named later in the cell. */
export function dayOnlyAt(tokens: Tokens, at: number): Found | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.digits > 2 || token.value < 1 || token.value > 31) return null;
  return found(at + 1, { is: 'date', atom: atom('dayOnly', 0, 0, 0, token.value) });
}

/** Year first: 2010-10-12, 2010/10/12, 2010.10, and the compact 20101012 and 12102010. */
export function yearFirstAt(tokens: Tokens, at: number): Found | null {
  const a = tokens[at];
  if (a?.kind !== 'number') return null;
  if (a.digits === 8) return compactEight(a, at);
  if (a.digits !== 4 || !isLikelyYear(a.value)) return null;
  const sep1 = separator(tokens, at + 1);
  const b = sep1 === '' ? undefined : tokens[after(sep1, at + 1)];
  if (!b || b.digits > 2 || b.ordinal) return null;
  const atB = after(sep1, at + 1);
  const sep2 = separator(tokens, atB + 1);
  const atC = sep2 === '' ? -1 : after(sep2, atB + 1);
  const c = tokens[atC];
  if (c && sep1 === sep2 && c.digits <= 2 && !monthNext(tokens, atC)) {
    if (isDay(a.value, b.value, c.value)) return found(atC + 1, { is: 'date', atom: atom('day', a.value, 4, b.value, c.value) });
    if (sep1 === ' ') return null;
    if (!isDay(a.value, c.value, b.value)) return found(atC + 1, { is: 'bad', why: 'impossible' });
    const date = atom('day', a.value, 4, c.value, b.value);
    date.slip = 'day and month have changed places';
    return found(atC + 1, { is: 'date', atom: date });
  }
  if (sep1 === ' ' || b.digits !== 2 || b.value < 1 || b.value > 12 || isMark(tokens, atB + 1, ':')) return null;
  const date = atom('month', a.value, 4, b.value);
  const next = (a.value + 1) % 100;
  if (b.value > a.value % 100 && sep1 !== '.') {
    date.other = atom('period', a.value, 4);
    date.other.rule = b.value === next ? { by: 'financial', quarter: 0 } : { by: 'years', count: b.value - (a.value % 100) + 1 };
  }
  return found(atB + 1, { is: 'date', atom: date });
}

function compactEight(token: Token, at: number): Found | null {
  const [x, y, z] = [Math.floor(token.value / 10_000), Math.floor(token.value / 100) % 100, token.value % 100];
  if (isLikelyYear(x) && isDay(x, y, z)) return found(at + 1, { is: 'date', atom: atom('day', x, 4, y, z) });
  const [day, month, year] = [Math.floor(token.value / 1_000_000), Math.floor(token.value / 10_000) % 100, token.value % 10_000];
  if (!isLikelyYear(year) || !isDay(year, month, day)) return null;
  const date = atom('day', year, 4, month, day);
  date.slip = 'the separators are missing';
  return found(at + 1, { is: 'date', atom: date });
}
