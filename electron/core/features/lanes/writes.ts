import { toBlob, type WriteTx } from '../../db/sql.ts';
import { Counts } from './aggregates.ts';
import { weekOfEntry } from './weeks.ts';

export { deriveLanes } from './aggregates.ts';

/** The counts of people begin again, as the count of mentions does. */
export const forgetPersonWeeks = (tx: WriteTx): void => void tx.run(`DELETE FROM "personWeek"`);

/** Adds freshly counted mentions of entries to the weeks in which the entries stand. */
export function addPersonWeeks(tx: WriteTx, mentions: readonly { entryId: string; eventId: string }[]): void {
  const weeks = new Map<string, number | null>();
  const counts = new Counts();
  for (const { entryId, eventId } of mentions) {
    if (!weeks.has(eventId)) weeks.set(eventId, weekNow(tx, eventId));
    const week = weeks.get(eventId) ?? null;
    if (week !== null) counts.add([entryId], week, 1);
  }
  counts.keep(tx, 'personWeek', ['entryId']);
}

function weekNow(tx: WriteTx, eventId: string): number | null {
  const row = tx.get<{ hidden: number; earliest: string | null; latest: string | null }>(
    `SELECT hidden, earliest, latest FROM event WHERE id = ?`,
    toBlob(eventId),
  );
  return weekOfEntry(row ? { ...row, agencyId: '', hidden: row.hidden === 1 } : null);
}
