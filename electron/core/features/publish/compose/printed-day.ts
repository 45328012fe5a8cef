import { dayNumber, partsOf } from '#shared/kernel/clock.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** "18 November 2026": the form of a date in a publication; what is no day of the calendar stays as it is. */
export function printedDay(day: string): string {
  try {
    const { year, month, day: d } = partsOf(dayNumber(day));
    return `${d} ${MONTHS[month - 1] ?? ''} ${year}`;
  } catch {
    return day;
  }
}
