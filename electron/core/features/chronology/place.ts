import { dayNumber, isoDay } from '#shared/kernel/clock.ts';
import type { Store } from '../../db/store.ts';
import { fromBlob, toBlob, type ReadDb } from '../../db/sql.ts';

/**
 * `pos` = day·2³⁵ + minute·2²⁴ + order (53 bits): the one order of the chronology, and the rowid of the search index.
 * On one day untimed entries (minute 0) stand before timed ones, then return and row, unless ordered by hand.
 */
const ORDERS = 2 ** 24;
const SLOTS_PER_DAY = 2 ** 11;
/** The next day begins so much further. */
export const PLACES_OF_A_DAY = SLOTS_PER_DAY * ORDERS;
const FIRST_DAY = -135_140; // 1 January 1600
const LAST_DAY = FIRST_DAY + 2 ** 18 - 1;
const GAP = 1024;

/** Day and minute of an entry, as one number. */
export type Slot = number;

export type Dated = { earliest: string | null; latest: string | null; time: string | null };

/** The slot of a date, or null where neither end is known. */
export function slotOf(date: Dated): Slot | null {
  const day = date.earliest ?? date.latest;
  if (day === null) return null;
  const number = Math.min(Math.max(dayNumber(day), FIRST_DAY), LAST_DAY) - FIRST_DAY;
  const minute = date.time === null ? 0 : Number(date.time.slice(0, 2)) * 60 + Number(date.time.slice(3)) + 1;
  return number * SLOTS_PER_DAY + minute;
}
/** Where rows go that have no date and no dated row above or below: the very end. */
export const LAST_SLOT: Slot = 2 ** 18 * SLOTS_PER_DAY - 1;

/** From here on stand entries without any day to lean on. */
export const UNDATED_FROM = LAST_SLOT * ORDERS;

export const slotAt = (pos: number): Slot => Math.floor(pos / ORDERS);
export const dayOfSlot = (slot: Slot): number => Math.floor(slot / SLOTS_PER_DAY);
export const orderAt = (pos: number): number => pos % ORDERS;
/** First place of a calendar day. */
export const startOfDay = (day: string): number => (dayNumber(day) - FIRST_DAY) * SLOTS_PER_DAY * ORDERS;

/** The calendar day under which a place stands; null where nothing gave it one. */
export const dayAt = (pos: number): string | null => (pos >= UNDATED_FROM ? null : isoDay(dayOfSlot(slotAt(pos)) + FIRST_DAY));

/** Gives places at the end of their slots to many entries at once, in the order given: an import. */
export function appendPlaces(db: ReadDb, slots: readonly Slot[]): number[] {
  const wanted = new Map<Slot, number>();
  for (const slot of slots) wanted.set(slot, (wanted.get(slot) ?? 0) + 1);
  const next = new Map<Slot, { order: number; gap: number }>();
  for (const [slot, n] of wanted) {
    const last = db.get<{ pos: number | null }>(
      `SELECT max(pos) AS pos FROM event WHERE pos BETWEEN ? AND ?`,
      slot * ORDERS,
      slot * ORDERS + ORDERS - 1,
    )?.pos;
    const from = last === null || last === undefined ? 0 : orderAt(last);
    const gap = Math.max(1, Math.min(GAP, Math.floor((ORDERS - 1 - from) / (n + 1))));
    next.set(slot, { order: from, gap });
  }
  return slots.map((slot) => {
    const place = next.get(slot)!;
    place.order += place.gap;
    return slot * ORDERS + place.order;
  });
}

/** A free place directly before or after a neighbour; makes room in the slot where there is none. */
export function placeBeside(store: Store, neighbourPos: number, side: 'before' | 'after'): number {
  const slot = slotAt(neighbourPos);
  const from = slot * ORDERS;
  const other =
    side === 'after'
      ? store.get<{ pos: number | null }>(
          `SELECT min(pos) AS pos FROM event WHERE pos > ? AND pos < ?`,
          neighbourPos,
          from + ORDERS,
        )?.pos
      : store.get<{ pos: number | null }>(`SELECT max(pos) AS pos FROM event WHERE pos < ? AND pos >= ?`, neighbourPos, from)
          ?.pos;
  const low = side === 'after' ? neighbourPos : (other ?? from);
  const high = side === 'after' ? (other ?? Math.min(neighbourPos + 2 * GAP, from + ORDERS)) : neighbourPos;
  if (high - low >= 2) return Math.floor((low + high) / 2);
  const moved = spreadSlot(store, slot, neighbourPos);
  return placeBeside(store, moved, side);
}

