import { type Atom, atom, type Found, found, type Item } from './atoms.ts';
import { clockAt } from './clock.ts';
import type { LexWord } from './lex.ts';
import type { WeekForm } from './atoms.ts';
import { MARKS, SILENT } from './marks.ts';
import { dayNameAt, monthNameAt, yearThenMonthAt } from './named-month.ts';
import { nearWeekdays } from './near-word.ts';
import { dayOnlyAt, type FigureOrder, numericAt, yearFirstAt } from './numeric.ts';
import { halfYearAt, namedPeriodAt, numberedTermAt, ordinalPeriodAt, weekNumberAt, yearPeriodAt } from './periods.ts';
import { relativeAt } from './relative.ts';
import { isMark, isNumber, isTight, lexAt, skipMarks, skipOf, type Tokens } from './scan.ts';
import { isLikelyYear } from './years.ts';

const NOISE: Item = { is: 'noise' };
const FILLER: Item = { is: 'filler' };
const LABEL: Item = { is: 'label' };
/** "End" alone is no part of a day, as "late" may be. */
const EDGES: ReadonlySet<string> = new Set([
  'end',
  'start',
  'beginning',
  'beg',
  'middle',
  'diwedd',
  'dechrau',
  'canol',
  'year',
  'ende',
  'fin',
  'koniec',
  'anfang',
  'debut',
  'mitte',
]);

/** What each stretch of a cell is: dates, times, joins, doubts, and words that say nothing of a date. */
export function itemise(tokens: Tokens, order: FigureOrder): Item[] {
  const items: Item[] = [];
  let at = 0;
  while (at < tokens.length) {
    const next = foundAt(tokens, at, order) ?? found(at + 1, NOISE);
    for (const item of next.items) items.push(item);
    at = next.next > at ? next.next : at + 1;
  }
  return items;
}

function foundAt(tokens: Tokens, at: number, order: FigureOrder): Found | null {
  const kind = tokens[at]?.kind;
  if (kind === 'number') return numberFound(tokens, at, order);
  return kind === 'word' ? wordFound(tokens, at, order) : markFound(tokens, at);
}

function numberFound(tokens: Tokens, at: number, order: FigureOrder): Found | null {
  const token = tokens[at];
  if (token?.ordinal) {
    const period = ordinalPeriodAt(tokens, at);
    if (period) return period;
  } else {
    const quarter = token?.digits === 1 && tokens[at + 1]?.text === 'q' ? ordinalPeriodAt(tokens, at) : null;
    if (quarter) return quarter;
    // "3 hours later" is no time of day
    const clock = relativeHoursAt(tokens, at) ?? clockFound(tokens, at, false);
    if (clock) return clock;
  }
  if (token && token.digits <= 2)
    return (
      dayNameAt(tokens, at) ??
      relativeAt(tokens, at) ??
      numericAt(tokens, at, order) ??
      yearPeriodAt(tokens, at) ??
      dayOnlyAt(tokens, at)
    );
  return (
    yearThenMonthAt(tokens, at) ??
    yearPeriodAt(tokens, at) ??
    yearFirstAt(tokens, at) ??
    yearAlone(tokens, at) ??
    bareTime(tokens, at)
  );
}

function relativeHoursAt(tokens: Tokens, at: number): Found | null {
  return tokens[at + 1]?.kind === 'word' && lexAt(tokens, at + 1)?.lex.is === 'hours' ? relativeAt(tokens, at) : null;
}

function clockFound(tokens: Tokens, at: number, loose: boolean): Found | null {
  const clock = clockAt(tokens, at, loose);
  return (
    clock &&
    found(clock.next, { is: 'clock', minutes: clock.minutes, endMinutes: clock.endMinutes, wrong: clock.wrong, bare: clock.bare })
  );
}

