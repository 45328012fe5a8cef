import { MONTH_NAMES, WEEKDAY_NAMES } from '../calendar.ts';

const MONTHS = MONTH_NAMES.map((name) => name.toLowerCase());
const WEEKDAYS = WEEKDAY_NAMES.map((name) => name.toLowerCase());

/** Months that a mistyped word can be, by number: one letter wrong, missing, doubled or two changed places. */
export function nearMonths(word: string): number[] {
  if (word.length >= 5) return near(word, MONTHS);
  const short = word.length === 4 ? [...MONTHS.filter((name) => name.length === 4), 'sept'] : [];
  const shortHits = short.filter((name) => oneSlip(word, name)).map((name) => (name === 'sept' ? 9 : MONTHS.indexOf(name) + 1));
  if (shortHits.length > 0 || word.length !== 3) return shortHits.length > 0 ? shortHits : near(word, MONTHS);
  return MONTHS.flatMap((name, index) => (oneSlip(word, name.slice(0, 3)) ? [index + 1] : []));
}

/** Weekdays (0 Monday) that a mistyped word can be. */
export function nearWeekdays(word: string): number[] {
  return word.length < 5 ? [] : near(word, WEEKDAYS).map((n) => n - 1);
}

const WORDS =
  'spring|summer|autumn|winter|early|middle|beginning|towards|easter|christmas|approximately|approximate|approx|circa|about|around|commencing|ending|weekend|holiday|holidays|between|before|after|until|onwards|since|during|morning|afternoon|evening|overnight|undated|unknown|quarter|financial|academic|following|previous|term|late|half|week'.split(
    '|',
  );

/** The word that a mistyped one can only be; null where none or several are as near. Of four letters only two that changed places. */
export function nearWord(word: string): string | null {
  const hits = WORDS.filter((name) => (Math.min(name.length, word.length + 1) < 5 ? isSwapped(word, name) : oneSlip(word, name)));
  return hits.length === 1 ? (hits[0] ?? null) : null;
}

function isSwapped(a: string, b: string): boolean {
  return a.length === b.length && a[0] === b[0] && oneSlip(a, b) && [...a].sort().join('') === [...b].sort().join('');
}

function near(word: string, names: readonly string[]): number[] {
  return names.flatMap((name, index) => (oneSlip(word, name) ? [index + 1] : []));
}

/** One edit apart, two neighbours changing places counted as one. */
export function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  if (a.slice(i + 1) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i) || a.slice(i) === b.slice(i + 1)) return true;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}
