import { type DateFixRow, MOST_AT_ONCE, MOST_DATES, type Target } from '#shared/contract/bulk.ts';
import { type DateFix, type FixedReading, fixReading } from '#shared/dates/fix-reading.ts';
import { dateLabel, timeLabel } from '#shared/dates/format.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { DateReading } from '#shared/model/event-date.ts';
import { decodeRow, findRow, type Store } from '../../db/store.ts';
import { fromBlob, marks, toBlob, type ReadDb, type SqlValue } from '../../db/sql.ts';
import type { ReadContext, WriteContext } from '../../kernel/implement.ts';
import type { Lens } from '../../kernel/lens.ts';
import { removeTag, tagWhole } from '../passages/writes.ts';
import { dateOf, type StoredEvent } from './event-row.ts';
import { filterSql } from './filter-sql.ts';
import { mustLook, visibleEventsFrom } from './list.ts';
import { redate } from './writes.ts';

/** The entries of a target, in true order. A list that has changed since it was counted is not guessed at. */
export function idsOf(db: ReadDb, lens: Lens, target: Target, most: number): string[] {
  if ('ids' in target) return [...new Set(target.ids)];
  const ids: string[] = [];
  if (target.filter.gathered || mustLook(db, lens, target.filter)) {
    for (let from: number | null = null, done = false; !done; ) {
      const page = visibleEventsFrom(db, lens, target.filter, from, 500);
      ids.push(...page.events.map(({ id }) => id));
      from = page.next;
      done = from === null || ids.length > most;
    }
  } else {
    const sql = filterSql(db, target.filter, lens.view);
    const rows = db.all<{ id: Uint8Array }>(
      `SELECT e.id FROM ${sql.from} WHERE ${sql.where.join(' AND ')} ORDER BY ${sql.pos} LIMIT ?`,
      ...sql.params,
      most + 1,
    );
    for (const row of rows) ids.push(fromBlob(row.id));
  }
  if (ids.length > most) {
    const limit = most.toLocaleString('en-GB');
    throw new AppError('badInput', { where: 'the list', why: `more than ${limit} entries match; narrow it first` });
  }
  if (ids.length !== target.total) throw new AppError('versionConflict', { current: ids.length });
  return ids;
}

export function tagMany(
  store: Store,
  input: { target: Target; themeId: string; on: boolean },
  ctx: WriteContext,
): { changed: number; entries: number; passages?: number } {
  store.need('theme', input.themeId, 'theme');
  const ids = idsOf(store, ctx.lens, input.target, MOST_AT_ONCE);
  const theme = toBlob(input.themeId);
  const tagged = new Map(
    store
      .all<{ id: Uint8Array; eventId: Uint8Array }>(`SELECT id, "eventId" FROM "themeTag" WHERE "themeId" = ?`, theme)
      .map((row) => [fromBlob(row.eventId), fromBlob(row.id)]),
  );
  let changed = 0;
  let passages = 0;
  for (const eventId of ids) {
    const tag = tagged.get(eventId);
    if (tag === undefined && !input.on) continue;
    if (tag !== undefined && input.on) {
      if (!tagWhole(store, tag)) continue;
    } else if (tag !== undefined) passages += removeTag(store, tag);
    else {
      if ('ids' in input.target) store.need('event', eventId, 'entry');
      store.insert('themeTag', { id: newId(), themeId: input.themeId, eventId });
    }
    changed += 1;
  }
  ctx.unit.rename(`${input.on ? 'Tag' : 'Untag'} ${entriesInWords(changed)}`);
  return { changed, entries: ids.length, ...(passages > 0 ? { passages } : {}) };
}

export const entriesInWords = (n: number): string => (n === 1 ? '1 entry' : `${n.toLocaleString('en-GB')} entries`);

type Row = { event: StoredEvent; result: FixedReading };

/**
 * Each entry with what the rule makes of its date, in the order of the tables they came from: one that takes its day from
 * the entry above takes it from what that one will be.
 */
function fixAll(db: ReadDb, ids: readonly string[], fix: DateFix): Row[] {
  const events = eventsOf(db, ids);
  if (fix.kind !== 'above') return events.map((event) => ({ event, result: fixReading(fix, dateOf(event), null) }));
  const settled = new Map<string, DateReading>();
  const wanted = new Map(events.map((event) => [event.id, event]));
  const results = new Map<string, FixedReading>();
  for (const { id, aboveId } of inTableOrder(db, events)) {
    const above = aboveId === null ? null : (settled.get(aboveId) ?? readingOf(db, aboveId));
    const result = fixReading(fix, dateOf(wanted.get(id)!), above);
    results.set(id, result);
    if ('reading' in result) settled.set(id, result.reading);
  }
  return events.map((event) => ({ event, result: results.get(event.id)! }));
}

