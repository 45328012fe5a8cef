import type { EventFilter } from '#shared/contract/chronology.ts';
import type { EventRow } from '#shared/model/chronology-event.ts';
import { queryFor } from '#renderer/data/use-query.ts';
import type { Workbench } from '#renderer/data/workbench.tsx';

/** The places of the list that are known are so far apart. */
export const BLOCK = 100;
/** Rows that are asked for at a time: little more than a screen shows, for a screen is waited for. Divides the block. */
export const PART = 50;

/** The next or previous entry of a filtered list from a place in the one order; `round`: it began again at the other end. */
export type Step = { row: EventRow; round: boolean };

export async function stepTo(workbench: Workbench, filter: EventFilter, pos: number | null, back: boolean): Promise<Step | null> {
  const page = async (from: number | null, limit: number): Promise<EventRow[]> =>
    (await workbench.cache.fetchQuery(queryFor(workbench, 'chronology.page', { filter, from, limit }))).rows;
  if (!back) {
    // The next place is at least one further.
    const [next] = pos === null ? [] : await page(pos + 1, 1);
    if (next) return { row: next, round: false };
    const [first] = await page(null, 1);
    return first ? { row: first, round: pos !== null } : null;
  }
  const { anchors } = await workbench.cache.fetchQuery(queryFor(workbench, 'chronology.anchors', { filter }));
  const lastBefore = async (before: number): Promise<EventRow | undefined> => {
    const block = anchors.findLastIndex((anchor) => anchor < before);
    const from = anchors[block];
    return from === undefined ? undefined : (await page(from, BLOCK)).findLast((row) => row.pos < before);
  };
  const previous = pos === null ? undefined : await lastBefore(pos);
  if (previous) return { row: previous, round: false };
  const last = await lastBefore(Number.POSITIVE_INFINITY);
  return last ? { row: last, round: pos !== null } : null;
}
