import { type IsoDay, isoDay } from '../kernel/clock.ts';
import type { DateAnchor, DateProblem, DateReading } from '../model/event-date.ts';
import { fromParts } from '../kernel/clock.ts';
import { isDay } from './calendar.ts';
import { isOnCalendar } from './problems.ts';
import { type DateConventions, DEFAULT_CONVENTIONS } from './conventions.ts';

/** What a reading leans on, as day numbers: the row above, the scope of the review, and how vague words are read. */
export type Frame = {
  readonly previousFrom: number | null;
  readonly previousTo: number | null;
  readonly scopeFrom: number | null;
  readonly scopeTo: number | null;
  readonly today: number;
  readonly conventions: DateConventions;
};

/** An anchor that is no day is as good as none: reading a cell never fails for what stands above it. */
export function frameOf(anchor: DateAnchor | undefined, conventions: DateConventions = DEFAULT_CONVENTIONS): Frame {
  const [previousFrom, previousTo] = inOrder(dayOrNull(anchor?.previousEarliest), dayOrNull(anchor?.previousLatest));
  const [scopeFrom, scopeTo] = inOrder(dayOrNull(anchor?.scopeFrom), dayOrNull(anchor?.scopeTo));
  return {
    previousFrom: previousFrom ?? previousTo,
    previousTo: previousTo ?? previousFrom,
    scopeFrom,
    scopeTo,
    today: dayOrNull(conventions.today) ?? 0,
    conventions,
  };
}

function inOrder(from: number | null, to: number | null): readonly [number | null, number | null] {
  return from !== null && to !== null && to < from ? [to, from] : [from, to];
}

function dayOrNull(day: IsoDay | null | undefined): number | null {
  if (!day || day.length !== 10 || day.charCodeAt(4) !== DASH || day.charCodeAt(7) !== DASH) return null;
  const year = 100 * twoFigures(day, 0) + twoFigures(day, 2);
  const month = twoFigures(day, 5);
  const date = twoFigures(day, 8);
  return isDay(year, month, date) ? fromParts(year, month, date) : null;
}

const DASH = 45;
const ZERO = 48;

/** Not a number where they are no figures. */
function twoFigures(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const units = text.charCodeAt(at + 1) - ZERO;
  return tens < 0 || tens > 9 || units < 0 || units > 9 ? Number.NaN : 10 * tens + units;
}

/** A two-digit year: inside the scope if one is known, else the past. `from` and `to` give the days a year would mean. */
export function fullYear(
  short: number,
  frame: Frame,
  from: (year: number) => number,
  to: (year: number) => number = from,
): number {
  const { scopeFrom, scopeTo, today } = frame;
  if (scopeFrom !== null || scopeTo !== null) {
    for (const century of [2000, 1900, 2100])
      if ((scopeTo === null || from(century + short) <= scopeTo) && (scopeFrom === null || to(century + short) >= scopeFrom))
        return century + short;
  }
  const past = Math.max(today, scopeTo ?? today);
  return from(2000 + short) <= past ? 2000 + short : 1900 + short;
}

export function unreadDate(problems: DateProblem[], alternatives: DateReading['alternatives'] = []): DateReading {
  return {
    earliest: null,
    latest: null,
    precision: 'unknown',
    certainty: 'uncertain',
    time: null,
    endTime: null,
    alternatives,
    problems,
  };
}

/** Years an ISO date can hold; a date that runs past them has no day. */
export function isoOrNull(day: number | null): IsoDay | null {
  return day === null || !isOnCalendar(day) ? null : isoDay(day);
}

export function clockText(minutes: number): string {
  const hour = Math.floor(minutes / 60);
  const minute = minutes % 60;
  return `${hour < 10 ? '0' : ''}${hour}:${minute < 10 ? '0' : ''}${minute}`;
}