function readingOf(db: ReadDb, id: string): DateReading | null {
  const event = findRow(db, 'event', id) as StoredEvent | undefined;
  return event && !event.hidden ? dateOf(event) : null;
}

function eventsOf(db: ReadDb, ids: readonly string[]): StoredEvent[] {
  const found: StoredEvent[] = [];
  for (let i = 0; i < ids.length; i += 500) {
    const some = ids.slice(i, i + 500);
    const rows = db.all<Record<string, SqlValue>>(
      `SELECT * FROM event WHERE hidden = 0 AND id IN (${marks(some.length)})`,
      ...some.map(toBlob),
    );
    found.push(...rows.map((row) => decodeRow('event', row) as StoredEvent));
  }
  return found.sort((a, b) => a.pos - b.pos);
}

type SourcePlace = { id: string; aboveId: string | null; returnId: string; table: string; row: number };

function inTableOrder(db: ReadDb, events: readonly StoredEvent[]): SourcePlace[] {
  const places = events.map((event): SourcePlace => {
    const own = db.get<{ returnId: Uint8Array; returnVersion: number; tableRef: string; row: number }>(
      `SELECT rr."returnId", rr."returnVersion", rr."tableRef", rr.row FROM "eventSource" s JOIN "returnRow" rr ON rr.id = s."returnRowId"
        WHERE s."eventId" = ? ORDER BY rr."returnVersion" DESC, s.ordinal LIMIT 1`,
      toBlob(event.id),
    );
    if (!own) return { id: event.id, aboveId: null, returnId: '', table: '', row: 0 };
    const above = db.get<{ eventId: Uint8Array }>(
      `SELECT s."eventId" FROM "returnRow" rr JOIN "eventSource" s ON s."returnRowId" = rr.id
        WHERE rr."returnId" = ? AND rr.row < ? AND rr."returnVersion" = ? AND rr."tableRef" = ? AND s."eventId" <> ? ORDER BY rr.row DESC LIMIT 1`,
      own.returnId,
      own.row,
      own.returnVersion,
      own.tableRef,
      toBlob(event.id),
    );
    const aboveId = above ? fromBlob(above.eventId) : null;
    return { id: event.id, aboveId, returnId: fromBlob(own.returnId), table: own.tableRef, row: own.row };
  });
  const key = (place: SourcePlace): string => `${place.returnId} ${place.table}`;
  return places.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.row - b.row));
}

const words = (reading: DateReading): string => [dateLabel(reading), timeLabel(reading)].filter(Boolean).join(', ');

export function previewDates(
  db: ReadDb,
  input: { target: Target; fix: DateFix },
  ctx: ReadContext,
): { rows: DateFixRow[]; fits: number } {
  const ids = idsOf(db, ctx.lens, input.target, MOST_DATES);
  if (ids.length > MOST_DATES) tooMany();
  const rows = fixAll(db, ids, input.fix).map(
    ({ event, result }): DateFixRow => ({
      id: event.id,
      ref: event.ref,
      agencyId: event.agencyId,
      asWritten: event.asWritten,
      before: words(dateOf(event)),
      after: 'reading' in result ? words(result.reading) : null,
      cannot: 'cannot' in result ? result.cannot : null,
      problems: 'reading' in result ? result.reading.problems.map(({ message }) => message) : [],
      rowVersion: event.rowVersion,
    }),
  );
  return { rows, fits: rows.filter(({ after }) => after !== null).length };
}

function tooMany(): never {
  const limit = MOST_DATES.toLocaleString('en-GB');
  throw new AppError('badInput', { where: 'the entries', why: `${limit} dates at most are put right in one step; select fewer` });
}

/** All or none: a date to which the rule does not fit means that the list is no longer the one that was looked at. */
export function fixDates(
  store: Store,
  input: { fix: DateFix; entries: { id: string; rowVersion: number }[]; reason: string },
  ctx: WriteContext,
): { changed: number } {
  for (const { id, rowVersion } of input.entries) store.needVersion('event', id, rowVersion, 'entry');
  const rows = fixAll(
    store,
    input.entries.map(({ id }) => id),
    input.fix,
  );
  for (const { event, result } of rows) {
    if ('cannot' in result) throw new AppError('badInput', { where: `entry ${event.ref}`, why: result.cannot });
    redate(store, { event, reading: result.reading, written: words(result.reading), reason: input.reason, id: newId() }, ctx);
    store.touch('event', event.id);
  }
  ctx.unit.rename(
    `Put ${entriesInWords(rows.length).replace(/entr(y|ies)/, (_, end) => (end === 'y' ? 'date' : 'dates'))} right`,
  );
  return { changed: rows.length };
}
