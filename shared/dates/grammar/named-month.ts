import { isDay } from '../calendar.ts';
import { atom, type Found, found, type Item } from './atoms.ts';
import { clockAt } from './clock.ts';
import { nearMonths } from './near-word.ts';
import { isMark, isNumber, isTight, lexAt, monthAt, skipMarks, skipOf, type Tokens } from './scan.ts';
import { isLikelyYear, pairAt, yearAt } from './years.ts';

type Named = { readonly months: readonly number[]; readonly next: number; readonly slip: string | null };

/** A month by its name, a Roman numeral, or a name with one slip of typing; `sure`: figures beside it say that a month belongs here. */
function namedMonth(tokens: Tokens, at: number, sure: boolean): Named | null {
  const month = monthAt(tokens, at, sure);
  if (month) return { months: [month.month], next: month.next, slip: null };
  const token = tokens[at];
  if (token?.kind !== 'word' || !sure || lexAt(tokens, at)) return null;
  const months = nearMonths(token.text);
  return months.length === 0 ? null : { months, next: at + 1, slip: `“${token.text}” is taken for the name of a month` };
}

/** "12 Oct 2010", "12th of October '10", "12-Oct", "12Oct2010", "14 iii 20". */
export function dayNameAt(tokens: Tokens, at: number): Found | null {
  const day = tokens[at];
  if (day?.kind !== 'number' || day.digits > 2) return null;
  let at2 = skipOf(tokens, at + 1, '.,-/');
  if (lexAt(tokens, at2)?.lex.is === 'ordinalEnding') at2 = skipOf(tokens, at2 + 1, '.,-/');
  const unit = day.ordinal ? lexAt(tokens, at2) : null;
  // "the 12th day of October"
  if (unit?.lex.is === 'unit' && unit.lex.unit === 'day') at2 = skipOf(tokens, unit.next);
  const named = namedMonth(tokens, at2, true);
  const month = named?.months[0];
  if (!named || month === undefined) return null;
  const roman = lexAt(tokens, at2);
  const year = yearAt(tokens, skipOf(tokens, named.next, '.,-/'));
  if (roman?.lex.is === 'month' && roman.lex.roman && !year) return null;
  if (named.slip && !year && (tokens[named.next]?.kind === 'word' || tokens[at2]?.text.length === 3)) return null;
  if (!year && isOddYear(tokens, named.next)) return found(skipMarks(tokens, named.next, '.,-/') + 1, { is: 'bad', why: 'year' });
  const next = year?.next ?? named.next;
  if (!isDay(year?.digits === 4 ? year.year : 2000 + ((year?.year ?? 0) % 4), month, day.value)) {
    return named.slip || (roman?.lex.is === 'month' && roman.lex.roman) ? null : found(next, { is: 'bad', why: 'impossible' });
  }
  const date = atom('day', year?.year ?? 0, year?.digits ?? 0, month, day.value);
  const dayGlued = isTight(tokens, at2) && at2 === at + 1;
  const yearGlued = year !== null && isTight(tokens, named.next) && year.next === named.next + 1;
  date.slip =
    named.slip ??
    (year && dayGlued !== yearGlued && (dayGlued || yearGlued) && isPartlyGlued(tokens, at2, named.next)
      ? 'a space is missing'
      : null);
  const second = named.months[1];
  if (second !== undefined && isDay(2000, second, day.value))
    date.other = atom('day', date.year, date.yearDigits, second, day.value);
  return found(next, { is: 'date', atom: date });
}

/** One side glued, the other apart by a space: a slip; "12Oct-10" is a style. */
function isPartlyGlued(tokens: Tokens, monthAt: number, afterMonth: number): boolean {
  return tokens[monthAt]?.gap === true || tokens[afterMonth]?.gap === true;
}

/** A year of three or five figures beside a month. */
function isOddYear(tokens: Tokens, afterMonth: number): boolean {
  const token = tokens[skipMarks(tokens, afterMonth, '.,-/')];
  return (
    token?.kind === 'number' &&
    (token.digits === 5 || (token.digits === 3 && token.value < 300)) &&
    !clockAt(tokens, tokens.indexOf(token))
  );
}

/** "October 2010", "Oct-10", "March 15, 2025", "Oct 12th", "Oct 12-14, 2010", or the month alone. */
export function monthNameAt(tokens: Tokens, at: number, hasFigureBefore: boolean): Found | null {
  const beside = isNumber(tokens, skipMarks(tokens, at + 1, ".,-/'"));
  const named = namedMonth(tokens, at, false) ?? (beside || hasFigureBefore ? namedMonth(tokens, at, beside) : null);
  const month = named?.months[0];
  if (!named || month === undefined) return null;
  const slip = named.slip;
  const at2 = skipOf(tokens, named.next, '.,-/');
  const token = tokens[at2];
  const dayFirst = token?.kind === 'number' && token.digits <= 2 && token.value >= 1 && token.value <= 31;
  if (dayFirst) {
    const dayThenTime = asctimeAt(tokens, at2, month);
    if (dayThenTime) return dayThenTime;
    const range = dayRangeAfterMonth(tokens, at2, month);
    if (range) return range;
    const year = monthDayYear(tokens, at2);
    if (year) {
      const item = dayItem(month, token.value, year.year, year.digits, slip);
      return found(year.next, item);
    }
  }
  const pair = token?.digits === 4 ? pairAt(tokens, at2) : null;
  if (pair) {
    // of a year that runs from autumn to summer: "Jan 2010/11" is in the second, "Oct 2010/11" in the first
    const date = atom('month', month >= 9 ? pair.year : pair.year + 1, 4, month);
    if (month >= 4 && month <= 8) date.other = atom('month', pair.year, 4, month);
    return found(pair.next, { is: 'date', atom: date });
  }
  if (
    token?.kind === 'number' &&
    token.digits === 2 &&
    token.value > 31 &&
    yearAt(tokens, skipMarks(tokens, at2 + 1, '.,-/'))?.digits === 4
  )
    return found(at2 + 2, { is: 'bad', why: 'impossible' });
  const spoken = spokenDay(tokens, at2);
  if (spoken) {
    const year = yearAt(tokens, skipMarks(tokens, spoken.next, '.,-/'));
    return found(year?.next ?? spoken.next, dayItem(month, spoken.day, year?.year ?? 0, year?.digits ?? 0, slip));
  }
  const year = yearAt(tokens, at2);
  if (year) {
    const date = atom('month', year.year, year.digits, month);
    date.slip = slip;
    if (year.digits === 2 && !isMark(tokens, at2, "'") && tokens[named.next]?.kind === 'number' && isDay(2000, month, year.year))
      date.other = atom('day', 0, 0, month, year.year);
    return found(year.next, { is: 'date', atom: date });
  }
  if (dayFirst && (token.ordinal || token.digits === 1) && !clockAt(tokens, at2))
    return found(at2 + 1, dayItem(month, token.value, 0, 0, slip));
  const date = atom('month', 0, 0, month);
  date.slip = slip;
  return found(named.next, { is: 'date', atom: date });
}

