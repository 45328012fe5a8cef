import { edgeDay } from '#shared/dates/calendar.ts';
import { DEFAULT_CONVENTIONS, type DateConventions } from '#shared/dates/conventions.ts';
import { partsOf, weekdayOf } from '#shared/kernel/clock.ts';
import type { Days } from './find-gaps.ts';

/** Schools differ by some days; a training day may stand on either side. */
const SLACK = 4;

/**
 * Whether all school days of a stretch lie in the usual holidays. Each local authority and each academy sets its own, so
 * this marks a gap and never explains it: a person does.
 */
export function inSchoolHolidays(days: Days, conventions: DateConventions = DEFAULT_CONVENTIONS): boolean {
  let schoolDays = 0;
  for (let day = days.from; day <= days.to; day++) {
    if (weekdayOf(day) > 4) continue;
    schoolDays += 1;
    if (!isHoliday(day, conventions)) return false;
  }
  return schoolDays > 0;
}

function isHoliday(day: number, conventions: DateConventions): boolean {
  const { year } = partsOf(day);
  return Object.values(conventions.holidays).some(([from, to]) =>
    // Christmas begins in one year and ends in the next.
    [year - 1, year].some((start) => {
      const first = edgeDay(start, from);
      const last = edgeDay(start, to);
      return day >= first - SLACK && day <= (last < first ? edgeDay(start + 1, to) : last) + SLACK;
    }),
  );
}
