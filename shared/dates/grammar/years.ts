import { clockAt } from './clock.ts';
import { isMark, isTight, lexAt, monthAt, skipMarks, type Tokens } from './scan.ts';

export type YearAt = { readonly year: number; readonly digits: number; readonly pair: boolean; readonly next: number };

/** Years that a review can meet; four figures outside them are rather a clock time or a number. */
export function isLikelyYear(value: number): boolean {
  return value >= 1850 && value < 2200;
}

/** A year after a month, season or the like: 2010, '10, 10, 2009/10. Null where the figures are rather a time or a day. */
export function yearAt(tokens: Tokens, from: number, pairs = false): YearAt | null {
  let at = from;
  const apostrophe = isMark(tokens, at, "'");
  if (apostrophe) at++;
  const token = tokens[at];
  if (token?.kind !== 'number' || token.ordinal || (token.digits !== 2 && token.digits !== 4)) return null;
  if (token.digits === 4 && !isLikelyYear(token.value)) {
    if (clockAt(tokens, at, true) || token.value < 1000) return null;
  }
  if (!apostrophe && token.digits === 2 && (clockAt(tokens, at) || isFigureDate(tokens, at))) return null;
  if (pairs) {
    const pair = pairAt(tokens, at);
    if (pair) return pair;
  }
  if (token.digits === 2 && !apostrophe && (isDotTime(tokens, at) || monthFollows(tokens, at + 1))) return null;
  return { year: token.value, digits: token.digits, pair: false, next: at + 1 };
}

/** "2009/10", "2009-2010", "09/10": the second follows the first by one. */
export function pairAt(tokens: Tokens, at: number): YearAt | null {
  const a = tokens[at];
  const b = tokens[at + 2];
  if (a?.kind !== 'number' || b?.kind !== 'number' || !isMark(tokens, at + 1, '/-') || b.ordinal) return null;
  if (isMark(tokens, at + 3, './-') && isTight(tokens, at + 3) && tokens[at + 4]?.kind === 'number') return null;
  const isOneFigure = b.digits === 1 && a.digits === 4 && isTight(tokens, at + 2) && isLikelyYear(a.value);
  if (isOneFigure && b.value === (a.value + 1) % 10) return { year: a.value, digits: 4, pair: true, next: at + 3 };
  const follows = b.digits === 4 ? b.value === a.value + 1 : b.digits === 2 && b.value === (a.value + 1) % 100;
  if (!follows || (a.digits !== 4 && !(a.digits === 2 && b.digits === 2))) return null;
  return { year: a.value, digits: a.digits, pair: true, next: at + 3 };
}

/** "Mothering Sunday 30/3/25": the figures are a date of their own. */
function isFigureDate(tokens: Tokens, at: number): boolean {
  const separator = tokens[at + 1]?.text ?? ' ';
  const isSeparated = (k: number): boolean => isMark(tokens, k, separator) && tokens[k + 1]?.kind === 'number';
  return (
    '/.-'.includes(separator) && separator !== '' && isSeparated(at + 1) && isSeparated(at + 3) && tokens[at + 4]?.digits !== 1
  );
}

/** "12 Oct 10.30": the dot and two figures make it a time. */
function isDotTime(tokens: Tokens, at: number): boolean {
  const minutes = tokens[at + 2];
  return (
    isMark(tokens, at + 1, '.') &&
    isTight(tokens, at + 1) &&
    minutes?.kind === 'number' &&
    minutes.digits === 2 &&
    !minutes.gap &&
    minutes.value < 60 &&
    (tokens[at]?.value ?? 99) < 24
  );
}

function monthFollows(tokens: Tokens, from: number): boolean {
  const at = skipMarks(tokens, from, '.-/');
  return at === from && monthAt(tokens, at) !== null && lexAt(tokens, at) !== null;
}
