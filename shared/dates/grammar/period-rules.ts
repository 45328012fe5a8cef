import { fromParts } from '../../kernel/clock.ts';
import {
  type DaySpan,
  easterSunday,
  edgeDay,
  isDay,
  isoWeek,
  monthSpan,
  monthsSpan,
  nthWeekday,
  orthodoxEaster,
} from '../calendar.ts';
import type { DateConventions, YearEdge } from '../conventions.ts';
import { type MovingFeast, movingFeast } from '../moving-feasts.ts';

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** A stretch of days that every year has. */
export type PeriodRule =
  | { readonly by: 'season'; readonly season: Season }
  | { readonly by: 'term'; readonly term: 'autumn' | 'spring' | 'summer' }
  | { readonly by: 'holiday'; readonly holiday: string }
  | { readonly by: 'months'; readonly month: number; readonly count: number }
  | { readonly by: 'halfMonth'; readonly month: number; readonly half: number }
  | { readonly by: 'weekOfMonth'; readonly month: number; readonly nth: number }
  | { readonly by: 'financial'; readonly quarter: number }
  | { readonly by: 'academic' }
  | { readonly by: 'monthEnd'; readonly month: number }
  | { readonly by: 'years'; readonly count: number }
  | { readonly by: 'isoWeek'; readonly week: number; readonly day: number }
  | { readonly by: 'days'; readonly month: number; readonly day: number; readonly length: number }
  | { readonly by: 'easter'; readonly from: number; readonly to: number }
  /** A negative length counts back from the day. */
  | { readonly by: 'weekday'; readonly month: number; readonly weekday: number; readonly nth: number; readonly length: number }
  | { readonly by: 'bankHoliday'; readonly holiday: 'earlyMay' | 'spring' }
  | { readonly by: 'moving'; readonly feast: MovingFeast }
  /** Of the Julian calendar, which the Orthodox churches keep. */
  | { readonly by: 'orthodoxEaster' }
  /** One of the six terms of a school year, numbered from autumn. */
  | { readonly by: 'sixth'; readonly term: number };

/** The days of a rule in a year; the year is the one it begins in. Null where that year has none. */
export function periodIn(rule: PeriodRule, year: number, conventions: DateConventions): DaySpan | null {
  switch (rule.by) {
    case 'season':
      return monthsSpan(year, conventions.seasons[rule.season], 3);
    case 'term':
      return edges(conventions.terms[rule.term], year);
    case 'holiday': {
      const holiday = conventions.holidays[rule.holiday];
      return holiday ? edges(holiday, year) : null;
    }
    case 'months':
      return monthsSpan(year, rule.month, rule.count);
    case 'halfMonth': {
      const [first, last] = monthSpan(year, rule.month);
      return rule.half === 1 ? [first, first + 14] : [first + 15, last];
    }
    case 'weekOfMonth': {
      const [first, last] = monthSpan(year, rule.month);
      if (rule.nth < 0) return [last - 6, last];
      const from = first + 7 * (rule.nth - 1);
      return from > last ? null : [from, Math.min(from + 6, last)];
    }
    case 'financial': {
      const [month, day] = conventions.financialYear;
      if (rule.quarter === 0) return [fromParts(year, month, day), fromParts(year + 1, month, day) - 1];
      const [from, to] = monthsSpan(year, month + 3 * (rule.quarter - 1), 3);
      return [from + day - 1, to + day - 1];
    }
    case 'academic': {
      const [month, day] = conventions.academicYear;
      return [fromParts(year, month, day), fromParts(year + 1, month, day) - 1];
    }
    case 'monthEnd': {
      const last = monthSpan(year, rule.month)[1];
      return [last, last];
    }
    case 'years':
      return [fromParts(year, 1, 1), fromParts(year + rule.count - 1, 12, 31)];
    case 'isoWeek': {
      const week = isoWeek(year, rule.week);
      return week && (rule.day === 0 ? week : [week[0] + rule.day - 1, week[0] + rule.day - 1]);
    }
    case 'days': {
      if (!isDay(year, rule.month, rule.day)) return null;
      const from = fromParts(year, rule.month, rule.day);
      return [from, from + rule.length - 1];
    }
    case 'easter': {
      const sunday = easterSunday(year);
      return [sunday + rule.from, sunday + rule.to];
    }
    case 'weekday': {
      const day = nthWeekday(year, rule.month, rule.weekday, rule.nth);
      if (day === null) return null;
      return rule.length < 0 ? [day + rule.length, day] : [day, day + rule.length - 1];
    }
    case 'moving':
      return movingFeast(rule.feast, year);
    case 'orthodoxEaster': {
      const day = orthodoxEaster(year);
      return [day, day];
    }
    case 'sixth':
      return edges(sixthOf(rule.term, conventions), year);
    case 'bankHoliday': {
      const day = bankHoliday(rule.holiday, year);
      return [day, day];
    }
  }
}

/** Moved by proclamation for VE Day in 1995 and 2020 and for the jubilees of 2002, 2012 and 2022. */
function bankHoliday(holiday: 'earlyMay' | 'spring', year: number): number {
  if (holiday === 'earlyMay') return year === 1995 || year === 2020 ? fromParts(year, 5, 8) : (nthWeekday(year, 5, 0, 1) ?? 0);
  if (year === 2022) return fromParts(year, 6, 2);
  if (year === 2002 || year === 2012) return fromParts(year, 6, 4);
  return nthWeekday(year, 5, 0, -1) ?? 0;
}

function edges([from, to]: DateConventions['terms']['autumn'], year: number): DaySpan {
  const first = edgeDay(year, from);
  const last = edgeDay(year, to);
  return [first, last < first ? edgeDay(year + 1, to) : last];
}

/** Half terms part the six; schools differ by a week, so each takes in the holidays beside it. */
function sixthOf(term: number, { terms, holidays }: DateConventions): readonly [from: YearEdge, to: YearEdge] {
  const half = (name: string, edge: 0 | 1): YearEdge | undefined => holidays[name]?.[edge];
  const [name, first] = (
    [
      ['autumn', true],
      ['autumn', false],
      ['spring', true],
      ['spring', false],
      ['summer', true],
      ['summer', false],
    ] as const
  )[term - 1] ?? ['autumn', true];
  const [from, to] = terms[name];
  return first ? [from, half(`${name}Half`, 1) ?? to] : [half(`${name}Half`, 0) ?? from, to];
}

/** How a rule is stated: a named day, a season or term, or a stretch of days. */
export function periodPrecision(rule: PeriodRule): 'day' | 'season' | 'range' {
  if (rule.by === 'season' || rule.by === 'term' || rule.by === 'sixth') return 'season';
  const oneDay =
    rule.by === 'bankHoliday' ||
    rule.by === 'orthodoxEaster' ||
    rule.by === 'monthEnd' ||
    (rule.by === 'isoWeek' && rule.day > 0) ||
    (rule.by === 'days' && rule.length === 1) ||
    (rule.by === 'weekday' && rule.length === 1) ||
    (rule.by === 'easter' && rule.from === rule.to);
  return oneDay ? 'day' : 'range';
}

/** Seasons, terms and holidays are vague by themselves. */
export function isVaguePeriod(rule: PeriodRule): boolean {
  return ['season', 'term', 'holiday', 'moving', 'sixth'].includes(rule.by);
}
