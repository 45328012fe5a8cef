import { isDay } from '../calendar.ts';
import { type Atom, atom, type Found, found } from './atoms.ts';
import type { PeriodRule, Season } from './period-rules.ts';
import { isMark, isTight, lexAt, monthAt, skipMarks, skipOf, type Tokens } from './scan.ts';
import { isLikelyYear, pairAt, yearAt } from './years.ts';

/** A period by its rule and the year that follows it, if one does. */
function periodAt(tokens: Tokens, next: number, rule: PeriodRule, vague: boolean, other: PeriodRule | null = null): Found {
  const year = yearAt(tokens, skipOf(tokens, next, '.,-/:('), true);
  const date = period(rule, year?.year ?? 0, year?.digits ?? 0, year?.pair ?? false);
  date.vague = vague;
  if (other) date.other = period(other, date.year, date.yearDigits, date.yearPair);
  return found(year?.next ?? next, { is: 'date', atom: date });
}

function period(rule: PeriodRule, year: number, digits: number, pair: boolean): Atom {
  const date = atom('period', year, digits);
  date.rule = rule;
  date.yearPair = pair;
  return date;
}

/** Seasons, terms, feasts, quarters, halves, financial and academic years, the nth week or weekday of a month. */
export function namedPeriodAt(tokens: Tokens, at: number): Found | null {
  const named = lexAt(tokens, at);
  if (!named) return null;
  const { lex, next } = named;
  switch (lex.is) {
    case 'feast':
      return periodAt(tokens, next, lex.rule, lex.vague, lex.other);
    case 'season': {
      const term = lexAt(tokens, next);
      if (term?.lex.is === 'term' && lex.season !== 'winter')
        return periodAt(tokens, pastHalf(tokens, term.next), { by: 'term', term: lex.season }, true);
      // schools number the halves of a term: "Autumn 2 2010"
      if (lex.season !== 'winter' && pastHalf(tokens, next) > next)
        return periodAt(tokens, next + 1, { by: 'term', term: lex.season }, true);
      return termAfterYear(tokens, next, lex.season) ?? periodAt(tokens, next, { by: 'season', season: lex.season }, true);
    }
    case 'halfTerm':
      return halfTermAt(tokens, next);
    case 'quarter': {
      const number = tokens[next];
      if (number?.kind !== 'number' || number.digits !== 1) return null;
      return quarterAt(tokens, next + 1, number.value);
    }
    case 'yearKind':
      return yearKindAt(tokens, next, lex.rule);
    case 'nth':
      return nthAt(tokens, next, lex.nth);
    default:
      return null;
  }
}

/** "Autumn 2009 term". */
function termAfterYear(tokens: Tokens, next: number, season: Season): Found | null {
  const year = yearAt(tokens, next, true);
  const term = year && lexAt(tokens, year.next);
  if (!year || term?.lex.is !== 'term' || season === 'winter') return null;
  const date = period({ by: 'term', term: season }, year.year, year.digits, year.pair);
  date.vague = true;
  return found(term.next, { is: 'date', atom: date });
}

/**
 * "Term 1 2010", "T3 2010/11": of six a year. Schools with three number theirs as well, and a single year for one of the later
 * terms can be the one its school year began in: that is a doubt, and said.
 */
export function numberedTermAt(tokens: Tokens, next: number): Found | null {
  const number = tokens[next];
  if (number?.kind !== 'number' || number.ordinal || number.digits !== 1 || number.value < 1 || number.value > 6) return null;
  const year = yearAt(tokens, skipOf(tokens, next + 1, '.,-/:('), true);
  if (!year) return null;
  const date = period({ by: 'sixth', term: number.value }, year.year, year.digits, year.pair);
  const ofThree = (['autumn', 'spring', 'summer'] as const)[number.value - 1];
  if (ofThree) date.other = period({ by: 'term', term: ofThree }, year.year, year.digits, year.pair);
  else if (!year.pair) date.other = period({ by: 'sixth', term: number.value }, year.year + 1, year.digits, false);
  return found(year.next, { is: 'date', atom: date });
}

function pastHalf(tokens: Tokens, at: number): number {
  const token = tokens[at];
  const isHalf = token?.kind === 'number' && token.digits === 1 && (token.value === 1 || token.value === 2);
  return isHalf && tokens[at + 1]?.kind !== 'mark' ? at + 1 : at;
}

/** "half term Oct 2010". */
function halfTermAt(tokens: Tokens, next: number): Found | null {
  const month = monthAt(tokens, skipOf(tokens, next));
  const half = month && HALF_TERMS[month.month];
  return month && half ? periodAt(tokens, month.next, { by: 'holiday', holiday: half }, true) : null;
}

const HALF_TERMS: Readonly<Record<number, string>> = {
  2: 'springHalf',
  5: 'summerHalf',
  6: 'summerHalf',
  10: 'autumnHalf',
  11: 'autumnHalf',
};

