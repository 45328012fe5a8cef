import type { ReactNode } from 'react';
import { dayNumber, partsOf, weekdayOf } from '#shared/kernel/clock.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A calendar day as the window writes it: Mon 15 Sep 2025. Never 15/09/25. */
export function dayLabel(day: string, { weekday = true, year = true }: { weekday?: boolean; year?: boolean } = {}): string {
  const n = dayNumber(day);
  const parts = partsOf(n);
  return [weekday && DAYS[weekdayOf(n)], parts.day, MONTHS[parts.month - 1], year && parts.year].filter(Boolean).join(' ');
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The clock of this computer: 14:05. For the record of who did what, never for dates of the case. */
export function clockLabel(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** An instant of the record: "Today 14:05", "Thu 19 Nov 2026, 14:05". */
export function instantLabel(instant: string, now: number = Date.now()): string {
  const at = new Date(instant);
  const local = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const clock = clockLabel(at.getTime());
  return local(at) === local(new Date(now)) ? `Today ${clock}` : `${dayLabel(local(at))}, ${clock}`;
}

export function DateText({ day }: { day: string | null }): ReactNode {
  return day === null ? <span className="pl-dim">no date</span> : <time dateTime={day}>{dayLabel(day)}</time>;
}
export function InstantText({ at }: { at: string }): ReactNode {
  return <time dateTime={at}>{instantLabel(at)}</time>;
}

/** 4,218 */
const FIGURES = new Intl.NumberFormat('en-GB');
/** One format for all: `toLocaleString` makes its own each time, and the lanes write thousands of numbers while one scrolls. */
export const count = (n: number): string => FIGURES.format(n);
/** "1 entry", "4,218 entries". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;
