import type { LetterKind, RequestStep, ReturnStanding } from '#shared/contract/tracker.ts';
import { dayNumber, type IsoDay } from '#shared/kernel/clock.ts';

export type Standing = { standing: ReturnStanding; due: IsoDay | null; daysLate: number | null; next: LetterKind | null };
type Step = Pick<RequestStep, 'kind' | 'on' | 'due' | 'at' | 'takenBack'>;
/** What the newest return of the agency holds: no entry at all, and how many points to put right. */
type Came = { nil: boolean; points: number };

/** In the order in which they happened: by day, then as they were noted down. */
export const inOrder = <S extends Step>(steps: readonly S[]): S[] =>
  [...steps].sort((a, b) => (a.on === b.on ? a.at.localeCompare(b.at) : a.on < b.on ? -1 : 1));

/**
 * Where a return stands: the last of its steps that counts decides. A version that comes after it was accepted is
 * received anew, since nobody has accepted that one.
 */
export function standingOf(steps: readonly Step[], came: Came | null, today: IsoDay): Standing {
  const counting = inOrder(steps.filter((step) => step.takenBack === null));
  const asking = counting.filter((step) => step.kind === 'asked' || step.kind === 'reminded' || step.kind === 'queried');
  const due = asking.findLast((step) => step.due !== null)?.due ?? null;
  const last = counting.findLast((step) => step.kind !== 'reminded')?.kind;
  const late = due !== null && due < today ? dayNumber(today) - dayNumber(due) : null;
  switch (last) {
    case undefined:
      return { standing: 'notAsked', due: null, daysLate: null, next: 'request' };
    case 'accepted':
      return { standing: 'accepted', due: null, daysLate: null, next: null };
    case 'received':
      if (came?.nil === true) return { standing: 'nil', due: null, daysLate: null, next: 'nilReturn' };
      return { standing: 'received', due: null, daysLate: null, next: came !== null && came.points > 0 ? 'query' : 'receipt' };
    case 'asked':
    case 'reminded':
    case 'queried': {
      const query = last === 'queried';
      if (late === null) return { standing: query ? 'queried' : 'asked', due, daysLate: null, next: null };
      return { standing: query ? 'queryLate' : 'late', due, daysLate: late, next: 'reminder' };
    }
  }
}