/** "H1 2010". */
export function halfYearAt(tokens: Tokens, at: number): Found | null {
  const half = tokens[at + 1];
  if (tokens[at]?.text !== 'h' || half?.kind !== 'number' || half.gap || half.digits !== 1 || half.value < 1 || half.value > 2)
    return null;
  return periodAt(tokens, at + 2, { by: 'months', month: half.value === 1 ? 1 : 7, count: 6 }, false);
}

/** Quarters are of the calendar year, unless the year is a pair or called financial. */
function quarterAt(tokens: Tokens, next: number, quarter: number): Found | null {
  if (quarter < 1 || quarter > 4) return null;
  const at = skipOf(tokens, next, '.,-/(');
  const kind = lexAt(tokens, at);
  const financial = kind?.lex.is === 'yearKind' && kind.lex.rule.by === 'financial';
  const at2 = financial ? skipOf(tokens, kind.next, '.,-/(') : at;
  const year = yearAt(tokens, at2, true);
  const rule: PeriodRule =
    financial || year?.pair ? { by: 'financial', quarter } : { by: 'months', month: 3 * quarter - 2, count: 3 };
  return found(year?.next ?? next, { is: 'date', atom: period(rule, year?.year ?? 0, year?.digits ?? 0, year?.pair ?? false) });
}

function yearKindAt(tokens: Tokens, next: number, rule: PeriodRule): Found | null {
  const year = yearAt(tokens, skipOf(tokens, next, '.,-/:('), true);
  return year && found(year.next, { is: 'date', atom: yearOf(rule, year.year, year.digits, year.pair) });
}

/** A single year for a year that spans two can mean the one it begins or the one it ends in. */
function yearOf(rule: PeriodRule, year: number, digits: number, pair: boolean): Atom {
  const date = period(rule, year, digits, pair);
  if (!pair) date.other = period(rule, year - 1, digits, false);
  return date;
}

/** First, second … last: quarter, half, week or weekday of a month or year. */
function nthAt(tokens: Tokens, next: number, nth: number): Found | null {
  const monthOfDay = nth > 0 ? monthAt(tokens, skipOf(tokens, next)) : null;
  if (monthOfDay) return dayOfMonth(tokens, monthOfDay.next, monthOfDay.month, nth);
  const unit = lexAt(tokens, next);
  if (!unit) return null;
  if (unit.lex.is === 'quarter') return nth > 0 ? quarterAt(tokens, unit.next, nth) : quarterAt(tokens, unit.next, 4);
  const at = skipOf(tokens, unit.next);
  if (unit.lex.is === 'half' && (nth === 1 || nth === 2)) {
    const month = monthAt(tokens, at);
    if (month) return periodAt(tokens, month.next, { by: 'halfMonth', month: month.month, half: nth }, false);
    const year = yearAt(tokens, at, true);
    if (!year) return null;
    return found(year.next, {
      is: 'date',
      atom: period({ by: 'months', month: nth === 1 ? 1 : 7, count: 6 }, year.year, year.digits, false),
    });
  }
  const month = monthAt(tokens, at);
  if (!month || nth > 31) return null;
  if (unit.lex.is === 'unit' && unit.lex.unit === 'day')
    return nth > 0
      ? dayOfMonth(tokens, month.next, month.month, nth)
      : periodAt(tokens, month.next, { by: 'monthEnd', month: month.month }, false);
  if (nth > 5) return null;
  if (unit.lex.is === 'weekday')
    return periodAt(tokens, month.next, { by: 'weekday', month: month.month, weekday: unit.lex.weekday, nth, length: 1 }, false);
  const isWeek =
    (unit.lex.is === 'unit' && unit.lex.unit === 'week') || (unit.lex.is === 'week' && unit.lex.week === 'containing');
  if (isWeek) return periodAt(tokens, month.next, { by: 'weekOfMonth', month: month.month, nth }, false);
  const isWeekend = unit.lex.is === 'week' && unit.lex.week === 'weekend';
  return isWeekend
    ? periodAt(tokens, month.next, { by: 'weekday', month: month.month, weekday: 5, nth, length: 2 }, false)
    : null;
}

/** "the first of May 2010", "third day of June". */
function dayOfMonth(tokens: Tokens, next: number, month: number, day: number): Found {
  const year = yearAt(tokens, skipOf(tokens, next, '.,-/'));
  if (!isDay(year?.digits === 4 ? year.year : 2000, month, day))
    return found(year?.next ?? next, { is: 'bad', why: 'impossible' });
  return found(year?.next ?? next, { is: 'date', atom: atom('day', year?.year ?? 0, year?.digits ?? 0, month, day) });
}

/** The same with figures: "1st week of May", "3rd quarter 2010", "3Q 2010". */
export function ordinalPeriodAt(tokens: Tokens, at: number): Found | null {
  const token = tokens[at];
  if (token?.digits === 1 && tokens[at + 1]?.text === 'q' && isTight(tokens, at + 1))
    return quarterAt(tokens, at + 2, token.value);
  return token?.kind === 'number' && token.ordinal && token.value <= 5 ? nthAt(tokens, at + 1, token.value) : null;
}

