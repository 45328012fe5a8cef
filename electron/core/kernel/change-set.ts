import { createHash } from 'node:crypto';
import { idToBytes } from '#shared/kernel/ids.ts';
import type { EventData } from '#shared/contract/events.ts';
import { MOST_IDS } from '#shared/contract/events.ts';
import { TABLE_NAMES, type TableName } from '#shared/model/table-names.ts';
import type { RowChange } from '../db/store.ts';
import type { Row } from '../db/tables.ts';
import type { ReadDb, WriteTx } from '../db/sql.ts';

/** op codes of `changeRow`. */
const INSERT = 0;
const UPDATE = 1;
const DELETE = 2;
/** Many inserts into one table, one after the other: `row` holds their ids. */
const INSERTS = 3;
/** An import has hundreds of thousands of new rows: their ids together are a fifth of as many change rows, and of the time. */
const LEAST_TOGETHER = 16;
const MOST_TOGETHER = 1_000;

const DIGEST_PIECE = 65_536;

/** What a change row keeps: nothing for an insert, the changed fields before and after for an update, the whole for a delete. */
type Delta = { b: Record<string, unknown>; a: Record<string, unknown> } | Row | null;

/** A kept change, read back for undo. */
export type KeptChange =
  | { table: TableName; op: 'insert'; id: string }
  | { table: TableName; op: 'update'; id: string; before: Record<string, unknown>; after: Record<string, unknown> }
  | { table: TableName; op: 'delete'; id: string; before: Row };

const KEEP = `INSERT INTO "changeRow" ("changeSet", ordinal, "table", row, op, delta) VALUES (?,?,?,?,?,?)`;

/** Writes the change rows of a set; answers the digest that the activity log chains over. */
export function keepChanges(tx: WriteTx, changeSet: number, changes: readonly RowChange[], withPayload: boolean): string {
  const digest = createHash('sha256');
  let lines = '';
  let together = 0;
  for (const [ordinal, change] of changes.entries()) {
    const delta = withPayload || change.op === 'insert' ? deltaOf(change) : null;
    const text = delta === null ? null : JSON.stringify(delta);
    const op = change.op === 'insert' ? INSERT : change.op === 'update' ? UPDATE : DELETE;
    lines += `${change.table}\u0000${change.id}\u0000${op}\u0000${text ?? ''}\u0001`;
    // An import has hundreds of thousands of rows: hashed in pieces, not one by one.
    if (lines.length > DIGEST_PIECE) {
      digest.update(lines);
      lines = '';
    }
    if (together > 0) {
      together -= 1;
      continue;
    }
    const code = TABLE_NAMES.indexOf(change.table);
    const inserts = insertsFrom(changes, ordinal);
    if (inserts.length < LEAST_TOGETHER) {
      tx.run(KEEP, changeSet, ordinal, code, idToBytes(change.id), op, text);
      continue;
    }
    tx.run(KEEP, changeSet, ordinal, code, Buffer.concat(inserts.map(({ id }) => idToBytes(id))), INSERTS, null);
    together = inserts.length - 1;
  }
  return digest.update(lines).digest('hex');
}

/** The inserts into one table that follow each other from a place on. */
function insertsFrom(changes: readonly RowChange[], from: number): readonly RowChange[] {
  const table = changes[from]!.table;
  let to = from;
  while (to < changes.length && to - from < MOST_TOGETHER && changes[to]!.op === 'insert' && changes[to]!.table === table)
    to += 1;
  return changes.slice(from, to);
}

function deltaOf(change: RowChange): Delta {
  if (change.op === 'insert') return null;
  if (change.op === 'delete') return change.before;
  const b: Record<string, unknown> = {};
  const a: Record<string, unknown> = {};
  for (const field of change.fields) {
    b[field] = change.before[field] ?? null;
    a[field] = change.after[field] ?? null;
  }
  return { b, a };
}

/** The changes of a set, in the order they were made. */
export function readChanges(db: ReadDb, changeSet: number, idOf: (bytes: Uint8Array) => string): KeptChange[] {
  return db
    .all<{ table: number; row: Uint8Array; op: number; delta: string | null }>(
      `SELECT "table", row, op, delta FROM "changeRow" WHERE "changeSet" = ? ORDER BY ordinal`,
      changeSet,
    )
    .flatMap((kept): KeptChange[] => {
      const table = TABLE_NAMES[kept.table]!;
      if (kept.op === INSERT || kept.op === INSERTS)
        return eachId(kept.row).map((bytes) => ({ table, op: 'insert', id: idOf(bytes) }));
      const id = idOf(kept.row);
      const delta: unknown = JSON.parse(kept.delta ?? 'null');
      if (kept.op === DELETE) return [{ table, op: 'delete', id, before: delta as Row }];
      const { b, a } = delta as { b: Record<string, unknown>; a: Record<string, unknown> };
      return [{ table, op: 'update', id, before: b, after: a }];
    });
}

const eachId = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: bytes.length / 16 }, (_, i) => bytes.subarray(i * 16, i * 16 + 16));

/** The rows that a set inserted, as a table of this connection: questions about them are asked of all at once. */
export function listInserted(tx: WriteTx, changeSet: number): TableName[] {
  tx.run(
    `CREATE TEMP TABLE IF NOT EXISTS "insertedRow" ("table" INTEGER NOT NULL, id BLOB NOT NULL, PRIMARY KEY("table", id)) WITHOUT ROWID`,
  );
  tx.run(`DELETE FROM temp."insertedRow"`);
  const kept = tx.all<{ table: number; row: Uint8Array }>(
    `SELECT "table", row FROM "changeRow" WHERE "changeSet" = ? AND op IN (${INSERT}, ${INSERTS})`,
    changeSet,
  );
  for (const { table, row } of kept)
    for (const id of eachId(row)) tx.run(`INSERT OR IGNORE INTO temp."insertedRow" ("table", id) VALUES (?,?)`, table, id);
  return [...new Set(kept.map(({ table }) => TABLE_NAMES[table]!))];
}

/** How many rows of each table a command touched: all that the activity log says of its content. */
export function touchedBy(changes: readonly RowChange[]): { table: TableName; rows: number }[] {
  const rows = new Map<TableName, number>();
  const mixed = new Map<TableName, Set<string>>();
  for (const { table, op } of changes) if (op !== 'insert') mixed.set(table, new Set());
  for (const { table, id } of changes) {
    const ids = mixed.get(table);
    // Where a table has new rows alone, each is another.
    if (!ids) rows.set(table, (rows.get(table) ?? 0) + 1);
    else rows.set(table, ids.add(id).size);
  }
  return [...rows].map(([table, n]) => ({ table, rows: n }));
}

/** The ids per table for the change event, or '*' where there are too many to name. */
export function changedIds(changes: readonly RowChange[]): EventData<'rows.changed'>['changes'] {
  const ids = new Map<TableName, Set<string>>();
  for (const change of changes) {
    const set = ids.get(change.table) ?? new Set<string>();
    if (set.size <= MOST_IDS) set.add(change.id);
    ids.set(change.table, set);
  }
  return Object.fromEntries([...ids].map(([table, set]) => [table, set.size > MOST_IDS ? '*' : [...set]]));
}
