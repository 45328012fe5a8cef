import type { PeriodRule } from './period-rules.ts';

export type WeekForm = 'starting' | 'ending' | 'containing' | 'weekend' | 'fortnight' | 'fortnightEnding' | 'month';

export type AtomKind = 'dayOnly' | 'day' | 'month' | 'year' | 'period' | 'relative';

/** One date as written, before its year, range or neighbours are known. One record for all kinds, for speed. */
export type Atom = {
  readonly kind: AtomKind;
  day: number;
  /** 0 where none is written. */
  month: number;
  year: number;
  /** How many figures the year has; 0 where none is written. */
  yearDigits: number;
  /** "2009/10": a year that runs into the next. */
  yearPair: boolean;
  rule: PeriodRule | null;
  /** Early 1, mid 2, late 3; 0 the whole. "Early to mid" is 1 to 2. */
  part: number;
  partTo: number;
  /** Days before or after what is written ("two days after Easter Sunday 2010"). */
  offset: number;
  offsetTo: number;
  /** "The Monday after Easter 2010": a weekday and its side; -1 where none is. */
  toWeekday: number;
  toSide: -1 | 1;
  /** A named day beside it ("Good Friday 2 April 2010"), which must agree. */
  named: PeriodRule | null;
  /** Written in figures alone, so day and month can have changed places. */
  figures: boolean;
  week: WeekForm | null;
  /** As written beside it; -1 where none is. */
  weekday: number;
  /** The words are vague by themselves ("Christmas 2009"). */
  vague: boolean;
  /** Month before day was the only possible reading. */
  monthFirst: boolean;
  /** What was put right to read it, in words. */
  slip: string | null;
  /** The same figures as a clock time in minutes (10.11, 2015), or -1. */
  maybeTime: number;
  /** Another reading of the same words, to be shown. */
  other: Atom | null;
  /** For relative dates: resolved from the row above. */
  shift: Shift | null;
};

export type Shift =
  | { readonly by: 'days'; readonly from: number; readonly to: number; readonly vague: boolean }
  | { readonly by: 'months'; readonly count: number }
  | { readonly by: 'weekday'; readonly weekday: number; readonly direction: -1 | 0 | 1 }
  | { readonly by: 'week' | 'month' | 'year' | 'weekend'; readonly count: number }
  | { readonly by: 'restOfWeek' };

export function atom(kind: AtomKind, year = 0, yearDigits = 0, month = 0, day = 0): Atom {
  return {
    kind,
    day,
    month,
    year,
    yearDigits,
    yearPair: false,
    rule: null,
    part: 0,
    partTo: 0,
    offset: 0,
    offsetTo: 0,
    toWeekday: -1,
    toSide: 1,
    named: null,
    figures: false,
    week: null,
    weekday: -1,
    vague: false,
    monthFirst: false,
    slip: null,
    maybeTime: -1,
    other: null,
    shift: null,
  };
}

export type Bound = 'from' | 'until' | 'before' | 'after' | 'by' | 'between';
export type Join = 'to' | 'and' | 'or' | 'slash' | 'comma';

/** What a stretch of tokens was recognised as. */
export type Item =
  | { readonly is: 'date'; readonly atom: Atom }
  | {
      readonly is: 'clock';
      readonly minutes: number;
      readonly endMinutes: number;

      readonly wrong: boolean;
      /** An hour of twelve without am or pm ("at 3", "half past two"). */
      readonly bare: boolean;
    }
  | { readonly is: 'weekday'; readonly weekday: number; readonly slip: string | null }
  | { readonly is: 'bound'; readonly bound: Bound }
  | { readonly is: 'join'; readonly join: Join }
  | {
      readonly is:
        | 'approx'
        | 'doubt'
        | 'onward'
        | 'backward'
        | 'ditto'
        | 'undated'
        | 'overnight'
        | 'dayPart'
        | 'filler'
        | 'label'
        | 'noise';
    }
  | { readonly is: 'week'; readonly week: WeekForm }
  | { readonly is: 'bad'; readonly why: 'impossible' | 'year' };

/** What was recognised and the token after its last. */
export type Found = { readonly items: readonly Item[]; readonly next: number };

export function found(next: number, ...items: readonly Item[]): Found {
  return { items, next };
}