/** Renumbers a slot with even gaps; answers the neighbour's new place. Goes by way of negative places, as places are unique. */
function spreadSlot(store: Store, slot: Slot, neighbourPos: number): number {
  const rows = store.all<{ id: Uint8Array; pos: number }>(
    `SELECT id, pos FROM event WHERE pos BETWEEN ? AND ? ORDER BY pos`,
    slot * ORDERS,
    slot * ORDERS + ORDERS - 1,
  );
  const gap = Math.max(2, Math.min(GAP, Math.floor(ORDERS / (rows.length + 1))));
  let moved = neighbourPos;
  rows.forEach((row, i) => store.update('event', fromBlob(row.id), { pos: -(i + 1) }));
  rows.forEach((row, i) => {
    const pos = slot * ORDERS + (i + 1) * gap;
    store.update('event', fromBlob(row.id), { pos });
    if (row.pos === neighbourPos) moved = pos;
  });
  return moved;
}

/** The place of one entry in a slot by return and row: where an import would have put it. */
export function placeInSlot(store: Store, slot: Slot, key: { returnOrdinal: number; row: number }): number {
  const rows = store.all<{ pos: number; ordinal: number | null; row: number | null }>(
    `SELECT e.pos, r.ordinal, (SELECT rr.row FROM "eventSource" s JOIN "returnRow" rr ON rr.id = s."returnRowId" WHERE s."eventId" = e.id ORDER BY rr."returnVersion" DESC, rr.row LIMIT 1) AS row
       FROM event e LEFT JOIN "agencyReturn" r ON r.id = e."returnId" WHERE e.pos BETWEEN ? AND ? ORDER BY e.pos`,
    slot * ORDERS,
    slot * ORDERS + ORDERS - 1,
  );
  const after = rows.findLast(
    (r) =>
      (r.ordinal ?? Infinity) < key.returnOrdinal || ((r.ordinal ?? Infinity) === key.returnOrdinal && (r.row ?? 0) <= key.row),
  );
  if (after) return placeBeside(store, after.pos, 'after');
  if (rows[0]) return placeBeside(store, rows[0].pos, 'before');
  return slot * ORDERS + GAP;
}

/**
 * Free places for n entries in one slot: after the entry of a place, or where `after` is null before that of another, or,
 * with neither, where return `ordinal` comes among the returns. Makes room where there is none.
 */
export function placesBeside(
  store: Store,
  slot: Slot,
  beside: { after: string | null; before: string | null; ordinal: number },
  n: number,
): number[] {
  const from = slot * ORDERS;
  const posOf = (id: string | null): number | null =>
    id === null ? null : (store.get<{ pos: number }>(`SELECT pos FROM event WHERE id = ?`, toBlob(id))?.pos ?? null);
  const next = posOf(beside.before);
  const low = posOf(beside.after) ?? (next === null ? endOfReturnsBefore(store, slot, beside.ordinal) : placeBelow(store, next));
  const high = store.get<{ pos: number | null }>(
    `SELECT min(pos) AS pos FROM event WHERE pos > ? AND pos < ?`,
    low,
    from + ORDERS,
  )?.pos;
  const end = high ?? Math.min(low + (n + 1) * GAP, from + ORDERS);
  const step = Math.floor((end - low) / (n + 1));
  if (step >= 1) return Array.from({ length: n }, (_, i) => low + (i + 1) * step);
  return openUp(store, slot, low, n);

  function placeBelow(db: ReadDb, pos: number): number {
    return db.get<{ pos: number | null }>(`SELECT max(pos) AS pos FROM event WHERE pos < ? AND pos >= ?`, pos, from)?.pos ?? from;
  }
}

/** The last place in a slot that belongs to a return which came before, or to the slot's beginning. */
function endOfReturnsBefore(db: ReadDb, slot: Slot, ordinal: number): number {
  const from = slot * ORDERS;
  const last = db.get<{ pos: number | null }>(
    `SELECT max(e.pos) AS pos FROM event e JOIN "agencyReturn" r ON r.id = e."returnId" WHERE e.pos BETWEEN ? AND ? AND r.ordinal <= ?`,
    from,
    from + ORDERS - 1,
    ordinal,
  )?.pos;
  return last ?? from;
}

/** Renumbers a slot so that n places are free after one of its places; answers them. */
function openUp(store: Store, slot: Slot, low: number, n: number): number[] {
  const rows = store.all<{ id: Uint8Array; pos: number }>(
    `SELECT id, pos FROM event WHERE pos BETWEEN ? AND ? ORDER BY pos`,
    slot * ORDERS,
    slot * ORDERS + ORDERS - 1,
  );
  const gap = Math.max(1, Math.min(GAP, Math.floor(ORDERS / (rows.length + n + 2))));
  const before = rows.filter((row) => row.pos <= low).length;
  rows.forEach((row, i) => store.update('event', fromBlob(row.id), { pos: -(i + 1) }));
  rows.forEach((row, i) =>
    store.update('event', fromBlob(row.id), { pos: slot * ORDERS + (i < before ? i + 1 : i + 1 + n) * gap }),
  );
  return Array.from({ length: n }, (_, i) => slot * ORDERS + (before + i + 1) * gap);
}
