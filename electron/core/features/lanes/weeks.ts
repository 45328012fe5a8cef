import { weekOf } from '../search/indexer.ts';

/**
 * The week of an event `e` in SQL, as `weekOf` counts it. 735,000 days are whole weeks: with them added no day comes out
 * below zero, where a cast would round up.
 */
export const WEEK_OF_EVENT = `CAST((julianday(coalesce(e.earliest, e.latest)) - 2440587.5 + 3 + 735000) / 7 AS INTEGER) - 105000`;
/** Entries that stand in a week: visible, and with a day that was read. */
export const IN_A_WEEK = `e.hidden = 0 AND coalesce(e.earliest, e.latest) IS NOT NULL`;

export type Placed = { agencyId: string; hidden: boolean; earliest: string | null; latest: string | null };

/** The week in which an entry is counted, or null where it is in none. */
export function weekOfEntry(event: Placed | null): number | null {
  const day = event === null || event.hidden ? null : (event.earliest ?? event.latest);
  return day === null ? null : weekOf(day);
}
