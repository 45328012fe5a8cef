import { newId } from '#shared/kernel/ids.ts';
import type { ImportResult, StagedEvent, StagedReturn } from '#shared/model/agency-return.ts';
import { keepRows } from '../../db/kept-cells.ts';
import { selectRows, type Store } from '../../db/store.ts';
import { toBlob } from '../../db/sql.ts';
import { appendPlaces, dateColumns, LAST_SLOT, nextRefs, slotOf, type Slot } from '../chronology/writes.ts';
import { ensureAgency } from './agencies.ts';
import type { ReturnHead } from './staging/packed-return.ts';
import { fileColumns, keepVersionFile } from './versions/version-files.ts';

/** What an import answers where nothing goes in: a preview, or a return kept out by its errors. */
export function notAdded(staged: ReturnHead): ImportResult {
  return {
    returnId: null,
    file: staged.file,
    agencies: staged.agencies,
    tables: staged.tables,
    rowsRead: staged.rowsRead,
    added: 0,
    changed: 0,
    removed: 0,
    unchanged: 0,
    mapping: staged.mapping,
    problems: staged.problems,
  };
}

/**
 * Adds a staged return to the chronology as a new one: the original, its rows as they stood, and its entries, in one
 * change set.
 */
export function commitReturn(store: Store, staged: StagedReturn, bytes: Uint8Array, at: string): ImportResult {
  const agencyIds = new Map(staged.agencies.map((name) => [name, ensureAgency(store, name)]));
  store.tx.run(`INSERT OR IGNORE INTO original (sha256, bytes) VALUES (?,?)`, staged.sha256, bytes);
  const returnId = newId();
  const ordinal = (store.get<{ n: number | null }>(`SELECT max(ordinal) AS n FROM "agencyReturn"`)?.n ?? 0) + 1;
  store.insert('agencyReturn', {
    id: returnId,
    ordinal,
    agencyIds: [...agencyIds.values()],
    ...fileColumns(staged),
    returnVersion: 1,
    state: staged.events.length === 0 ? 'nil' : 'in',
    receivedAt: at,
  });
  keepVersionFile(store, returnId, { returnVersion: 1, staged, counts: null, at });
  const rowIds = keepRows(store, { returnId, returnVersion: 1 }, staged.rows);
  const places = appendPlaces(store, slotsInTableOrder(staged));
  const firstRef = nextRefs(store, staged.events.length);
  // Table by table: what history keeps of many new rows of one table is a list of ids.
  const eventIds = staged.events.map((event, i) => {
    const id = newId();
    store.insert('event', {
      id,
      pos: places[i]!,
      ref: firstRef + i,
      agencyId: agencyIds.get(event.agency) ?? ensureAgency(store, event.agency),
      returnId,
      ...dateColumns(event.date),
      ...textColumns(event),
      byHand: false,
      hidden: false,
    });
    return id;
  });
  staged.events.forEach((event, i) =>
    event.rows.forEach((row, n) =>
      store.insert('eventSource', { id: newId(), eventId: eventIds[i]!, returnRowId: rowIds[row]!, ordinal: n }),
    ),
  );
  for (const id of agencyIds.values()) store.update('agency', id, { mapping: staged.mapping });
  return { ...notAdded(staged), returnId, added: staged.events.length };
}

/** The columns of an entry that hold what its agency wrote, the date apart. */
export function textColumns(event: StagedEvent) {
  const { description, sourceOfInformation, response, outcome, childVoice, agencyComment, involved, other, noContact } = event;
  return { description, sourceOfInformation, response, outcome, childVoice, agencyComment, involved, other, noContact };
}

/** A row without a readable date stands after the dated row above it; with none above, before the first below. */
export function slotsInTableOrder(staged: StagedReturn): Slot[] {
  const own = staged.events.map((event) => slotOf(event.date));
  let last: Slot | null = own.find((slot) => slot !== null) ?? LAST_SLOT;
  return own.map((slot) => {
    last = slot ?? last;
    return last ?? LAST_SLOT;
  });
}

/** Hides or shows the entries of a return; what people did to them stays, as do those a later version left out. Answers how many. */
export function setHidden(store: Store, returnId: string, hidden: boolean): number {
  const ids = selectRows<{ id: string }>(
    store,
    'event',
    'WHERE "returnId" = ? AND hidden = ? AND "removedIn" IS NULL',
    toBlob(returnId),
    hidden ? 0 : 1,
  );
  for (const { id } of ids) store.update('event', id, { hidden });
  return ids.length;
}
