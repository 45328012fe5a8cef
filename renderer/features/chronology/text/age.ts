import { ageAtDate, type Child, UNBORN } from '#shared/chronology/age-at.ts';
import type { EventDate } from '#shared/model/event-date.ts';

export { UNBORN };

/** The child's age at an entry; null where it is not known. */
export const ageAtEvent = (dateOfBirth: string | null, date: EventDate): string | null =>
  dateOfBirth === null ? null : ageAtDate(dateOfBirth, date);

/** Each child's age; one not yet born is left out, unless it is the child whom the review is about. */
export function agesAtEvent(children: readonly Child[], date: EventDate): { child: Child; age: string }[] {
  return children.flatMap((child, i) => {
    const age = ageAtDate(child.dateOfBirth, date);
    return age === null || (age === UNBORN && i > 0) ? [] : [{ child, age }];
  });
}
