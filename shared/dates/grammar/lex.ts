import type { Bound, Join, WeekForm } from './atoms.ts';
import type { PeriodRule, Season } from './period-rules.ts';

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'fortnight' | 'month' | 'year' | 'weekend';

/** What a word or phrase can mean in a date. */
export type Lex =
  | { readonly is: 'month'; readonly month: number; readonly roman?: true; readonly everyday?: true }
  | { readonly is: 'weekday'; readonly weekday: number; readonly everyday?: true }
  | { readonly is: 'season'; readonly season: Season }
  | { readonly is: 'part'; readonly part: number }
  | { readonly is: 'bound'; readonly bound: Bound }
  | { readonly is: 'join'; readonly join: Join }
  | { readonly is: 'week'; readonly week: WeekForm }
  | { readonly is: 'unit'; readonly unit: Unit }
  | { readonly is: 'count'; readonly count: number }
  | { readonly is: 'nth'; readonly nth: number }
  | { readonly is: 'direction'; readonly direction: -1 | 0 | 1 }
  | { readonly is: 'neighbour'; readonly days: -1 | 1 }
  | { readonly is: 'clock'; readonly minutes: number }
  | { readonly is: 'meridiem'; readonly pm: boolean }
  | { readonly is: 'feast'; readonly rule: PeriodRule; readonly vague: boolean; readonly other: PeriodRule | null }
  | { readonly is: 'yearKind'; readonly rule: PeriodRule }
  | { readonly is: LexWord };

export type LexWord =
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
  | 'halfTerm'
  | 'at'
  | 'of'
  | 'the'
  | 'hours'
  | 'zone'
  | 'oclock'
  | 'pastHour'
  | 'toHour'
  | 'halfPast'
  | 'term'
  | 'quarter'
  | 'half'
  | 'year'
  | 'later'
  | 'earlier'
  | 'few'
  | 'ordinalEnding';
