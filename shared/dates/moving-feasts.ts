import { fromParts } from '../kernel/clock.ts';
import type { DaySpan } from './calendar.ts';

/** Day number of 1 January 1970 among the Julian days, by which calendars are converted. */
const JULIAN = 2_440_588;

/** Feasts of calendars that follow the moon. Where they fall is settled by sight or by community, so a day either way is left open. */
export type MovingFeast =
  | { readonly calendar: 'islamic'; readonly month: number; readonly day: number; readonly length: number }
  | { readonly calendar: 'hebrew'; readonly month: 1 | 3 | 7; readonly day: number; readonly length: number }
  | {
      readonly calendar: 'moon';
      readonly from: readonly [month: number, day: number];
      readonly before: number;
      readonly length: number;
    };

/** The feast's days in a year of the common calendar, the first where there are two; null where that year has none. */
export function movingFeast(feast: MovingFeast, year: number): DaySpan | null {
  const first = firstDay(feast, year);
  return first === null ? null : [first - 1, first + feast.length];
}

function firstDay(feast: MovingFeast, year: number): number | null {
  const [from, to] = [fromParts(year, 1, 1), fromParts(year, 12, 31)];
  const within = (days: readonly number[]): number | null => days.find((day) => day >= from && day <= to) ?? null;
  switch (feast.calendar) {
    case 'islamic': {
      const guess = Math.floor(((year - 622) * 33) / 32);
      return within([guess - 1, guess, guess + 1, guess + 2].map((y) => islamicDay(y, feast.month, feast.day)));
    }
    case 'hebrew':
      return within([year + 3760, year + 3761].map((y) => hebrewDay(y, feast.month, feast.day)));
    case 'moon':
      return newMoonFrom(fromParts(year, ...feast.from)) - feast.before;
  }
}

/** The civil Islamic calendar of thirty-year cycles; what is kept by sight of the moon differs by a day. */
function islamicDay(year: number, month: number, day: number): number {
  return Math.floor((11 * year + 3) / 30) + 354 * year + 30 * month - Math.floor((month - 1) / 2) + day + 1_948_055 - JULIAN;
}

/** Days to the new year of a Hebrew year, by the molad and its postponements. */
function hebrewNewYear(year: number): number {
  const months = Math.floor((235 * year - 234) / 19);
  const parts = 12_084 + 13_753 * months;
  const day = 29 * months + Math.floor(parts / 25_920);
  return (3 * (day + 1)) % 7 < 3 ? day + 1 : day;
}

function hebrewYearBegins(year: number): number {
  const [before, here, after] = [hebrewNewYear(year - 1), hebrewNewYear(year), hebrewNewYear(year + 1)];
  const delay = after - here === 356 ? 2 : here - before === 382 ? 1 : 0;
  return 347_998 + here + delay - JULIAN;
}

/** Months count from Tishri, 1; Nisan, 7, is counted back from the new year after it, whatever leap years put before it. */
function hebrewDay(year: number, month: 1 | 3 | 7, day: number): number {
  const begins = hebrewYearBegins(year);
  if (month === 7) return hebrewYearBegins(year + 1) - 177 + day - 1;
  const length = hebrewYearBegins(year + 1) - begins;
  const lengths = [30, length % 10 === 5 ? 30 : 29];
  return begins + lengths.slice(0, month - 1).reduce((sum, days) => sum + days, 0) + day - 1;
}

/** The mean new moon on or after a day (Meeus, Astronomical Algorithms, 49.1): half a day from the true one at most. */
function newMoonFrom(day: number): number {
  const month = 29.530588861;
  const first = 2_451_550.09766 - JULIAN + 0.5;
  return Math.floor(first + Math.ceil((day - first) / month) * month);
}