/** What begins with a year: "2009/10 financial year", "2010 Q3", "2010 autumn", "1990s", "2010-W41", "2009/10" alone. */
export function yearPeriodAt(tokens: Tokens, at: number): Found | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || (token.digits !== 4 && token.digits !== 2)) return null;
  const pair = pairAt(tokens, at);
  const next = pair?.next ?? at + 1;
  if (tokens[next]?.text === 's' && isTight(tokens, next) && !pair && token.value % 10 === 0) {
    // "the 80s" are those of the century before, from the thirties on
    const first = token.digits === 4 ? token.value : token.value >= 30 ? 1900 + token.value : 2000 + token.value;
    const date = period({ by: 'years', count: 10 }, first, 4, false);
    date.vague = true;
    return found(next + 1, { is: 'date', atom: date });
  }
  const at2 = skipMarks(tokens, next, '.,-/(');
  if (token.digits === 4 && tokens[at2]?.text === 'w' && tokens[at2 + 1]?.kind === 'number' && isTight(tokens, at2 + 1))
    return isoWeekAt(tokens, at2 + 1, token.value, 4, at2 + 2, true);
  // "2010 week 14", "2010 wk 14"
  const week = token.digits === 4 && !pair ? lexAt(tokens, at2) : null;
  if (week?.lex.is === 'unit' && week.lex.unit === 'week' && (tokens[week.next]?.digits ?? 9) <= 2) {
    const numbered = isoWeekAt(tokens, week.next, token.value, 4, week.next + 1);
    if (numbered) return numbered;
  }
  const kind = lexAt(tokens, at2);
  if (kind && (pair || token.digits === 4)) {
    if (kind.lex.is === 'yearKind')
      return found(kind.next, { is: 'date', atom: yearOf(kind.lex.rule, token.value, token.digits, pair !== null) });
    const trailing =
      token.digits === 4 && !isMark(tokens, at2 - 1, ',') ? afterYear(tokens, at2, token.value, pair !== null) : null;
    if (trailing) return trailing;
  }
  if (!pair && token.digits === 4) return yearsTo(tokens, at, token.value);
  if (!pair || token.digits !== 4) return null;
  const date = period({ by: 'financial', quarter: 0 }, token.value, 4, true);
  const month = tokens[at + 2]?.value ?? 0;
  date.other =
    month >= 1 && month <= 12 ? atom('month', token.value, 4, month) : period({ by: 'years', count: 2 }, token.value, 4, false);
  if (tokens[at + 2]?.digits === 4) {
    date.rule = { by: 'years', count: 2 };
    date.other = null;
  }
  return found(pair.next, { is: 'date', atom: date });
}

/** "2010-13": no month has that number, so they are years. */
function yearsTo(tokens: Tokens, at: number, from: number): Found | null {
  const to = tokens[at + 2];
  if (!isMark(tokens, at + 1, '-/') || to?.digits !== 2 || to.ordinal || to.value <= 12 || !isTight(tokens, at + 2)) return null;
  if (isMark(tokens, at + 3, './-:') || !isLikelyYear(from) || to.value <= from % 100) return null;
  return found(at + 3, { is: 'date', atom: period({ by: 'years', count: to.value - (from % 100) + 1 }, from, 4, false) });
}

/** "2010 Q3", "2010 autumn term": the year stands first, and no other follows. */
function afterYear(tokens: Tokens, at: number, year: number, pair: boolean): Found | null {
  const inner = namedPeriodAt(tokens, at);
  const item = inner?.items[0];
  if (!inner || item?.is !== 'date' || item.atom.yearDigits > 0 || item.atom.kind !== 'period') return null;
  item.atom.year = year;
  item.atom.yearDigits = 4;
  item.atom.yearPair = pair;
  const rule = item.atom.rule;
  if (pair && rule?.by === 'months' && rule.count === 3) item.atom.rule = { by: 'financial', quarter: (rule.month + 2) / 3 };
  return inner;
}

/** "week 41 2010", "wk 41 of 2010". */
export function weekNumberAt(tokens: Tokens, at: number): Found | null {
  const number = tokens[at];
  if (number?.kind !== 'number' || number.ordinal || number.digits > 2) return null;
  const year = yearAt(tokens, skipOf(tokens, at + 1, ',(/-'));
  return year && year.digits === 4 ? isoWeekAt(tokens, at, year.year, 4, year.next) : null;
}

function isoWeekAt(tokens: Tokens, at: number, year: number, digits: number, next: number, iso = false): Found | null {
  const week = tokens[at]?.value ?? 0;
  if (week < 1 || week > 53) return null;
  const weekday = tokens[next + 1];
  const hasDay = iso && isMark(tokens, next, '-') && weekday?.digits === 1 && weekday.value >= 1 && weekday.value <= 7;
  const rule: PeriodRule = { by: 'isoWeek', week, day: hasDay ? weekday.value : 0 };
  return found(hasDay ? next + 2 : next, { is: 'date', atom: period(rule, year, digits, false) });
}
