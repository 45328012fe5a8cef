import type { EventFilter, Grouping, WordsField } from '#shared/contract/event-filter.ts';
import type { EventField } from '#shared/model/chronology-event.ts';
import { decodeRow } from '../../db/store.ts';
import type { ReadDb, SqlValue } from '../../db/sql.ts';
import type { Lens } from '../../kernel/lens.ts';
import { hasAll, type SearchTerm } from '../search/query.ts';
import { type Corrections, correctionsOf, placeOf } from './beside.ts';
import { EVENT_FIELDS, standingText, type StoredEvent } from './event-row.ts';
import { filterSql, searchAlone } from './filter-sql.ts';
import { gather, type Gathered, NOT_GATHERED, toldBySql, toldOf } from './gathered.ts';
import { GroupCounts, type ListGroup } from './groups.ts';

type Found = { events: StoredEvent[]; next: number | null; terms: SearchTerm[] };
/** Besides the filter: places that are left out, and whether only grouped entries are wanted. */
type Besides = { without: readonly number[]; grouped?: true };
const NOTHING_LEFT_OUT: Besides = NOT_GATHERED;

/** Entries that match, from a place on, in true order; `next` is the place of the one after. Names are not looked at. */
export function eventsFrom(
  db: ReadDb,
  filter: EventFilter,
  from: number | null,
  limit: number,
  view: Lens['view'] = 'identified',
  besides = NOTHING_LEFT_OUT,
  skip = 0,
): Found {
  const { events, next, terms } = candidates(db, filter, from, limit, view, besides, skip);
  return { events: events.map(({ event }) => event), next, terms };
}

type Candidate = { event: StoredEvent; flags: boolean[] };

function candidates(
  db: ReadDb,
  filter: EventFilter,
  from: number | null,
  limit: number,
  view: Lens['view'],
  { without, grouped }: Besides,
  skip = 0,
) {
  const sql = filterSql(db, filter, view);
  const out = leaveOut(sql.pos, without);
  const where = [
    ...sql.where,
    ...(grouped ? ['e.id IN (SELECT "eventId" FROM "accountMember")'] : []),
    ...out.where,
    ...(from === null ? [] : [`${sql.pos} >= ?`]),
  ];
  const columns = sql.doubt?.columns ?? [];
  const rows = db.all<Record<string, SqlValue>>(
    `SELECT e.*${columns.map((one, i) => `, ${one.sql} AS flag${i}`).join('')} FROM ${sql.from} WHERE ${where.join(' AND ')} ORDER BY ${sql.pos} LIMIT ? OFFSET ?`,
    ...columns.flatMap(({ params }) => params),
    ...sql.params,
    ...out.params,
    ...(from === null ? [] : [from]),
    limit + 1,
    skip,
  );
  const events = rows.map(
    (row): Candidate => ({
      event: decodeRow('event', row) as StoredEvent,
      flags: columns.map((_, i) => row[`flag${i}`] === 1),
    }),
  );
  const next = events.length > limit ? events[limit]!.event.pos : null;
  return { events: events.slice(0, limit), next, terms: sql.terms, doubt: sql.doubt };
}

const leaveOut = (pos: string, without: readonly number[]): { where: string[]; params: string[] } =>
  without.length === 0
    ? { where: [], params: [] }
    : { where: [`${pos} NOT IN (SELECT value FROM json_each(?))`], params: [JSON.stringify(without)] };

/** Whether SQL alone cannot say what this session's list holds. */
export const mustLook = (db: ReadDb, lens: Lens, filter: EventFilter): boolean =>
  (lens.view === 'anonymised' && Boolean(filter.search?.trim())) || (filter.where !== undefined && isDoubtful(db, lens, filter));

function isDoubtful(db: ReadDb, lens: Lens, filter: EventFilter): boolean {
  const { doubt, terms } = filterSql(db, filter, lens.view);
  return doubt !== null || (lens.view === 'anonymised' && terms.length > 0);
}

/** Entries looked at in one go: few at first, for the page that is waited for, then more and more. */
const LOOKED_AT = 200;
const MOST_LOOKED_AT = 8000;

/** The same as this session may see it: an anonymised one finds only words that it may read. */
export function visibleEventsFrom(
  db: ReadDb,
  lens: Lens,
  filter: EventFilter,
  from: number | null,
  limit: number,
  skip = 0,
): Found & Pick<Gathered, 'beneath'> {
  const gathered = gatheredOf(db, lens, filter);
  return { ...seenFrom(db, lens, filter, from, limit, gathered, skip), beneath: gathered.beneath };
}

/** What a gathered list leaves out, as this session sees the list. */
export function gatheredOf(db: ReadDb, lens: Lens, filter: EventFilter): Gathered {
  const { gathered, within: _within, ...whole } = filter;
  if (!gathered) return NOT_GATHERED;
  if (!mustLook(db, lens, whole)) return gather(toldBySql(db, whole, lens.view), gathered.open);
  const { events } = seenFrom(db, lens, whole, null, Number.MAX_SAFE_INTEGER, { without: [], grouped: true });
  return gather(toldOf(db, events), gathered.open);
}