function yearAlone(tokens: Tokens, at: number): Found | null {
  const token = tokens[at];
  if (token?.digits !== 4 || !isLikelyYear(token.value)) return null;
  const date = atom('year', token.value, 4);
  if (token.value % 100 < 60 && token.value < 2400) date.maybeTime = Math.floor(token.value / 100) * 60 + (token.value % 100);
  return found(at + 1, { is: 'date', atom: date });
}

/** 1430, 0930: four figures that are no year. */
function bareTime(tokens: Tokens, at: number): Found | null {
  const afterText = at > 0 && tokens[at - 1]?.kind === 'word' && !lexAt(tokens, at - 1);
  return tokens[at]?.digits === 4 && !afterText ? clockFound(tokens, at, true) : null;
}

function wordFound(tokens: Tokens, at: number, order: FigureOrder): Found | null {
  const named = lexAt(tokens, at);
  if (!named) return unknownWord(tokens, at);
  const { lex, next } = named;
  if (isStrayLetter(tokens, at)) return found(at + 1, NOISE);
  switch (lex.is) {
    case 'month':
      return lex.roman ? found(next, NOISE) : monthNameAt(tokens, at, false);
    case 'weekday':
      return found(skipMarks(tokens, next, '.,'), { is: 'weekday', weekday: lex.weekday, slip: null });
    case 'part':
      return (
        partFound(tokens, lex.part, next, order) ?? found(next, EDGES.has(tokens[at]?.text ?? '') ? NOISE : { is: 'dayPart' })
      );
    case 'week':
      return (
        weekFound(tokens, lex.week, next, order) ??
        (lex.week === 'weekend' && at < 4 ? thatWeekend(next) : found(next, { is: 'week', week: lex.week }))
      );
    case 'unit':
      return unitFound(tokens, at, next, lex.unit === 'week', order);
    case 'bound':
      return found(next, { is: 'bound', bound: lex.bound });
    case 'join':
      if (at === 0 && lex.join === 'to') return found(next, { is: 'bound', bound: 'until' });
      return relativeAt(tokens, at) ?? found(next, { is: 'join', join: lex.join });
    case 'clock':
      return clockFound(tokens, at, false);
    case 'halfPast':
    case 'half':
      return clockFound(tokens, at, false) ?? found(next, NOISE);
    case 'quarter':
      return clockFound(tokens, at, false) ?? namedPeriodAt(tokens, at) ?? found(next, NOISE);
    case 'hours':
      return halfYearAt(tokens, at) ?? found(next, NOISE);
    case 'meridiem':
      return found(next, { is: 'dayPart' });
    case 'at':
      return loosely(tokens, next);
    case 'the':
    case 'direction':
    case 'few':
    case 'later':
    case 'neighbour':
      return relativeAt(tokens, at) ?? namedOrdinal(tokens, at) ?? afterDirection(tokens, at, next);
    case 'count':
      return clockFound(tokens, at, false) ?? relativeAt(tokens, at) ?? afterDirection(tokens, at, next);
    case 'halfTerm':
    case 'feast':
    case 'season':
    case 'yearKind':
    case 'nth':
      return (
        namedPeriodAt(tokens, at) ?? (lex.is === 'nth' && lex.nth < 0 ? lastRelative(tokens, next) : null) ?? found(next, NOISE)
      );
    case 'ditto':
      return isDittoWord(tokens, at, next) ? found(next, { is: 'ditto' }) : found(next, NOISE);
    case 'term':
      return numberedTermAt(tokens, next) ?? found(next, NOISE);
    default:
      return (
        (tokens[at]?.text === 't' && isTight(tokens, next) ? numberedTermAt(tokens, next) : null) ??
        found(next, plainItem(lex.is))
      );
  }
}

/** O8/10/24, 1I/10/24: a letter glued to figures is no word. */
function isStrayLetter(tokens: Tokens, at: number): boolean {
  const text = tokens[at]?.text ?? '';
  if (text.length > 2 || !/^[oilsbz]+$/.test(text)) return false;
  return (isNumber(tokens, at + 1) && isTight(tokens, at + 1)) || (isNumber(tokens, at - 1) && isTight(tokens, at));
}

