import type { TextPlace } from '#shared/contract/register.ts';
import { intervalDays } from '#shared/dates/ages.ts';
import type { CorrectedField, DayGap, EventField } from '#shared/model/chronology-event.ts';
import { selectRows } from '../../db/store.ts';
import { fromBlob, marks, toBlob, type ReadDb, type SqlValue } from '../../db/sql.ts';
import type { StoredEvent } from './event-row.ts';

export const placeOf = (eventId: string, field: EventField): TextPlace => ({ table: 'event', id: eventId, field });

export type Corrections = Map<CorrectedField, string | null>;

/** The corrections of a page of entries, by entry. */
export function correctionsOf(db: ReadDb, events: readonly StoredEvent[]): Map<string, Corrections> {
  const found = new Map<string, Corrections>();
  if (events.length === 0) return found;
  // Of a page by its entries; of many at once all corrections, which are few.
  const rows =
    events.length > 1000
      ? selectRows(db, 'correction')
      : selectRows(db, 'correction', `WHERE "eventId" IN (${marks(events.length)})`, ...events.map((e) => toBlob(e.id)));
  for (const row of rows) {
    const id = String(row['eventId']);
    const map: Corrections = found.get(id) ?? new Map();
    map.set(row['field'] as CorrectedField, row['value'] as string | null);
    found.set(id, map);
  }
  return found;
}

export function tagsOf(db: ReadDb, events: readonly StoredEvent[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  if (events.length === 0) return found;
  const rows = db.all<{ eventId: Uint8Array; themeId: Uint8Array }>(
    `SELECT t."eventId", t."themeId" FROM "themeTag" t JOIN theme th ON th.id = t."themeId" WHERE t."eventId" IN (${marks(events.length)}) ORDER BY th.position`,
    ...events.map((e) => toBlob(e.id)),
  );
  for (const row of rows) found.set(fromBlob(row.eventId), [...(found.get(fromBlob(row.eventId)) ?? []), fromBlob(row.themeId)]);
  return found;
}

export function annotationCounts(db: ReadDb, events: readonly StoredEvent[]): Map<string, number> {
  if (events.length === 0) return new Map();
  const rows = db.all<{ eventId: Uint8Array; n: number }>(
    `SELECT "eventId", count(*) AS n FROM annotation WHERE "eventId" IN (${marks(events.length)}) GROUP BY "eventId"`,
    ...events.map((e) => toBlob(e.id)),
  );
  return new Map(rows.map((row) => [fromBlob(row.eventId), row.n]));
}

export type Since = { agency: DayGap | null; any: DayGap | null };
type Days = { earliest: string | null; latest: string | null };

/**
 * Days since the contact before: the entry before in the one order, of the same agency and of any, whatever the list is
 * narrowed to. A statement that there was no contact is none. Null: the first, or no day to count from.
 */
export function sinceLastContact(db: ReadDb, event: StoredEvent): Since {
  const before = (agency: boolean): DayGap | null => {
    const params: SqlValue[] = agency ? [toBlob(event.agencyId), event.pos] : [event.pos];
    const row = db.get<Days>(
      `SELECT earliest, latest FROM event WHERE hidden = 0 AND "noContact" = 0 ${agency ? 'AND "agencyId" = ?' : ''} AND pos < ?
         AND (earliest IS NOT NULL OR latest IS NOT NULL) ORDER BY pos DESC LIMIT 1`,
      ...params,
    );
    return row ? gapBetween(row, event) : null;
  };
  return { agency: before(true), any: before(false) };
}

/** Between two uncertain dates: the fewest days and the most. */
export function gapBetween(before: Days, after: Days): DayGap | null {
  const [from, to] = [before.earliest ?? before.latest, before.latest ?? before.earliest];
  const [first, last] = [after.earliest ?? after.latest, after.latest ?? after.earliest];
  if (from === null || to === null || first === null || last === null) return null;
  return { least: Math.max(0, intervalDays(to, first)), most: Math.max(0, intervalDays(from, last)) };
}
