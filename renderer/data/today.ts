import type { IsoDay } from '#shared/kernel/clock.ts';

/** The day on this computer's calendar. For deadlines and what is made now; never for dates of the case. */
export function localToday(now: Date = new Date()): IsoDay {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
