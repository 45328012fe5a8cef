import { fromParts, isoDay } from '../kernel/clock.ts';
import type { DateProblem } from '../model/event-date.ts';
import type { DaySpan } from './calendar.ts';
import { formatSpan } from './format.ts';

/** What was written, short enough for a message. */
export function quoted(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return `“${plain.length > 60 ? `${plain.slice(0, 59)}…` : plain}”`;
}

const FIRST_DAY = fromParts(1, 1, 1);
const LAST_DAY = fromParts(9999, 12, 31);

/** ISO dates have four figures for the year. */
export function isOnCalendar(day: number): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY;
}

export function spanText([from, to]: DaySpan): string {
  return isOnCalendar(from) && isOnCalendar(to) ? formatSpan(isoDay(from), isoDay(to)) : 'a day beyond the calendar';
}

export function problem(code: string, message: string): DateProblem {
  return { code, message };
}
