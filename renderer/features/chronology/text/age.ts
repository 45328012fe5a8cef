import { ageAt, ageLabel, intervalDays } from '#shared/dates/ages.ts';
import type { EventDate } from '#shared/model/event-date.ts';

export const UNBORN = 'unborn';

/** The child's age at an entry: exact for a day or a month, else in years; null where it is not known. */
export function ageAtEvent(dateOfBirth: string | null, date: EventDate): string | null {
  const first = date.earliest ?? date.latest;
  const last = date.latest ?? date.earliest;
  if (dateOfBirth === null || first === null || last === null) return null;
  const atFirst = ageAt(dateOfBirth, first);
  const atLast = ageAt(dateOfBirth, last);
  if (!atLast) return UNBORN;
  if (!atFirst || intervalDays(first, last) <= 31) return ageLabel(dateOfBirth, atFirst ? first : last);
  return atFirst.years === atLast.years ? `${atFirst.years}y` : `${atFirst.years}–${atLast.years}y`;
}