function plainItem(is: LexWord): Item {
  switch (is) {
    case 'approx':
    case 'doubt':
    case 'onward':
    case 'backward':
    case 'undated':
    case 'overnight':
    case 'dayPart':
      return { is };
    case 'label':
      return LABEL;
    case 'filler':
    case 'of':
    case 'zone':
    case 'year':
    case 'ordinalEnding':
      return FILLER;
    default:
      return NOISE;
  }
}

/** "do" is an everyday word: as a ditto it stands alone or with its point. */
function isDittoWord(tokens: Tokens, at: number, next: number): boolean {
  return tokens[at]?.text !== 'do' || tokens[next]?.kind !== 'word';
}

/** "the following 12 October": the word says that it comes after. "the 12th" is a day. */
function afterDirection(tokens: Tokens, at: number, next: number): Found {
  if (tokens[at]?.text === 'same' && tokens[next]?.kind !== 'word') return found(next, { is: 'ditto' });
  return lexAt(tokens, at)?.lex.is === 'the'
    ? found(at + 1, FILLER)
    : found(next, tokens[at]?.text === 'following' ? { is: 'bound', bound: 'after' } : NOISE);
}

/** "the first week of May". */
function namedOrdinal(tokens: Tokens, at: number): Found | null {
  const lex = lexAt(tokens, at);
  if (lex?.lex.is !== 'the') return null;
  return lexAt(tokens, lex.next)?.lex.is === 'nth' ? namedPeriodAt(tokens, lex.next) : null;
}

/** "last Friday" leans on the row above, as "the previous Friday" does. */
function lastRelative(tokens: Tokens, at: number): Found | null {
  const lex = lexAt(tokens, at);
  if (lex?.lex.is !== 'weekday') return null;
  const date = atom('relative');
  date.shift = { by: 'weekday', weekday: lex.lex.weekday, direction: -1 };
  return found(lex.next, { is: 'date', atom: date });
}

function unknownWord(tokens: Tokens, at: number): Found | null {
  const word = tokens[at];
  if (!word) return null;
  // "W41 2010"
  const week = word.text === 'w' ? weekNumberAt(tokens, at + 1) : null;
  if (week) return week;
  const month =
    monthNameAt(tokens, at, at > 0 && isNumber(tokens, at - 1)) ??
    (word.text === 'twenty' ? clockFound(tokens, at, false) : null);
  if (month) return month;
  if (!isNumber(tokens, skipMarks(tokens, at + 1, '.,')) && tokens.length > 1) return found(at + 1, NOISE);
  const [weekday] = nearWeekdays(word.text);
  if (weekday === undefined) return found(at + 1, NOISE);
  return found(at + 1, { is: 'weekday', weekday, slip: `“${word.text}” is taken for the name of a weekday` });
}

/** After "at" or "@" figures are a time, if they can be. */
function loosely(tokens: Tokens, next: number): Found {
  const hour = lexAt(tokens, next);
  if (hour?.lex.is === 'approx') return found(next, FILLER);
  return clockFound(tokens, next, true) ?? found(next, FILLER);
}

/** Early, mid, late of what follows; "early to mid 2009". */
function partFound(tokens: Tokens, part: number, next: number, order: FigureOrder): Found | null {
  let at = skipOf(tokens, next, '.-/,');
  let to = part;
  const join = lexAt(tokens, at);
  const second = lexAt(tokens, join?.lex.is === 'join' ? join.next : at);
  if (second?.lex.is === 'part') {
    to = second.lex.part;
    at = skipOf(tokens, second.next, '.-/,');
  }
  const inner = thatMonth(tokens, at) ?? foundAt(tokens, at, order);
  const item = inner?.items[0];
  if (!inner || item?.is !== 'date' || item.atom.kind === 'dayOnly') return null;
  const shift = item.atom.shift?.by;
  if (item.atom.kind === 'relative' && shift !== 'month' && shift !== 'year') return null;
  item.atom.part = Math.min(part, to);
  item.atom.partTo = Math.max(part, to);
  return inner;
}

