import { AppError } from '#shared/kernel/app-error.ts';
import { readDate } from '#shared/dates/read-date.ts';
import type { DateReading, EventDate } from '#shared/model/event-date.ts';
import type { CorrectedField } from '#shared/model/chronology-event.ts';
import { selectRows, type Store } from '../../db/store.ts';
import { toBlob, type ReadDb } from '../../db/sql.ts';
import type { WriteContext } from '../../kernel/implement.ts';
import { carryPassages } from '../passages/writes.ts';
import { appendPlaces, dayOfSlot, placeBeside, placeInSlot, slotAt, slotOf, LAST_SLOT } from './place.ts';
import { dateColumns, dateOf, type StoredEvent } from './event-row.ts';

/** The next permanent reference number; numbers are never given twice, not even after an undo. */
export function nextRefs(store: Store, n: number): number {
  const kept = Number(store.get<{ value: string }>(`SELECT value FROM meta WHERE key = 'nextRef'`)?.value ?? 1);
  const highest = store.get<{ ref: number | null }>(`SELECT max(ref) AS ref FROM event`)?.ref ?? 0;
  const first = Math.max(kept, highest + 1);
  store.tx.run(
    `INSERT INTO meta (key, value) VALUES ('nextRef', ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value`,
    String(first + n),
  );
  return first;
}

/** What a date leans on in this review: its period. */
export function scopeOf(db: ReadDb): { scopeFrom?: string; scopeTo?: string } {
  const row = selectRows(db, 'review')[0];
  const from = row?.['scopeFrom'];
  const to = row?.['scopeTo'];
  return { ...(typeof from === 'string' ? { scopeFrom: from } : {}), ...(typeof to === 'string' ? { scopeTo: to } : {}) };
}

/** Reads a date typed by a person; unlike an import it is refused where nothing can be read. */
export function readTypedDate(db: ReadDb, text: string): DateReading {
  const reading = readDate(text, scopeOf(db));
  if (reading.precision === 'unknown') {
    throw new AppError('badInput', { where: 'the date', why: reading.problems[0]?.message ?? 'it cannot be read as a date' });
  }
  return reading;
}

type NewEvent = {
  id: string;
  agencyId: string;
  date: string;
  description: string;
  sourceOfInformation?: string | null | undefined;
  response?: string | null | undefined;
  outcome?: string | null | undefined;
  childVoice?: string | null | undefined;
  agencyComment?: string | null | undefined;
  involved?: string | null | undefined;
};

/** Adds an entry by hand, at the end of its day's slot. */
export function addEvent(store: Store, input: NewEvent): { id: string; ref: number } {
  store.need('agency', input.agencyId, 'agency');
  const existing = store.find('event', input.id) as StoredEvent | undefined;
  if (existing) return { id: existing.id, ref: existing.ref };
  const reading = readTypedDate(store, input.date);
  const pos = appendPlaces(store, [slotOf(reading) ?? LAST_SLOT])[0]!;
  const ref = nextRefs(store, 1);
  const { id, agencyId, date, ...words } = input;
  store.insert('event', {
    id,
    pos,
    ref,
    agencyId,
    returnId: null,
    ...dateColumns({ ...reading, asWritten: date }),
    ...words,
    other: {},
    noContact: false,
    byHand: false,
    hidden: false,
  });
  return { id, ref };
}

