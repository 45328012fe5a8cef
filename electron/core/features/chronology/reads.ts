import type { PageBeside } from '#shared/contract/chronology.ts';
import { dateLabel } from '#shared/dates/format.ts';
import type { EventField, EventLine, EventRow, Provenance, SourceRow } from '#shared/model/chronology-event.ts';
import { selectRows } from '../../db/store.ts';
import { cellsReader } from '../../db/kept-cells.ts';
import { fromBlob, toBlob, type ReadDb } from '../../db/sql.ts';
import type { Lens } from '../../kernel/lens.ts';
import { findHits, type SearchTerm } from '../search/query.ts';
import { annotationCounts, correctionsOf, placeOf, sinceLastContact, tagsOf } from './beside.ts';
import { dateOf, EVENT_FIELDS, standingText, type StoredEvent } from './event-row.ts';
import { dayAt } from './place.ts';

/** The grid's rows for a page of entries, with what the columns in view need besides. */
export function toRows(
  db: ReadDb,
  lens: Lens,
  events: readonly StoredEvent[],
  terms: readonly SearchTerm[],
  beside: PageBeside = {},
  beneath: ReadonlyMap<number, number> = new Map(),
): EventRow[] {
  const corrections = correctionsOf(db, events);
  const tags = tagsOf(db, events);
  const annotations = annotationCounts(db, events);
  return events.map((event) => {
    const own = corrections.get(event.id) ?? new Map();
    const seen = lens.see(placeOf(event.id, 'description'), standingText(event, 'description', own) ?? '');
    const source = standingText(event, 'sourceOfInformation', own);
    const text = (field: EventField): string | null => {
      const standing = standingText(event, field, own);
      return standing === null ? null : lens.see(placeOf(event.id, field), standing).text;
    };
    return {
      id: event.id,
      ref: event.ref,
      pos: event.pos,
      agencyId: event.agencyId,
      date: dateOf(event),
      dateLabel: dateLabel(dateOf(event)),
      source: source === null ? null : lens.see(placeOf(event.id, 'sourceOfInformation'), source).text,
      text: seen.text,
      marks: seen.marks,
      hits: findHits(seen.text, terms),
      themeIds: tags.get(event.id) ?? [],
      annotations: annotations.get(event.id) ?? 0,
      corrected: own.size > 0,
      problems: event.problemCount,
      noContact: event.noContact,
      byHand: event.byHand,
      day: dayAt(event.pos),
      ...(beneath.has(event.pos) ? { beneath: beneath.get(event.pos)! } : {}),
      ...(beside.fields?.length ? { fields: Object.fromEntries(beside.fields.map((field) => [field, text(field)])) } : {}),
      ...(beside.since ? { since: sinceLastContact(db, event) } : {}),
      rowVersion: event.rowVersion,
    };
  });
}

const FROM_SOURCES = `FROM "eventSource" s JOIN "returnRow" rr ON rr.id = s."returnRowId" JOIN "agencyReturn" r ON r.id = rr."returnId"
         LEFT JOIN "returnFile" f ON f."returnId" = rr."returnId" AND f."returnVersion" = rr."returnVersion"
        WHERE s."eventId" = ? ORDER BY rr."returnVersion", s.ordinal`;

/** The rows that an entry stands on, of the newest version of its return that has it. */
export function provenanceOf(db: ReadDb, eventId: string): Provenance[] {
  const rows = db
    .all<{ returnId: Uint8Array; file: string; tableRef: string; row: number; returnVersion: number }>(
      `SELECT rr."returnId", coalesce(f.file, r.file) AS file, rr."tableRef", rr.row, rr."returnVersion" ${FROM_SOURCES}`,
      toBlob(eventId),
    )
    .map(({ returnId, file, tableRef, row, returnVersion }) => ({
      returnId: fromBlob(returnId),
      file,
      table: JSON.parse(tableRef),
      row,
      returnVersion,
    }));
  return newestOf(rows);
}

/** Every row that an entry stood on, in all versions, the newest last. A version's file is its own. */
export function sourceRows(db: ReadDb, eventId: string): SourceRow[] {
  type Raw = Record<'id' | 'returnId', Uint8Array> & {
    file: string;
    tableRef: string;
    row: number;
    returnVersion: number;
    cells: string;
  };
  const cellsOf = cellsReader(db);
  return db
    .all<Raw>(
      `SELECT rr.id, rr."returnId", coalesce(f.file, r.file) AS file, rr."tableRef", rr.row, rr."returnVersion", rr.cells ${FROM_SOURCES}`,
      toBlob(eventId),
    )
    .map((raw) => ({
      returnId: fromBlob(raw.returnId),
      returnRowId: fromBlob(raw.id),
      file: raw.file,
      table: JSON.parse(raw.tableRef),
      row: raw.row,
      returnVersion: raw.returnVersion,
      cells: Object.entries(cellsOf(raw)).map(([column, text]) => ({ column, text })),
    }));
}

export const newestOf = <T extends { returnVersion: number }>(rows: readonly T[]): T[] =>
  rows.filter((row) => row.returnVersion === rows.at(-1)!.returnVersion);

/** Lines for export. */
export function toLines(db: ReadDb, lens: Lens, events: readonly StoredEvent[]): EventLine[] {
  const corrections = correctionsOf(db, events);
  const tags = tagsOf(db, events);
  const annotations = annotationCounts(db, events);
  const themes = new Map(selectRows(db, 'theme').map((row) => [row.id, String(row['name'])]));
  const agencies = new Map(selectRows(db, 'agency').map((row) => [row.id, String(row['name'])]));
  return events.map((event) => {
    const own = corrections.get(event.id) ?? new Map();
    const words = Object.fromEntries(
      EVENT_FIELDS.map((field) => {
        const text = standingText(event, field, own);
        return [field, text === null ? null : lens.view === 'anonymised' ? lens.see(placeOf(event.id, field), text).text : text];
      }),
    ) as Pick<EventLine, EventField>;
    return {
      id: event.id,
      ref: event.ref,
      agency: agencies.get(event.agencyId) ?? '',
      date: dateOf(event),
      ...words,
      description: words.description ?? '',
      other: event.other,
      noContact: event.noContact,
      themes: (tags.get(event.id) ?? []).map((id) => themes.get(id) ?? ''),
      annotations: annotations.get(event.id) ?? 0,
      provenance: provenanceOf(db, event.id),
    };
  });
}

export { anchorsOf, countBefore, eventsFrom, gatheredOf, mustLook, visibleEventsFrom } from './list.ts';
export { annotationCounts, type Corrections, correctionsOf, placeOf, tagsOf } from './beside.ts';
export { PASSAGE_STANDS, THREAD_IS_OPEN } from './fact-sql.ts';
export { filterSql, FOUND_ENTRIES } from './filter-sql.ts';
export { startOfDay } from './place.ts';
export { dateOf, EVENT_FIELDS, standingText, type StoredEvent } from './event-row.ts';