/** "End of the month": that of the row above. */
function thatMonth(tokens: Tokens, at: number): Found | null {
  const unit = lexAt(tokens, skipOf(tokens, at));
  if (unit?.lex.is !== 'unit' || unit.lex.unit !== 'month' || tokens[unit.next]?.kind === 'word') return null;
  const date = atom('relative');
  date.shift = { by: 'month', count: 0 };
  return found(unit.next, { is: 'date', atom: date });
}

/** Week commencing, week ending, weekend of what follows. */
function weekFound(tokens: Tokens, week: WeekForm, next: number, order: FigureOrder): Found | null {
  let at = skipOf(tokens, next, '.,:;-()');
  let weekday = -1;
  for (let lex = lexAt(tokens, at); lex; lex = lexAt(tokens, at)) {
    if (lex.lex.is === 'weekday') weekday = lex.lex.weekday;
    else if (lex.lex.is !== 'approx' && lex.lex.is !== 'filler') break;
    at = skipMarks(tokens, lex.next, '.,-/');
  }
  const inner = foundAt(tokens, at, order);
  const item = inner?.items[0];
  if (!inner || item?.is !== 'date') return null;
  item.atom.week = week;
  if (weekday >= 0) item.atom.weekday = weekday;
  const approx = tokens.slice(next, at).some((_, k) => lexAt(tokens, next + k)?.lex.is === 'approx');
  return approx ? { items: [{ is: 'approx' }, ...inner.items], next: inner.next } : inner;
}

function unitFound(tokens: Tokens, at: number, next: number, isWeek: boolean, order: FigureOrder): Found {
  const dated = isWeek ? (weekNumberAt(tokens, next) ?? weekDated(tokens, next, order)) : null;
  // "week 4-10 Oct", "4-8 Oct (week)": the days say it
  const isSpare = isWeek && (isNumber(tokens, next) || tokens[next]?.kind !== 'word');
  return dated ?? relativeAt(tokens, at) ?? found(next, isSpare ? FILLER : NOISE);
}

/** "The weekend" with no date is that of the row above. */
function thatWeekend(next: number): Found {
  const date = atom('relative');
  date.shift = { by: 'weekend', count: 0 };
  return found(next, { is: 'date', atom: date });
}

/** "week 12/10/10": the week of that day. */
function weekDated(tokens: Tokens, next: number, order: FigureOrder): Found | null {
  const inner = weekFound(tokens, 'containing', next, order);
  const item = inner?.items[0];
  return item?.is === 'date' && isWholeDay(item.atom) ? inner : null;
}

function isWholeDay(date: Atom): boolean {
  return date.kind === 'day';
}

function markFound(tokens: Tokens, at: number): Found {
  const mark = tokens[at]?.text ?? '';
  if (mark === '@') return loosely(tokens, at + 1);
  if (mark === '-' && isMark(tokens, at + 1, '>') && isTight(tokens, at + 1)) return found(at + 2, { is: 'join', join: 'to' });
  if (mark === "'" && isMark(tokens, at + 1, "'")) return found(at + 2, { is: 'ditto' });
  if (mark === ',' && isMark(tokens, at + 1, ',') && isTight(tokens, at + 1)) return found(at + 2, { is: 'ditto' });
  if (mark === '.' && isMark(tokens, at + 1, '.') && isTight(tokens, at + 1))
    return found(skipMarks(tokens, at, '.'), { is: 'join', join: 'to' });
  const item = MARKS[mark];
  if (item) return found(at + 1, item);
  return found(at + 1, SILENT.includes(mark) ? FILLER : NOISE);
}