function seenFrom(
  db: ReadDb,
  lens: Lens,
  filter: EventFilter,
  from: number | null,
  limit: number,
  besides: Besides,
  skip = 0,
): Found {
  if (!mustLook(db, lens, filter)) return eventsFrom(db, filter, from, limit, lens.view, besides, skip);
  let left = skip;
  const events: StoredEvent[] = [];
  let at = from;
  for (let many = LOOKED_AT; ; many = Math.min(MOST_LOOKED_AT, many * 4)) {
    const page = candidates(db, filter, at, many, lens.view, besides);
    const corrections = correctionsOf(
      db,
      page.events.map(({ event }) => event),
    );
    for (const { event, flags } of page.events) {
      const own = corrections.get(event.id) ?? new Map();
      const has = (terms: readonly SearchTerm[], field: WordsField | undefined): boolean =>
        hasAll(field ? fieldText(lens, event, own, field) : shownText(lens, event, own), terms);
      if (lens.view === 'anonymised' && page.terms.length > 0 && !has(page.terms, undefined)) continue;
      if (page.doubt && !page.doubt.holds(flags, has)) continue;
      if (left > 0) {
        left -= 1;
        continue;
      }
      if (events.length === limit) return { events, next: event.pos, terms: page.terms };
      events.push(event);
    }
    if (page.next === null) return { events, next: null, terms: page.terms };
    at = page.next;
  }
}

function fieldText(lens: Lens, event: StoredEvent, own: Corrections, field: WordsField): string {
  if (field === 'asWritten') return lens.prose(event.asWritten);
  if (field === 'other') return Object.values(event.other).map(lens.prose).join('\n');
  return seen(lens, event, own, field);
}

function seen(lens: Lens, event: StoredEvent, own: Corrections, field: EventField): string {
  const text = standingText(event, field, own);
  if (text === null || lens.view === 'identified') return text ?? '';
  return lens.see(placeOf(event.id, field), text).text;
}

function shownText(lens: Lens, event: StoredEvent, own: Corrections): string {
  const parts = EVENT_FIELDS.map((field) => seen(lens, event, own, field));
  return [...parts, ...Object.values(event.other).map((text) => lens.prose(text)), event.asWritten].join('\n');
}

const EVERY = 100;
export type Anchors = { total: number; all: number; beneath?: number; anchors: number[]; groups?: ListGroup[] };

/** Number that match and the place of every hundredth, for a list that can jump anywhere; under headings, of each. */
export function anchorsOf(db: ReadDb, lens: Lens, filter: EventFilter, group?: Grouping): Anchors {
  const all = db.get<{ n: number }>(`SELECT count(*) AS n FROM event WHERE hidden = 0`)!.n;
  const anchors: number[] = [];
  const counts = group ? new GroupCounts(db, group, EVERY) : null;
  const left = gatheredOf(db, lens, filter);
  let total = 0;
  const take = (row: { pos: number; id?: Uint8Array; agencyId?: Uint8Array }): void => {
    if (total % EVERY === 0) anchors.push(row.pos);
    total += 1;
    counts?.take(row);
  };
  if (mustLook(db, lens, filter)) {
    for (let from: number | null = null, done = false; !done; ) {
      const page = seenFrom(db, lens, filter, from, 500, left);
      for (const event of page.events) take(counts ? counts.row(event) : { pos: event.pos });
      from = page.next;
      done = from === null;
    }
  } else {
    const sql = filterSql(db, filter, lens.view);
    const out = leaveOut(sql.pos, left.without);
    const alone = !counts?.columns && sql.terms.length > 0 && searchAlone(filter);
    const rows = db.iterate<{ pos: number }>(
      `SELECT ${sql.pos} AS pos${counts?.columns ?? ''} FROM ${alone ? '"eventSearch"' : sql.from} WHERE ${[...sql.where, ...out.where].join(' AND ')} ORDER BY ${sql.pos}`,
      ...sql.params,
      ...out.params,
    );
    for (const row of rows) take(row);
  }
  return {
    total,
    all,
    anchors,
    ...(filter.gathered ? { beneath: left.without.length } : {}),
    ...(counts ? { groups: counts.list() } : {}),
  };
}

/** How many of the list stand before a place that is in it. */
export function countBefore(db: ReadDb, lens: Lens, filter: EventFilter, pos: number): number {
  if (!mustLook(db, lens, filter)) {
    const sql = filterSql(db, filter, lens.view);
    const out = leaveOut(sql.pos, gatheredOf(db, lens, filter).without);
    return db.get<{ n: number }>(
      `SELECT count(*) AS n FROM ${sql.from} WHERE ${[...sql.where, `${sql.pos} < ?`, ...out.where].join(' AND ')}`,
      ...sql.params,
      pos,
      ...out.params,
    )!.n;
  }
  const { anchors } = anchorsOf(db, lens, filter);
  const block = Math.max(
    0,
    anchors.findLastIndex((anchor) => anchor <= pos),
  );
  const page = visibleEventsFrom(db, lens, filter, anchors[block] ?? null, EVERY);
  return block * EVERY + page.events.filter((event) => event.pos < pos).length;
}
