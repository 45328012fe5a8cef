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
  const other = otherText(event);
  if (other !== null) parts.push(other);
  parts.push(String(event['asWritten'] ?? ''));
  return parts.join('\n');
}

/** What stands in the columns that the agency named itself; null where it has none. */
function otherText(event: Row): string | null {
  const texts = Object.values((event['other'] as Record<string, string> | null) ?? {});
  return texts.length === 0 ? null : texts.join('\n');
}

/** The token that stands for an agency in the index, so that a common word with a rare agency stays quick. */
export const agencyToken = (ordinal: number): string => `agency${ordinal}`;

/** Week of a day, counted from the Monday before 1 January 1970. */
export const weekOf = (day: string): number => Math.floor((dayNumber(day) + 3) / 7);

/** An entry before and after a change set; `fresh` is new and not corrected with it. */
type Touched = { before: IndexedEvent | null; after: IndexedEvent | null; fresh: boolean };

const isSeen = (event: IndexedEvent | null): event is IndexedEvent => event !== null && !event.hidden;

/** Keeps the search index and the weekly counts true to the rows, within the same transaction. */
export function deriveFromChanges(tx: WriteTx, changes: readonly RowChange[]): void {
  const touched = new Map<string, Touched>();
  let settleChanged = false;
  for (const change of changes) {
    if (change.table === 'event') {
      const after = change.op === 'delete' ? null : (change.after as IndexedEvent);
      const known = touched.get(change.id);
      if (known) known.after = after;
      else if (change.op === 'insert') touched.set(change.id, { before: null, after, fresh: true });
      else touched.set(change.id, { before: change.before as IndexedEvent, after, fresh: false });
    }
    settleChanged ||= SETTLED_BY.has(change.table);
  }
  // After the events: a correction's event counts as it was before this change set, if that changed the event too.
  for (const change of changes) {
    if (change.table === 'correction') {
      const eventId = String((change.op === 'delete' ? change.before : change.after)['eventId']);
      const known = touched.get(eventId);
      if (known) known.fresh = false;
      else {
        const event = (findRow(tx, 'event', eventId) as IndexedEvent | undefined) ?? null;
        touched.set(eventId, { before: event, after: event, fresh: false });
      }
    }
  }
  // The count of mentions and the proposals of "the same event" are made by jobs: here they are only said to be behind.
  if (settleChanged)
    tx.run(
      `INSERT INTO meta (key, value) VALUES ('mentionsStale', '1'), ('pairsStale', '1') ON CONFLICT(key) DO UPDATE SET value = '1'`,
    );
  const weeks = new WeekCounts();
  const gone: (Touched & { before: IndexedEvent })[] = [];
  for (const one of touched.values()) if (isSeen(one.before)) gone.push(one as Touched & { before: IndexedEvent });
  const anew = isCheaperAnew(tx, gone.length);
  const facetsOf = facetReader(tx, changes);
  const earlier = correctionsBefore(tx, changes);
  const same = new Set<Touched>();
  for (const one of gone.sort((a, b) => a.before.pos - b.before.pos)) {
    const { before, after } = one;
    weeks.add(before, -1);
    if (otherText(before) !== null) tx.run(`DELETE FROM "eventSearchOther" WHERE "eventId" = ?`, toBlob(before.id));
    if (anew) continue;
    const text = searchText(before, earlier(before.id));
    if (isSeen(after) && after.pos === before.pos && after.agencyId === before.agencyId)
      if (searchText(after, correctionsNow(tx, after.id)) === text) {
        same.add(one);
        continue;
      }
    // The index keeps no text: it is told which words it was given.
    tx.run(
      `INSERT INTO "eventSearch" ("eventSearch", rowid, text, facets) VALUES ('delete',?,?,?)`,
      before.pos,
      text,
      facetsOf(before),
    );
  }
  const there: { one: Touched; event: IndexedEvent }[] = [];
  for (const one of touched.values()) if (isSeen(one.after)) there.push({ one, event: one.after });
  // FTS5 writes out what it has gathered whenever a rowid is lower than the one before: out of order, each entry a segment.
  for (const { one, event } of there.sort((a, b) => a.event.pos - b.event.pos)) {
    weeks.add(event, 1);
    keepOther(tx, event);
    if (anew || same.has(one)) continue;
    const text = searchText(event, one.fresh ? [] : correctionsNow(tx, event.id));
    tx.run(`INSERT INTO "eventSearch" (rowid, text, facets) VALUES (?,?,?)`, event.pos, text, facetsOf(event));
  }
  if (anew) tx.run(`INSERT INTO "eventSearch"("eventSearch") VALUES ('rebuild')`);
  weeks.keep(tx);
}

/** To take an entry's words out, so that none is left behind, costs as much as to index so many entries afresh. */
const ANEW_SHARE = 20;
const ANEW_FROM = 300;