/** "October the twelfth". */
function spokenDay(tokens: Tokens, from: number): { day: number; next: number } | null {
  const the = lexAt(tokens, from);
  const nth = lexAt(tokens, the?.lex.is === 'the' ? the.next : from);
  return nth?.lex.is === 'nth' && nth.lex.nth > 0 && tokens[nth.next]?.kind !== 'word'
    ? { day: nth.lex.nth, next: nth.next }
    : null;
}

function dayItem(month: number, day: number, year: number, digits: number, slip: string | null): Item {
  if (!isDay(digits === 4 ? year : 2000 + (year % 4), month, day)) return { is: 'bad', why: 'impossible' };
  const date = atom('day', year, digits, month, day);
  date.slip = slip;
  return { is: 'date', atom: date };
}

/** "Oct 12 14:30:00 2010": the time stands before the year. */
function asctimeAt(tokens: Tokens, at: number, month: number): Found | null {
  const clock = clockAt(tokens, at + 1);
  const year = clock && tokens[clock.next];
  if (!clock || year?.kind !== 'number' || year.digits !== 4 || !isLikelyYear(year.value)) return null;
  const time: Item = { is: 'clock', minutes: clock.minutes, endMinutes: clock.endMinutes, wrong: clock.wrong, bare: clock.bare };
  return found(clock.next + 1, dayItem(month, tokens[at]?.value ?? 0, year.value, 4, null), time);
}

/** After "October 12": a year follows. Two figures need a comma or an apostrophe before them, or the ordinal. */
function monthDayYear(tokens: Tokens, at: number): ReturnType<typeof yearAt> {
  const next = skipMarks(tokens, at + 1, '.,-/');
  const year = yearAt(tokens, next);
  if (
    !year ||
    (year.digits === 2 && next === at + 1 && !isMark(tokens, next, "'") && !tokens[at]?.ordinal && tokens[at]?.digits === 2)
  ) {
    return year && tokens[year.next] === undefined ? year : null;
  }
  return year;
}

/** "Oct 12-14, 2010", "May 3rd to 5th". */
function dayRangeAfterMonth(tokens: Tokens, at: number, month: number): Found | null {
  let at2 = at + 1;
  if (isMark(tokens, at2, '-/&')) at2++;
  else {
    const join = lexAt(tokens, at2);
    if (join?.lex.is !== 'join') return null;
    at2 = skipOf(tokens, join.next);
  }
  const a = tokens[at];
  const b = tokens[at2];
  if (!a || b?.kind !== 'number' || b.digits > 2 || b.value < 1 || monthAt(tokens, skipOf(tokens, at2 + 1, '.,-/'), false))
    return null;
  const year = yearAt(tokens, skipMarks(tokens, at2 + 1, '.,'));
  // "Dec 24-26": the days of a month, where nothing follows them. "Oct 12-10" is a day and a year.
  const isRise = tokens[at2 + 1] === undefined && isMark(tokens, at2 - 1, '-&') && b.value > a.value && b.value <= 31;
  if ((!year && !(a.ordinal && b.ordinal) && !isRise) || (year && year.digits !== 4)) return null;
  return found(
    year?.next ?? at2 + 1,
    dayItem(month, a.value, year?.year ?? 0, year?.digits ?? 0, null),
    { is: 'join', join: 'to' },
    dayItem(month, b.value, year?.year ?? 0, year?.digits ?? 0, null),
  );
}

/** "2010 Oct 12", "2010, October". */
export function yearThenMonthAt(tokens: Tokens, at: number): Found | null {
  const year = tokens[at];
  if (year?.kind !== 'number' || year.digits !== 4) return null;
  const month = monthAt(tokens, skipMarks(tokens, at + 1, '.,-/'));
  if (!month) return null;
  const at2 = skipMarks(tokens, month.next, '.,-/');
  // "2008 - March 2010": the month has a year of its own
  if (tokens[at2]?.digits === 4 && isLikelyYear(tokens[at2]?.value ?? 0)) return null;
  const day = tokens[at2];
  if (day?.kind === 'number' && day.digits <= 2 && !clockAt(tokens, at2) && !isMark(tokens, at2 + 1, ':'))
    return found(at2 + 1, dayItem(month.month, day.value, year.value, 4, null));
  return found(month.next, { is: 'date', atom: atom('month', year.value, 4, month.month) });
}
