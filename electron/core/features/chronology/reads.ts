import { dateLabel } from '#shared/dates/format.ts';
import type { EventFilter } from '#shared/contract/chronology.ts';
import type { TextPlace } from '#shared/contract/register.ts';
import type { CorrectedField, EventField, EventLine, EventRow, Provenance } from '#shared/model/chronology-event.ts';
import { decodeRow, selectRows } from '../../db/store.ts';
import { fromBlob, marks, toBlob, type ReadDb, type SqlValue } from '../../db/sql.ts';
import type { Lens } from '../../kernel/lens.ts';
import { findHits, hasAll, type SearchTerm } from '../search/query.ts';
import { dateOf, EVENT_FIELDS, standingText, type StoredEvent } from './event-row.ts';
import { filterSql, searchAlone } from './filter-sql.ts';

export const placeOf = (eventId: string, field: EventField): TextPlace => ({ table: 'event', id: eventId, field });

/** Entries that match, from a place on, in true order; `more` is the place of the one after. */
export function eventsFrom(
  db: ReadDb,
  filter: EventFilter,
  from: number | null,
  limit: number,
): { events: StoredEvent[]; next: number | null; terms: SearchTerm[] } {
  const sql = filterSql(db, filter);
  const where = from === null ? sql.where : [...sql.where, `${sql.pos} >= ?`];
  const params = from === null ? sql.params : [...sql.params, from];
  const rows = db.all<Record<string, SqlValue>>(
    `SELECT e.* FROM ${sql.from} WHERE ${where.join(' AND ')} ORDER BY ${sql.pos} LIMIT ?`,
    ...params,
    limit + 1,
  );
  const events = rows.map((row) => decodeRow('event', row) as StoredEvent);
  return { events: events.slice(0, limit), next: events.length > limit ? events[limit]!.pos : null, terms: sql.terms };
}

/** The same for this session: an anonymised one finds only words that it may read. */
export function visibleEventsFrom(
  db: ReadDb,
  lens: Lens,
  filter: EventFilter,
  from: number | null,
  limit: number,
): ReturnType<typeof eventsFrom> {
  if (lens.view === 'identified' || !filter.search?.trim()) return eventsFrom(db, filter, from, limit);
  const events: StoredEvent[] = [];
  let at = from;
  for (;;) {
    const page = eventsFrom(db, filter, at, 200);
    const corrections = correctionsOf(db, page.events);
    for (const event of page.events) {
      if (!hasAll(shownText(lens, event, corrections.get(event.id)), page.terms)) continue;
      if (events.length === limit) return { events, next: event.pos, terms: page.terms };
      events.push(event);
    }
    if (page.next === null) return { events, next: null, terms: page.terms };
    at = page.next;
  }
}

function shownText(lens: Lens, event: StoredEvent, corrections: Corrections = new Map()): string {
  const parts = EVENT_FIELDS.map((field) => {
    const text = standingText(event, field, corrections);
    return text === null ? '' : lens.see(placeOf(event.id, field), text).text;
  });
  return [...parts, ...Object.values(event.other).map((text) => lens.prose(text)), event.asWritten].join('\n');
}

/** Number that match and the place of every hundredth, for a list that can jump anywhere. */
export function anchorsOf(db: ReadDb, lens: Lens, filter: EventFilter): { total: number; all: number; anchors: number[] } {
  const all = db.get<{ n: number }>(`SELECT count(*) AS n FROM event WHERE hidden = 0`)!.n;
  const anchors: number[] = [];
  let total = 0;
  const take = (pos: number): void => {
    if (total % 100 === 0) anchors.push(pos);
    total += 1;
  };
  if (lens.view === 'anonymised' && filter.search?.trim()) {
    for (let from: number | null = null, done = false; !done; ) {
      const page = visibleEventsFrom(db, lens, filter, from, 500);
      for (const event of page.events) take(event.pos);
      from = page.next;
      done = from === null;
    }
    return { total, all, anchors };
  }
  const sql = filterSql(db, filter);
  const alone = sql.terms.length > 0 && searchAlone(filter);
  const rows = db.iterate<{ pos: number }>(
    `SELECT ${sql.pos} AS pos FROM ${alone ? '"eventSearch"' : sql.from} WHERE ${sql.where.join(' AND ')} ORDER BY ${sql.pos}`,
    ...sql.params,
  );
  for (const row of rows) take(row.pos);
  return { total, all, anchors };
}

type Corrections = Map<CorrectedField, string | null>;

/** The corrections of a page of entries, by entry. */
export function correctionsOf(db: ReadDb, events: readonly StoredEvent[]): Map<string, Corrections> {
  const found = new Map<string, Corrections>();
  if (events.length === 0) return found;
  const rows = selectRows(db, 'correction', `WHERE "eventId" IN (${marks(events.length)})`, ...events.map((e) => toBlob(e.id)));
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

/** The grid's rows for a page of entries. */
export function toRows(db: ReadDb, lens: Lens, events: readonly StoredEvent[], terms: readonly SearchTerm[]): EventRow[] {
  const corrections = correctionsOf(db, events);
  const tags = tagsOf(db, events);
  const annotations = annotationCounts(db, events);
  return events.map((event) => {
    const own = corrections.get(event.id) ?? new Map();
    const seen = lens.see(placeOf(event.id, 'description'), standingText(event, 'description', own) ?? '');
    const source = standingText(event, 'sourceOfInformation', own);
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
      rowVersion: event.rowVersion,
    };
  });
}

export function provenanceOf(db: ReadDb, eventId: string): Provenance[] {
  return db
    .all<{ returnId: Uint8Array; file: string; tableRef: string; row: number; returnVersion: number }>(
      `SELECT rr."returnId", r.file, rr."tableRef", rr.row, rr."returnVersion" FROM "eventSource" s
         JOIN "returnRow" rr ON rr.id = s."returnRowId" JOIN "agencyReturn" r ON r.id = rr."returnId"
        WHERE s."eventId" = ? ORDER BY s.ordinal`,
      toBlob(eventId),
    )
    .map((row) => ({
      returnId: fromBlob(row.returnId),
      file: row.file,
      table: JSON.parse(row.tableRef),
      row: row.row,
      returnVersion: row.returnVersion,
    }));
}

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

export { dateOf, EVENT_FIELDS, standingText, type StoredEvent } from './event-row.ts';
