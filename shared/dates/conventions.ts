import type { IsoDay } from '../kernel/clock.ts';
import { isoDay } from '../kernel/clock.ts';

/** A month and day that comes every year, e.g. [4, 1] for 1 April. */
export type MonthDay = readonly [month: number, day: number];
/** An edge of a school term or holiday: a fixed day, or days after Easter Sunday. */
export type YearEdge = MonthDay | { readonly easter: number };

/**
 * How a partnership reads vague dates: the one data file of its kind.
 * Change a value here and every door reads that way.
 */
export type DateConventions = {
  /** Bounds a two-digit year where no scope is known: such a year is in the past. */
  readonly today: IsoDay;
  /** Which of the first two figures of a numeric date is the day. */
  readonly order: 'dayFirst' | 'monthFirst';
  /** Last day of early and of mid in a month; late is the rest. */
  readonly partsOfMonth: readonly [early: number, mid: number];
  /** Last month of early and of mid in a year; late is the rest. */
  readonly partsOfYear: readonly [early: number, mid: number];
  /** First month of three. Winter runs into the next year. */
  readonly seasons: Readonly<Record<'spring' | 'summer' | 'autumn' | 'winter', number>>;
  readonly terms: Readonly<Record<'autumn' | 'spring' | 'summer', readonly [from: YearEdge, to: YearEdge]>>;
  readonly holidays: Readonly<Record<string, readonly [from: YearEdge, to: YearEdge]>>;
  readonly weekDays: number;
  readonly financialYear: MonthDay;
  readonly academicYear: MonthDay;
};

export const DEFAULT_CONVENTIONS: DateConventions = {
  today: localToday(),
  order: 'dayFirst',
  partsOfMonth: [10, 20],
  partsOfYear: [4, 8],
  seasons: { spring: 3, summer: 6, autumn: 9, winter: 12 },
  terms: {
    autumn: [
      [9, 1],
      [12, 31],
    ],
    spring: [[1, 1], { easter: 0 }],
    summer: [{ easter: 0 }, [7, 31]],
  },
  // Schools differ by a week either way, so a holiday is always read as approximate.
  holidays: {
    summer: [
      [7, 20],
      [9, 5],
    ],
    easter: [{ easter: -14 }, { easter: 14 }],
    christmas: [
      [12, 18],
      [1, 6],
    ],
    autumnHalf: [
      [10, 19],
      [11, 2],
    ],
    springHalf: [
      [2, 10],
      [2, 24],
    ],
    summerHalf: [
      [5, 23],
      [6, 6],
    ],
  },
  weekDays: 7,
  financialYear: [4, 1],
  academicYear: [9, 1],
};

function localToday(): IsoDay {
  const now = new Date();
  return isoDay(Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / 86_400_000));
}