/** Puts a correction beside the original. A corrected date moves the entry; what was written stays in `asWritten`. */
export function correctEvent(
  store: Store,
  input: { id: string; eventId: string; eventRowVersion: number; field: CorrectedField; to: string | null; reason: string },
  ctx: WriteContext,
): { eventId: string; rowVersion: number } {
  const event = store.needVersion('event', input.eventId, input.eventRowVersion, 'entry') as StoredEvent;
  const earlier = selectRows(store, 'correction', 'WHERE "eventId" = ? AND field = ?', toBlob(event.id), input.field)[0];
  if (input.field === 'date') {
    if (input.to === null) throw new AppError('badInput', { where: 'the date', why: 'a corrected date needs a date' });
    const reading = readTypedDate(store, input.to);
    redate(store, { event, reading, written: input.to, reason: input.reason, id: input.id }, ctx);
    return { eventId: event.id, rowVersion: store.touch('event', event.id)['rowVersion'] as number };
  }
  if (input.field === 'description' && !input.to?.trim()) {
    throw new AppError('badInput', { where: 'what was recorded', why: 'an entry needs words' });
  }
  const before = earlier ? (earlier['value'] as string | null) : event[input.field];
  const words = { value: input.to, reason: input.reason, person: ctx.session.name, at: ctx.now };
  if (earlier) {
    store.update('correction', earlier.id, words);
  } else {
    store.insert('correction', {
      id: input.id,
      eventId: event.id,
      field: input.field,
      original: event[input.field],
      dateBefore: null,
      ...words,
    });
  }
  carryPassages(store, event.id, input.field, { before, after: input.to });
  // A correction changes what the entry says, so the entry's version moves too, even where no column of it does.
  const after = store.touch('event', event.id);
  return { eventId: event.id, rowVersion: after['rowVersion'] as number };
}

/** Another reading of a date beside what was written; the entry moves to its day. */
export function redate(
  store: Store,
  to: { event: StoredEvent; reading: DateReading; written: string; reason: string; id: string },
  ctx: WriteContext,
): void {
  const { event, reading } = to;
  const patch: Record<string, unknown> = dateColumns({ ...reading, asWritten: event.asWritten });
  const slot = slotOf(reading) ?? LAST_SLOT;
  if (slot !== slotAt(event.pos)) Object.assign(patch, { pos: placeInSlot(store, slot, keyOf(store, event)), byHand: false });
  const words = { value: to.written, reason: to.reason, person: ctx.session.name, at: ctx.now };
  const earlier = selectRows(store, 'correction', `WHERE "eventId" = ? AND field = 'date'`, toBlob(event.id))[0];
  if (earlier) store.update('correction', earlier.id, words);
  else {
    const dateBefore: EventDate = dateOf(event);
    store.insert('correction', { id: to.id, eventId: event.id, field: 'date', original: event.asWritten, dateBefore, ...words });
  }
  store.update('event', event.id, patch);
}

export function reorderEvent(
  store: Store,
  input: { eventId: string; eventRowVersion: number; place: 'before' | 'after'; otherId: string },
): { eventId: string; rowVersion: number } {
  const event = store.needVersion('event', input.eventId, input.eventRowVersion, 'entry') as StoredEvent;
  const other = store.need('event', input.otherId, 'entry') as StoredEvent;
  if (event.id === other.id || dayOfSlot(slotAt(event.pos)) !== dayOfSlot(slotAt(other.pos))) {
    throw new AppError('badInput', {
      where: 'the order',
      why: 'entries can be reordered within one day; correct the date to move further',
    });
  }
  const pos = placeBeside(store, other.pos, input.place);
  const after = store.update('event', event.id, { pos, byHand: true });
  return { eventId: event.id, rowVersion: after['rowVersion'] as number };
}

/** Where an entry stands in its return: what `placeInSlot` goes by. */
export function keyOf(store: Store, event: StoredEvent): { returnOrdinal: number; row: number } {
  const key = store.get<{ ordinal: number; row: number | null }>(
    `SELECT r.ordinal, (SELECT rr.row FROM "eventSource" s JOIN "returnRow" rr ON rr.id = s."returnRowId" WHERE s."eventId" = ? ORDER BY rr."returnVersion" DESC, rr.row LIMIT 1) AS row
       FROM "agencyReturn" r WHERE r.id = (SELECT "returnId" FROM event WHERE id = ?)`,
    toBlob(event.id),
    toBlob(event.id),
  );
  return { returnOrdinal: key?.ordinal ?? Infinity, row: key?.row ?? 0 };
}

export { appendPlaces, LAST_SLOT, placeInSlot, placesBeside, slotAt, slotOf, type Slot } from './place.ts';
export { dateColumns, dateOf, EVENT_FIELDS, type StoredEvent } from './event-row.ts';
