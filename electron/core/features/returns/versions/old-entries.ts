import type { TableRef } from '#shared/model/agency-return.ts';
import type { CorrectedField } from '#shared/model/chronology-event.ts';
import type { EventDate } from '#shared/model/event-date.ts';
import { selectRows } from '../../../db/store.ts';
import { fromBlob, toBlob, type ReadDb } from '../../../db/sql.ts';
import { dateOf, type StoredEvent } from '../../chronology/reads.ts';
import type { PassageRow } from '../../passages/reads.ts';
import { workOn } from './worked-on.ts';

/** An entry of a return as the agency last said it, with where it stood and what people did to it. */
export type OldEntry = {
  event: StoredEvent;
  agency: string;
  /** The agency's date, where a correction stands over it. */
  date: EventDate;
  table: TableRef;
  row: number;
  /** The newest version has it; others were left out by a version before. */
  current: boolean;
  corrections: ReadonlyMap<CorrectedField, { id: string; value: string | null; dateBefore: EventDate | null }>;
  work: readonly string[];
  passages: readonly PassageRow[];
  /** Its place among the entries, in the order of the files. */
  order: number;
};

/** Every entry that a return ever brought, those of its newest version in the order of its file. */
export function oldEntries(db: ReadDb, returnId: string, returnVersion: number): OldEntry[] {
  const agencies = new Map(selectRows(db, 'agency').map((row) => [row.id, String(row['name'])]));
  const work = workOn(db, returnId);
  const corrections = correctionsOf(db, returnId);
  const passages = passagesOfReturn(db, returnId);
  const places = placesOf(db, returnId);
  const entries = selectRows<StoredEvent>(db, 'event', 'WHERE "returnId" = ?', toBlob(returnId)).map((event): OldEntry => {
    const place = places.get(event.id);
    const own = corrections.get(event.id) ?? new Map<CorrectedField, never>();
    const before = own.get('date')?.dateBefore;
    return {
      event,
      agency: agencies.get(event.agencyId) ?? '',
      date: before ? { ...before, asWritten: event.asWritten } : dateOf(event),
      table: place?.table ?? 1,
      row: place?.row ?? 1,
      current: place?.returnVersion === returnVersion,
      corrections: own,
      work: work.get(event.id) ?? [],
      passages: passages.get(event.id) ?? [],
      order: place?.order ?? 0,
    };
  });
  return entries.sort((a, b) => a.order - b.order);
}

function passagesOfReturn(db: ReadDb, returnId: string): Map<string, PassageRow[]> {
  const found = new Map<string, PassageRow[]>();
  for (const row of selectRows<PassageRow>(
    db,
    'passage',
    'WHERE "eventId" IN (SELECT id FROM event WHERE "returnId" = ?)',
    toBlob(returnId),
  ))
    found.set(row.eventId, [...(found.get(row.eventId) ?? []), row]);
  return found;
}

function placesOf(
  db: ReadDb,
  returnId: string,
): Map<string, { table: TableRef; row: number; returnVersion: number; order: number }> {
  const places = new Map<string, { table: TableRef; row: number; returnVersion: number; order: number }>();
  // Ids rise in the order of the file; of a later version the later ids win, of joined rows the first.
  const rows = db.iterate<{ eventId: Uint8Array; tableRef: string; row: number; returnVersion: number }>(
    `SELECT s."eventId", rr."tableRef", rr.row, rr."returnVersion" FROM "returnRow" rr JOIN "eventSource" s ON s."returnRowId" = rr.id
      WHERE rr."returnId" = ? ORDER BY rr."returnVersion", rr.id, s.ordinal`,
    toBlob(returnId),
  );
  let order = 0;
  for (const row of rows) {
    const id = fromBlob(row.eventId);
    if (places.get(id)?.returnVersion === row.returnVersion) continue;
    places.set(id, { table: JSON.parse(row.tableRef), row: row.row, returnVersion: row.returnVersion, order: order++ });
  }
  return places;
}

function correctionsOf(
  db: ReadDb,
  returnId: string,
): Map<string, Map<CorrectedField, { id: string; value: string | null; dateBefore: EventDate | null }>> {
  const found = new Map<string, Map<CorrectedField, { id: string; value: string | null; dateBefore: EventDate | null }>>();
  const rows = selectRows(db, 'correction', 'WHERE "eventId" IN (SELECT id FROM event WHERE "returnId" = ?)', toBlob(returnId));
  for (const row of rows) {
    const own = found.get(String(row['eventId'])) ?? new Map();
    own.set(row['field'], { id: row.id, value: row['value'], dateBefore: row['dateBefore'] });
    found.set(String(row['eventId']), own);
  }
  return found;
}
