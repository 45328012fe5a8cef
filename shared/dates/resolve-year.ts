import { fromParts, partsOf, weekdayOf } from '../kernel/clock.ts';
import type { DaySpan } from './calendar.ts';
import type { Frame } from './frame.ts';

export type YearChoice = {
  readonly year: number;
  /** Other years that anchor, scope and weekday would also allow. */
  readonly others: readonly number[];
  readonly because: 'above' | 'scope';
};

/** Rows of a chronology stand in order, but a row some weeks out of place is common. */
const OUT_OF_PLACE = 45;
/** So far on that the year before is as likely. */
const FAR_ON = 200;
/** More readings than this help nobody. */
const MOST_READINGS = 8;

/**
 * The year of a date without one: what anchor, scope and weekday allow. Null with nothing to lean on.
 * `days` gives the days the date would have in a year; null where that year has no such day.
 */
export function chooseYear(frame: Frame, weekday: number, days: (year: number) => DaySpan | null): YearChoice | null {
  return frame.previousFrom !== null ? fromAbove(frame, frame.previousFrom, weekday, days) : fromScope(frame, weekday, days);
}

function candidates(first: number, last: number, days: (year: number) => DaySpan | null): number[] {
  const years: number[] = [];
  for (let year = first; year <= last; year++) if (days(year)) years.push(year);
  return years;
}

export function inScope(frame: Frame, [from, to]: DaySpan): boolean {
  return (frame.scopeTo === null || from <= frame.scopeTo) && (frame.scopeFrom === null || to >= frame.scopeFrom);
}

/** Those that pass, or all where none does. */
function narrowed(years: number[], pass: (year: number) => boolean): number[] {
  const passing = years.filter(pass);
  return passing.length > 0 ? passing : years;
}

function fits(weekday: number, days: DaySpan | null): boolean {
  return days !== null && (weekday < 0 || days[0] !== days[1] || weekdayOf(days[0]) === weekday);
}

function fromAbove(frame: Frame, above: number, weekday: number, days: (year: number) => DaySpan | null): YearChoice | null {
  const { year } = partsOf(above);
  const within = underYear(frame, above, weekday, days);
  if (within !== null) return { year: within, others: [], because: 'above' };
  let years = candidates(year - 1, year + 1, days);
  if (years.length === 0) years = candidates(year - 4, year + 4, days);
  const follows = years.find((y) => Math.abs((days(y)?.[0] ?? Number.MAX_SAFE_INTEGER) - above) <= OUT_OF_PLACE);
  years = narrowed(years, (y) => inScope(frame, days(y) ?? [0, 0]));
  years = narrowed(years, (y) => (days(y)?.[0] ?? 0) <= Math.max(frame.today, above));
  const distance = (y: number): number => (days(y)?.[0] ?? above) - above;
  const natural = years.find((y) => (days(y)?.[1] ?? 0) >= above - OUT_OF_PLACE) ?? years.at(-1);
  if (natural === undefined) return null;
  // The period would send the date to another year than the row above, which it plainly follows: a return often goes on
  // some days past the period. The row above wins, and the period's year is offered.
  if (follows !== undefined && follows !== natural && Math.abs(distance(natural)) > FAR_ON && fits(weekday, days(follows)))
    return { year: follows, others: [natural], because: 'above' };
  if (weekday >= 0) {
    const fitting = years.filter((y) => fits(weekday, days(y)));
    const chosen = fitting.includes(natural) ? natural : (fitting.find((y) => Math.abs(distance(y)) <= FAR_ON) ?? natural);
    return { year: chosen, others: chosen === natural && !fitting.includes(natural) ? fitting : [], because: 'above' };
  }
  // far on, while the year before is nearer: either may be meant
  const others = years.filter((y) => y === natural - 1 && -distance(y) < distance(natural));
  return { year: natural, others, because: 'above' };
}

/** Under the heading of a year: the one day that it has in that year. */
function underYear(frame: Frame, above: number, weekday: number, days: (year: number) => DaySpan | null): number | null {
  const end = frame.previousTo ?? above;
  if (end - above < 364 || end - above > 366) return null;
  const years = candidates(partsOf(above).year, partsOf(end).year, days).filter((year) => {
    const [from, to] = days(year) ?? [0, 0];
    return from >= above && to <= end;
  });
  return years.length === 1 && fits(weekday, days(years[0]!)) ? (years[0] ?? null) : null;
}

function fromScope(frame: Frame, weekday: number, days: (year: number) => DaySpan | null): YearChoice | null {
  const { scopeFrom, scopeTo } = frame;
  if (scopeFrom === null && scopeTo === null) return null;
  const first = partsOf(scopeFrom ?? (scopeTo ?? 0) - 366).year;
  const last = partsOf(scopeTo ?? (scopeFrom ?? 0) + 366).year;
  let years = candidates(first, last, days).filter((y) => inScope(frame, days(y) ?? [0, 0]));
  if (years.length === 0)
    years = candidates(first - 1, last + 1, days).sort((a, b) => outside(frame, days(a)) - outside(frame, days(b)));
  if (years.length === 0) years = candidates(first - 4, last + 4, days);
  years = narrowed(years, (y) => fits(weekday, days(y)));
  const [year, ...others] = years;
  return year === undefined ? null : { year, others: others.slice(0, MOST_READINGS), because: 'scope' };
}

/** Days by which a date misses the scope. */
function outside(frame: Frame, days: DaySpan | null): number {
  if (!days) return Number.MAX_SAFE_INTEGER;
  return Math.max(0, (frame.scopeFrom ?? days[1]) - days[1], days[0] - (frame.scopeTo ?? days[0]));
}

/** The month of a bare day ("the 12th"): the first that anchor and weekday allow, from a week before the row above. */
export function chooseMonth(frame: Frame, day: number, weekday: number): { year: number; month: number } | null {
  const above = frame.previousFrom;
  if (above === null) return null;
  const at = partsOf(above);
  const months = [-1, 0, 1, 2, 3].map((step) => {
    const index = at.year * 12 + at.month - 1 + step;
    return { year: Math.floor(index / 12), month: (index % 12) + 1 };
  });
  const real = months.filter(
    ({ year, month }) => partsOf(fromParts(year, month, day)).day === day && fromParts(year, month, day) >= above - 7,
  );
  return real.find(({ year, month }) => weekday < 0 || weekdayOf(fromParts(year, month, day)) === weekday) ?? real[0] ?? null;
}
