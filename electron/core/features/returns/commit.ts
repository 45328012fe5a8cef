import { AppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { ImportResult, StagedReturn } from '#shared/model/agency-return.ts';
import { selectRows, type Store } from '../../db/store.ts';
import { toBlob, type ReadDb } from '../../db/sql.ts';
import { appendPlaces, dateColumns, LAST_SLOT, nextRefs, slotOf, type Slot } from '../chronology/writes.ts';
import { ensureAgency } from './agencies.ts';

/** What an import answers where nothing goes in: a preview, or a return kept out by its errors. */
export function notAdded(staged: StagedReturn): ImportResult {
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

/** The return of the same name from the same agency, or with the same bytes, that is in already. */
export function earlierReturn(
  db: ReadDb,
  staged: Pick<StagedReturn, 'file' | 'sha256' | 'agencies'>,
): { id: string; agency: string } | null {
  const names = new Map(selectRows(db, 'agency').map((row) => [row.id, String(row['name'])]));
  for (const row of selectRows(db, 'agencyReturn', `WHERE state <> 'withdrawn' ORDER BY ordinal`)) {
    const agencies = (row['agencyIds'] as string[]).map((id) => names.get(id) ?? '');
    const sharesAgency = agencies.some((name) => staged.agencies.some((other) => other.toLowerCase() === name.toLowerCase()));
    if (row['sha256'] === staged.sha256 || (sharesAgency && String(row['file']).toLowerCase() === staged.file.toLowerCase())) {
      return { id: row.id, agency: agencies.join(', ') };
    }
  }
  return null;
}

/**
 * Adds a staged return to the chronology: the original, its rows as they stood, and its entries, in one change set.
 * Throws `secondVersion` where it is in already.
 */
export function commitReturn(store: Store, staged: StagedReturn, bytes: Uint8Array, at: string): ImportResult {
  const earlier = earlierReturn(store, staged);
  if (earlier) throw new AppError('secondVersion', { agency: earlier.agency, file: staged.file });
  const agencyIds = new Map(staged.agencies.map((name) => [name, ensureAgency(store, name)]));
  store.tx.run(`INSERT OR IGNORE INTO original (sha256, bytes) VALUES (?,?)`, staged.sha256, bytes);
  const returnId = newId();
  const ordinal = (store.get<{ n: number | null }>(`SELECT max(ordinal) AS n FROM "agencyReturn"`)?.n ?? 0) + 1;
  store.insert('agencyReturn', {
    id: returnId,
    ordinal,
    agencyIds: [...agencyIds.values()],
    file: staged.file,
    format: staged.format,
    returnVersion: 1,
    tables: staged.tables,
    rowsRead: staged.rowsRead,
    mapping: staged.mapping,
    columns: staged.columns,
    problems: staged.problems,
    state: staged.events.length === 0 ? 'nil' : 'in',
    receivedAt: at,
    sha256: staged.sha256,
  });
  const rowIds = staged.rows.map((row) => {
    const id = newId();
    store.insert('returnRow', { id, returnId, returnVersion: 1, tableRef: row.table, row: row.row, cells: row.cells });
    return id;
  });
  const places = appendPlaces(store, slotsInTableOrder(staged));
  const firstRef = nextRefs(store, staged.events.length);
  staged.events.forEach((event, i) => {
    const eventId = newId();
    store.insert('event', {
      id: eventId,
      pos: places[i]!,
      ref: firstRef + i,
      agencyId: agencyIds.get(event.agency) ?? ensureAgency(store, event.agency),
      returnId,
      ...dateColumns(event.date),
      description: event.description,
      sourceOfInformation: event.sourceOfInformation,
      response: event.response,
      outcome: event.outcome,
      childVoice: event.childVoice,
      agencyComment: event.agencyComment,
      involved: event.involved,
      other: event.other,
      noContact: event.noContact,
      byHand: false,
      hidden: false,
    });
    event.rows.forEach((row, n) => store.insert('eventSource', { id: newId(), eventId, returnRowId: rowIds[row]!, ordinal: n }));
  });
  for (const id of agencyIds.values()) store.update('agency', id, { mapping: staged.mapping });
  return { ...notAdded(staged), returnId, added: staged.events.length };
}

/** A row without a readable date stands after the dated row above it; with none above, before the first below. */
function slotsInTableOrder(staged: StagedReturn): Slot[] {
  const own = staged.events.map((event) => slotOf(event.date));
  let last: Slot | null = own.find((slot) => slot !== null) ?? LAST_SLOT;
  return own.map((slot) => {
    last = slot ?? last;
    return last ?? LAST_SLOT;
  });
}

/** Hides or shows the entries of a return; what people did to them stays. Answers how many. */
export function setHidden(store: Store, returnId: string, hidden: boolean): number {
  const ids = selectRows<{ id: string }>(store, 'event', 'WHERE "returnId" = ? AND hidden = ?', toBlob(returnId), hidden ? 0 : 1);
  for (const { id } of ids) store.update('event', id, { hidden });
  return ids.length;
}
