import { AppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { ImportResult, StagedEvent, StagedReturn } from '#shared/model/agency-return.ts';
import { keepRows } from '../../../db/kept-cells.ts';
import { findRow, type Store } from '../../../db/store.ts';
import { fromBlob, toBlob, type ReadDb } from '../../../db/sql.ts';
import type { Row } from '../../../db/tables.ts';
import type { WriteContext } from '../../../kernel/implement.ts';
import { dateColumns, EVENT_FIELDS, nextRefs, slotOf, type Slot } from '../../chronology/writes.ts';
import { carryPassages } from '../../passages/writes.ts';
import { ensureAgency } from '../agencies.ts';
import { slotsInTableOrder, textColumns } from '../commit.ts';
import { decisionCarrier } from './carry-decisions.ts';
import { compareVersions, contradicted, type VersionPlan } from './compare-versions.ts';
import type { KeptEntry } from './kept-entry.ts';
import { oldEntries } from './old-entries.ts';
import { placeEntries, type ToPlace } from './place-entries.ts';
import { fileColumns, keepFileOfOld, keepVersionFile } from './version-files.ts';

export type NewVersion = { returnId: string; staged: StagedReturn; bytes: Uint8Array; fromVersion?: number | undefined };

/** A return that a file may be compared with. Throws `notFound`, `cannotCompare`, `versionConflict`. */
export function needReturn(db: ReadDb, returnId: string, fromVersion?: number): Row {
  const row = findRow(db, 'agencyReturn', returnId);
  if (!row) throw new AppError('notFound', { what: 'return' });
  if (row['state'] === 'withdrawn') throw new AppError('cannotCompare', { why: 'it has been withdrawn; put it back first' });
  if (fromVersion !== undefined && row['returnVersion'] !== fromVersion)
    throw new AppError('versionConflict', { current: row['returnVersion'] });
  return row;
}

/**
 * Applies a corrected return to the entries that it brought before, in one change set. Entries keep their id, number and
 * all that people did to them; one that vanished is hidden, or asked about where somebody had worked on it.
 */
export function applyVersion(store: Store, input: NewVersion, ctx: WriteContext): ImportResult {
  const { returnId, staged } = input;
  const old = needReturn(store, returnId, input.fromVersion);
  const version = Number(old['returnVersion']) + 1;
  const plan = compareVersions(oldEntries(store, returnId, version - 1), staged);
  const agencyIds = new Map(staged.agencies.map((name) => [name, ensureAgency(store, name)]));
  const agencyOf = (event: StagedEvent): string => agencyIds.get(event.agency) ?? ensureAgency(store, event.agency);

  keepFileOfOld(store, old);
  store.tx.run(`INSERT OR IGNORE INTO original (sha256, bytes) VALUES (?,?)`, staged.sha256, input.bytes);
  keepVersionFile(store, returnId, { returnVersion: version, staged, counts: plan.counts, at: ctx.now });
  store.update('agencyReturn', returnId, {
    ...fileColumns(staged),
    agencyIds: [...agencyIds.values()],
    returnVersion: version,
    state: staged.events.length === 0 ? 'nil' : 'in',
    receivedAt: ctx.now,
  });
  const rowIds = keepRows(store, { returnId, returnVersion: version }, staged.rows);

  const idOf = new Map(plan.kept.map(({ old: entry, after }) => [after, entry.event.id]));
  for (const { after } of plan.added) idOf.set(after, newId());
  const places = placesFor(store, plan, staged, idOf, Number(old['ordinal']));
  const firstRef = nextRefs(store, plan.added.length);
  plan.added.forEach(({ after }, i) => {
    const event = staged.events[after]!;
    store.insert('event', {
      id: idOf.get(after)!,
      pos: places.get(idOf.get(after)!)!,
      ref: firstRef + i,
      agencyId: agencyOf(event),
      returnId,
      ...dateColumns(event.date),
      ...textColumns(event),
      byHand: false,
      hidden: false,
    });
  });
  const carry = decisionCarrier(store, returnId);
  for (const one of plan.kept) {
    keepEntry(store, one, { event: staged.events[one.after]!, agencyOf, carry, place: places.get(one.old.event.id) });
    askAboutCorrections(store, one, { returnId, returnVersion: version });
    if (one.back) settleAsBack(store, one.old.event.id, ctx);
  }
  staged.events.forEach((event, i) =>
    event.rows.forEach((row, n) =>
      store.insert('eventSource', { id: newId(), eventId: idOf.get(i)!, returnRowId: rowIds[row]!, ordinal: n }),
    ),
  );
  for (const { old: entry, into } of plan.removed) {
    if (entry.work.length === 0) store.update('event', entry.event.id, { hidden: true, removedIn: version });
    else {
      const intoId = into === null ? null : (idOf.get(into) ?? null);
      ask(store, {
        returnId,
        returnVersion: version,
        eventId: entry.event.id,
        kind: 'vanished',
        field: null,
        before: null,
        after: null,
        intoId,
      });
    }
  }
  for (const id of agencyIds.values()) store.update('agency', id, { mapping: staged.mapping });
  return resultOf(staged, returnId, plan);
}

/** What an import answers of a version: as the first one does, with its counts. */
export function resultOf(
  staged: StagedReturn,
  returnId: string,
  { counts, kept, removed }: Pick<VersionPlan, 'counts' | 'kept' | 'removed'>,
): ImportResult {
  const { added, changed, removed: hidden, unchanged } = counts;
  const { file, agencies, tables, rowsRead, mapping } = staged;
  const problems = [...staged.problems];
  if (kept.length === 0 && removed.length > 0 && staged.events.length > 0) {
    const message = 'No entry of this file is in the version before. Look whether it is a later version of that return.';
    problems.push({ severity: 'warning', code: 'nothingMatches', message, table: null, row: null });
  }
  if (counts.asked > 0) {
    const changedToo = counts.asked - counts.stays;
    const what = [
      counts.stays > 0 &&
        `${counts.stays === 1 ? 'one entry that somebody worked on is' : `${counts.stays} entries that somebody worked on are`} not in it and stay${counts.stays === 1 ? 's' : ''} until that is settled`,
      changedToo > 0 &&
        `${changedToo === 1 ? 'one text that somebody corrected or tagged is' : `${changedToo} texts that somebody corrected or tagged are`} changed in it`,
    ].filter((part) => part !== false);
    const message = `Of this version ${what.join('; ')}. Nothing of that work is lost; settle what is asked under Returns.`;
    problems.push({ severity: 'warning', code: 'askedAbout', message, table: null, row: null });
  }
  return {
    returnId,
    file,
    agencies,
    tables,
    rowsRead,
    added,
    changed,
    removed: hidden,
    unchanged,
    mapping,
    problems,
  };
}

function keepEntry(
  store: Store,
  { old, back }: KeptEntry,
  now: {
    event: StagedEvent;
    agencyOf(event: StagedEvent): string;
    carry: ReturnType<typeof decisionCarrier>;
    place: number | undefined;
  },
): void {
  const { event } = now;
  const standing = old.corrections.get('date');
  const words = textColumns(event);
  for (const field of EVENT_FIELDS) {
    const before = old.event[field];
    const after = event[field];
    if (before !== null && after !== null && before !== after) now.carry(old.event.id, field, before, after);
    // Where a correction stands, its words are what was marked, and they stay.
    if (!old.corrections.has(field)) carryPassages(store, old.event.id, field, { before, after });
  }
  // A date that a person corrected stands; the agency's new one is kept with the correction.
  const date = standing ? { asWritten: event.date.asWritten } : dateColumns(event.date);
  if (standing?.dateBefore)
    store.update('correction', standing.id, { dateBefore: { ...event.date, order: standing.dateBefore.order } });
  store.update('event', old.event.id, {
    agencyId: now.agencyOf(event),
    ...date,
    ...words,
    ...(now.place === undefined ? {} : { pos: now.place, byHand: false }),
    ...(back && old.event.removedIn !== null ? { hidden: false, removedIn: null } : {}),
  });
}

/** Places of entries that are new or stand elsewhere than the version says. */
function placesFor(
  store: Store,
  plan: VersionPlan,
  staged: StagedReturn,
  idOf: ReadonlyMap<number, string>,
  ordinal: number,
): Map<string, number> {
  const slots = slotsInTableOrder(staged);
  const kept = new Map(plan.kept.map((one) => [one.after, one.old]));
  const entries = staged.events.map((_, i): ToPlace => {
    const entry = kept.get(i);
    // A corrected date keeps its place.
    const slot: Slot = entry?.corrections.has('date') ? (slotOf(entry.event) ?? slots[i]!) : slots[i]!;
    return { id: idOf.get(i)!, slot, pos: entry?.event.pos ?? null, byHand: entry?.event.byHand ?? false };
  });
  const places = new Map<string, number>();
  placeEntries(store, entries, ordinal, (id, pos) => places.set(id, pos));
  return places;
}

type Question = {
  returnId: string;
  returnVersion: number;
  eventId: string;
  kind: 'vanished' | 'corrected';
  field: string | null;
  before: string | null;
  after: string | null;
  intoId: string | null;
};

function ask(store: Store, question: Question): void {
  store.insert('versionQuestion', { id: newId(), ...question, answer: null, person: null, at: null });
}

function askAboutCorrections(store: Store, one: KeptEntry, of: { returnId: string; returnVersion: number }): void {
  for (const { field, before, after } of contradicted(one)) {
    // Asked again with the newest words: what is still open about the same field is settled with it.
    for (const { id } of store.all<{ id: Uint8Array }>(
      `SELECT id FROM "versionQuestion" WHERE "eventId" = ? AND kind = 'corrected' AND field = ? AND answer IS NULL`,
      toBlob(one.old.event.id),
      field,
    ))
      store.remove('versionQuestion', fromBlob(id));
    ask(store, { ...of, eventId: one.old.event.id, kind: 'corrected', field, before, after, intoId: null });
  }
}

function settleAsBack(store: Store, eventId: string, ctx: WriteContext): void {
  for (const { id } of store.all<{ id: Uint8Array }>(
    `SELECT id FROM "versionQuestion" WHERE "eventId" = ? AND kind = 'vanished' AND answer IS NULL`,
    toBlob(eventId),
  ))
    store.update('versionQuestion', fromBlob(id), { answer: 'back', person: ctx.session.name, at: ctx.now });
}