function isCheaperAnew(tx: WriteTx, gone: number): boolean {
  if (gone < ANEW_FROM) return false;
  return gone * ANEW_SHARE > tx.get<{ n: number }>(`SELECT count(*) AS n FROM event WHERE hidden = 0`)!.n;
}

/** The index reads these words beside the entry where it is made afresh or checked. */
function keepOther(tx: WriteTx, event: IndexedEvent): void {
  const text = otherText(event);
  if (text !== null) tx.run(`INSERT INTO "eventSearchOther" ("eventId", text) VALUES (?,?)`, toBlob(event.id), text);
}

/** The agency's token of an entry; of an agency that this change set takes away too. */
function facetReader(tx: WriteTx, changes: readonly RowChange[]): (event: IndexedEvent) => string {
  const known = new Map<string, string>();
  for (const change of changes)
    if (change.table === 'agency' && change.op === 'delete') known.set(change.id, agencyToken(Number(change.before['ordinal'])));
  return ({ agencyId }) => {
    let token = known.get(agencyId);
    if (token === undefined) {
      token = agencyToken(tx.get<{ ordinal: number }>(`SELECT ordinal FROM agency WHERE id = ?`, toBlob(agencyId))!.ordinal);
      known.set(agencyId, token);
    }
    return token;
  };
}

const correctionsNow = (tx: WriteTx, eventId: string): Row[] =>
  selectRows(tx, 'correction', 'WHERE "eventId" = ?', toBlob(eventId));

/** The corrections of an entry as they stood before this change set: those of now, with its changes turned round. */
function correctionsBefore(tx: WriteTx, changes: readonly RowChange[]): (eventId: string) => Row[] {
  const changed = new Map<string, RowChange[]>();
  for (const change of changes) {
    if (change.table !== 'correction') continue;
    const eventId = String((change.op === 'insert' ? change.after : change.before)['eventId']);
    const own = changed.get(eventId);
    if (own) own.push(change);
    else changed.set(eventId, [change]);
  }
  return (eventId) => {
    const rows = new Map(correctionsNow(tx, eventId).map((row) => [row.id, row]));
    for (const change of (changed.get(eventId) ?? []).toReversed()) {
      if (change.op === 'insert') rows.delete(change.id);
      else rows.set(change.id, change.before);
    }
    return [...rows.values()];
  };
}

/** What a change set does to the weekly counts, gathered, so that an import writes each week once. */
class WeekCounts {
  readonly #changes = new Map<string, Map<number, number>>();
  readonly #weekOf = new Map<string, number>();

  add(event: IndexedEvent, by: 1 | -1): void {
    const day = event.earliest ?? event.latest;
    if (day === null) return;
    let weeks = this.#changes.get(event.agencyId);
    if (!weeks) this.#changes.set(event.agencyId, (weeks = new Map()));
    let week = this.#weekOf.get(day);
    if (week === undefined) this.#weekOf.set(day, (week = weekOf(day)));
    weeks.set(week, (weeks.get(week) ?? 0) + by);
  }

  keep(tx: WriteTx): void {
    for (const [agencyId, weeks] of this.#changes) {
      const agency = toBlob(agencyId);
      for (const [week, by] of weeks) {
        if (by === 0) continue;
        tx.run(
          `INSERT INTO "agencyWeek" ("agencyId", week, entries) VALUES (?,?,?) ON CONFLICT("agencyId", week) DO UPDATE SET entries = entries + excluded.entries`,
          agency,
          week,
          by,
        );
        if (by < 0) tx.run(`DELETE FROM "agencyWeek" WHERE "agencyId" = ? AND week = ? AND entries = 0`, agency, week);
      }
    }
  }
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
    const kept = db.get<{ text: string }>(`SELECT text FROM "eventSearchText" WHERE pos = ?`, event.pos);
    if (kept?.text !== searchText(event, corrections.get(event.id) ?? [])) wrongText += 1;
    const day = event.earliest ?? event.latest;
    if (day !== null) {
      const key = `${event.agencyId}:${weekOf(day)}`;
      weeks.set(key, (weeks.get(key) ?? 0) + 1);
    }
  }
  const indexed = db.get<{ n: number }>(`SELECT count(*) AS n FROM "eventSearchText"`)!.n;
  if (wrongText > 0) problems.push(`${wrongText} entries are not in the search index as they stand`);
  if (indexed !== visible) problems.push(`the search index holds ${indexed} entries, the chronology ${visible}`);
  const kept = db.all<{ agencyId: Uint8Array; week: number; entries: number }>(`SELECT * FROM "agencyWeek"`);
  const same =
    kept.length === weeks.size && kept.every((row) => weeks.get(`${bytesToId(row.agencyId)}:${row.week}`) === row.entries);
  if (!same) problems.push('the weekly counts differ from the entries');
  return problems;
}
