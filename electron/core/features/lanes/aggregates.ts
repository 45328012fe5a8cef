import type { RowChange } from '../../db/store.ts';
import { fromBlob, toBlob, type WriteTx } from '../../db/sql.ts';
import { type Placed, weekOfEntry } from './weeks.ts';

type Moved = { before: Placed | null; after: Placed | null; fresh: boolean };

/** Keeps the weekly counts by theme and by person true to the rows, within the same transaction. */
export function deriveLanes(tx: WriteTx, changes: readonly RowChange[]): void {
  const events = movedEvents(changes);
  const retagged = new Map<string, RowChange[]>();
  for (const change of changes) {
    if (change.table !== 'themeTag') continue;
    const eventId = String((change.op === 'delete' ? change.before : change.after)['eventId']);
    retagged.set(eventId, [...(retagged.get(eventId) ?? []), change]);
  }
  const themes = new Counts();
  const people = new Counts();
  for (const [id, moved] of events) {
    const from = weekOfEntry(moved.before);
    const to = weekOfEntry(moved.after);
    const stays = from === to && moved.before?.agencyId === moved.after?.agencyId;
    // An entry that came with this change set has no mentions yet, and tags only if they came with it too.
    if (moved.fresh || stays) continue;
    for (const { entryId } of tx.all<{ entryId: Uint8Array }>(
      `SELECT "entryId" FROM "mentionSummary" WHERE "eventId" = ?`,
      toBlob(id),
    )) {
      const key = [fromBlob(entryId)];
      if (from !== null) people.add(key, from, -1);
      if (to !== null) people.add(key, to, 1);
    }
    if (moved.after === null) tx.run(`DELETE FROM "mentionSummary" WHERE "eventId" = ?`, toBlob(id));
    if (!retagged.has(id)) retagged.set(id, []);
  }
  for (const [id, tags] of retagged) {
    const here = events.get(id) ?? unmoved(tx, id);
    const now = new Set(
      tx
        .all<{ themeId: Uint8Array }>(`SELECT "themeId" FROM "themeTag" WHERE "eventId" = ?`, toBlob(id))
        .map((row) => fromBlob(row.themeId)),
    );
    count(themes, here.after, now, 1);
    // The tags as they were: the changes turned round, newest first.
    const was = new Set(now);
    for (const change of tags.toReversed()) {
      const themeId = String((change.op === 'delete' ? change.before : change.after)['themeId']);
      if (change.op === 'delete') was.add(themeId);
      else was.delete(themeId);
    }
    count(themes, here.before, was, -1);
  }
  themes.keep(tx, 'themeWeek', ['themeId', 'agencyId']);
  people.keep(tx, 'personWeek', ['entryId']);
}

/** Entries of a change set as they stood before it and as they stand after. */
function movedEvents(changes: readonly RowChange[]): Map<string, Moved> {
  const events = new Map<string, Moved>();
  for (const change of changes) {
    if (change.table !== 'event') continue;
    const known = events.get(change.id);
    const after = change.op === 'delete' ? null : (change.after as unknown as Placed);
    if (known) known.after = after;
    else {
      const before = change.op === 'insert' ? null : (change.before as unknown as Placed);
      events.set(change.id, { before, after, fresh: change.op === 'insert' });
    }
  }
  return events;
}

function unmoved(tx: WriteTx, id: string): Moved {
  const row = tx.get<{ agencyId: Uint8Array; hidden: number; earliest: string | null; latest: string | null }>(
    `SELECT "agencyId", hidden, earliest, latest FROM event WHERE id = ?`,
    toBlob(id),
  );
  const placed = row ? { ...row, agencyId: fromBlob(row.agencyId), hidden: row.hidden === 1 } : null;
  return { before: placed, after: placed, fresh: false };
}

function count(counts: Counts, event: Placed | null, themeIds: ReadonlySet<string>, by: 1 | -1): void {
  const week = weekOfEntry(event);
  if (event === null || week === null) return;
  for (const themeId of themeIds) counts.add([themeId, event.agencyId], week, by);
}

/** What a change set does to the counts, gathered, so that each week is written once. */
export class Counts {
  readonly #changes = new Map<string, { key: readonly string[]; week: number; by: number }>();

  add(key: readonly string[], week: number, by: number): void {
    const name = `${key.join()}:${week}`;
    const known = this.#changes.get(name);
    if (known) known.by += by;
    else this.#changes.set(name, { key, week, by });
  }

  keep(tx: WriteTx, table: 'themeWeek' | 'personWeek', columns: readonly string[]): void {
    const keys = [...columns, 'week'].map((name) => `"${name}"`);
    const here = keys.map((name) => `${name} = ?`).join(' AND ');
    for (const { key, week, by } of this.#changes.values()) {
      if (by === 0) continue;
      const place = [...key.map(toBlob), week];
      tx.run(
        `INSERT INTO "${table}" (${keys.join(', ')}, entries) VALUES (${keys.map(() => '?').join(',')},?)
           ON CONFLICT(${keys.join(', ')}) DO UPDATE SET entries = entries + excluded.entries`,
        ...place,
        by,
      );
      if (by < 0) tx.run(`DELETE FROM "${table}" WHERE ${here} AND entries = 0`, ...place);
    }
  }
}
