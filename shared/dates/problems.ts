import { isoDay } from '../kernel/clock.ts';
import type { DateProblem } from '../model/event-date.ts';
import type { DaySpan } from './calendar.ts';
import { formatSpan } from './format.ts';

/** What was written, short enough for a message. */
export function quoted(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return `“${plain.length > 60 ? `${plain.slice(0, 59)}…` : plain}”`;
}

export function spanText([from, to]: DaySpan): string {
  return formatSpan(isoDay(from), isoDay(to));
}

export function problem(code: string, message: string): DateProblem {
  return { code, message };
}
