import { dayNumber } from '#shared/kernel/clock.ts';
import { bytesToId } from '#shared/kernel/ids.ts';
import { findRow, selectRows, type RowChange } from '../../db/store.ts';
import { toBlob, type ReadDb, type WriteTx } from '../../db/sql.ts';
import type { Row } from '../../db/tables.ts';

type IndexedEvent = Row & {
  pos: number;
  agencyId: string;
  hidden: boolean;
  earliest: string | null;
  latest: string | null;
  other: Record<string, string>;
};
const WORDS = ['description', 'sourceOfInformation', 'response', 'outcome', 'childVoice', 'agencyComment', 'involved'] as const;

/** Tables whose change makes the count of mentions stale. */
const SETTLED_BY: ReadonlySet<string> = new Set(['event', 'correction', 'registerEntry', 'mentionDecision']);

/** One line for the index: what stands, then what the agency wrote where it was corrected, then the unknown columns. */
export function searchText(event: Row, corrections: readonly Row[]): string {
  const parts: string[] = [];
  for (const field of WORDS) {
    const correction = corrections.find((c) => c['field'] === field);
    for (const text of correction ? [correction['value'], event[field]] : [event[field]])
      if (typeof text === 'string' && text) parts.push(text);
  }
  parts.push(...Object.values((event['other'] as Record<string, string> | null) ?? {}), String(event['asWritten'] ?? ''));
  return parts.join('\n');
}

/** The token that stands for an agency in the index, so that a common word with a rare agency stays quick. */
export const agencyToken = (ordinal: number): string => `agency${ordinal}`;

/** Week of a day, counted from the Monday before 1 January 1970. */
export const weekOf = (day: string): number => Math.floor((dayNumber(day) + 3) / 7);

/** Keeps the search index and the weekly counts true to the rows, within the same transaction. */
export function deriveFromChanges(tx: WriteTx, changes: readonly RowChange[]): void {
  const before = new Map<string, IndexedEvent | null>();
  const inserted = new Map<string, IndexedEvent>();
  let settleChanged = false;
  for (const change of changes) {
    if (change.table === 'event') {
      if (!before.has(change.id)) before.set(change.id, change.op === 'insert' ? null : (change.before as IndexedEvent));
      if (change.op === 'insert') inserted.set(change.id, change.after as IndexedEvent);
      else inserted.delete(change.id);
    }
    settleChanged ||= SETTLED_BY.has(change.table);
  }
  // After the events: a correction's event counts as it was before this change set, if that changed the event too.
  for (const change of changes) {
    if (change.table === 'correction') {
      const eventId = String((change.op === 'delete' ? change.before : change.after)['eventId']);
      if (!before.has(eventId)) before.set(eventId, (findRow(tx, 'event', eventId) as IndexedEvent | undefined) ?? null);
      inserted.delete(eventId);
    }
  }
  if (settleChanged)
    tx.run(`INSERT INTO meta (key, value) VALUES ('mentionsStale', '1') ON CONFLICT(key) DO UPDATE SET value = '1'`);
  for (const event of before.values()) if (event && !event.hidden) forget(tx, event);
  const ordinals = new Map<string, number>();
  for (const id of before.keys()) {
    const fresh = inserted.get(id);
    const event = fresh ?? (findRow(tx, 'event', id) as IndexedEvent | undefined);
    if (!event || event.hidden) continue;
    const corrections = fresh ? [] : selectRows(tx, 'correction', 'WHERE "eventId" = ?', toBlob(id));
    index(tx, event, corrections, ordinals);
  }
}

function forget(tx: WriteTx, event: IndexedEvent): void {
  tx.run(`DELETE FROM "eventSearch" WHERE rowid = ?`, event.pos);
  count(tx, event, -1);
}

function index(tx: WriteTx, event: IndexedEvent, corrections: readonly Row[], ordinals: Map<string, number>): void {
  let ordinal = ordinals.get(event.agencyId);
  if (ordinal === undefined) {
    ordinal = tx.get<{ ordinal: number }>(`SELECT ordinal FROM agency WHERE id = ?`, toBlob(event.agencyId))!.ordinal;
    ordinals.set(event.agencyId, ordinal);
  }
  tx.run(
    `INSERT INTO "eventSearch"(rowid, text, facets) VALUES (?,?,?)`,
    event.pos,
    searchText(event, corrections),
    agencyToken(ordinal),
  );
  count(tx, event, 1);
}

function count(tx: WriteTx, event: IndexedEvent, by: 1 | -1): void {
  const day = event.earliest ?? event.latest;
  if (day === null) return;
  const agency = toBlob(event.agencyId);
  const week = weekOf(day);
  tx.run(
    `INSERT INTO "agencyWeek" ("agencyId", week, entries) VALUES (?,?,?) ON CONFLICT("agencyId", week) DO UPDATE SET entries = entries + excluded.entries`,
    agency,
    week,
    by,
  );
  if (by === -1) tx.run(`DELETE FROM "agencyWeek" WHERE "agencyId" = ? AND week = ? AND entries = 0`, agency, week);
}

/** Compares index and weekly counts with a fresh reading of the rows; answers what differs, in words. */
export function compareDerived(db: ReadDb): string[] {
  const problems: string[] = [];
  const corrections = new Map<string, Row[]>();
  for (const row of selectRows(db, 'correction')) {
    const id = String(row['eventId']);
    corrections.set(id, [...(corrections.get(id) ?? []), row]);
  }
  let wrongText = 0;
  let visible = 0;
  const weeks = new Map<string, number>();
  for (const event of selectRows<IndexedEvent>(db, 'event', 'WHERE hidden = 0')) {
    visible += 1;
    const kept = db.get<{ text: string }>(`SELECT text FROM "eventSearch" WHERE rowid = ?`, event.pos);
    if (kept?.text !== searchText(event, corrections.get(event.id) ?? [])) wrongText += 1;
    const day = event.earliest ?? event.latest;
    if (day !== null) {
      const key = `${event.agencyId}:${weekOf(day)}`;
      weeks.set(key, (weeks.get(key) ?? 0) + 1);
    }
  }
  const indexed = db.get<{ n: number }>(`SELECT count(*) AS n FROM "eventSearch"`)!.n;
  if (wrongText > 0) problems.push(`${wrongText} entries are not in the search index as they stand`);
  if (indexed !== visible) problems.push(`the search index holds ${indexed} entries, the chronology ${visible}`);
  const kept = db.all<{ agencyId: Uint8Array; week: number; entries: number }>(`SELECT * FROM "agencyWeek"`);
  const same =
    kept.length === weeks.size && kept.every((row) => weeks.get(`${bytesToId(row.agencyId)}:${row.week}`) === row.entries);
  if (!same) problems.push('the weekly counts differ from the entries');
  return problems;
}
