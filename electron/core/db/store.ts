import { AppError } from '#shared/kernel/app-error.ts';
import { bytesToId, idToBytes } from '#shared/kernel/ids.ts';
import { TABLE_NAMES, type TableName } from '#shared/model/table-names.ts';
import { TABLES, type ColumnKind, type Row } from './tables.ts';
import type { ReadDb, SqlValue, WriteTx } from './sql.ts';

/** One row's change within a command; undo and the change event are made from these alone. */
export type RowChange =
  | { table: TableName; op: 'insert'; id: string; after: Row }
  | { table: TableName; op: 'update'; id: string; before: Row; after: Row; fields: readonly string[] }
  | { table: TableName; op: 'delete'; id: string; before: Row };

/**
 * The only writer of rows. It sets `rowVersion` to the number of the running change set, so that a row's version
 * names its content exactly, and tells the change set what it did.
 */
export type Store = ReadDb & {
  readonly changeSet: number;
  insert(table: TableName, row: Row): Row;
  update(table: TableName, id: string, patch: Record<string, unknown>): Row;
  /** Moves a row's version although no column of it changes: something that belongs to it did. */
  touch(table: TableName, id: string): Row;
  remove(table: TableName, id: string): void;
  find(table: TableName, id: string): Row | undefined;
  /** Throws `notFound`. */
  need(table: TableName, id: string, what?: string): Row;
  /** Throws `notFound`, or `versionConflict` where the row has moved on. */
  needVersion(table: TableName, id: string, rowVersion: number, what?: string): Row;
  /** For undo alone: puts a row back exactly as it was, its version included. */
  readonly putBack: {
    insert(table: TableName, row: Row): void;
    fields(table: TableName, id: string, fields: Record<string, unknown>): void;
    remove(table: TableName, id: string): void;
  };
  readonly tx: WriteTx;
};

type Plan = { names: string[]; kinds: ColumnKind[]; insertSql: string; selectSql: string; deleteSql: string };
const plans = new Map<TableName, Plan>(
  TABLE_NAMES.map((table) => {
    const names = Object.keys(TABLES[table].columns);
    const quoted = names.map((name) => `"${name}"`);
    return [
      table,
      {
        names,
        kinds: names.map((name) => TABLES[table].columns[name]!),
        insertSql: `INSERT INTO "${table}" (${quoted.join(',')}) VALUES (${names.map(() => '?').join(',')})`,
        selectSql: `SELECT ${quoted.join(',')} FROM "${table}"`,
        deleteSql: `DELETE FROM "${table}" WHERE id = ?`,
      },
    ];
  }),
);

export function createStore(tx: WriteTx, changeSet: number, record: (change: RowChange) => void): Store {
  const find = (table: TableName, id: string): Row | undefined => findRow(tx, table, id);
  const need = (table: TableName, id: string, what?: string): Row => {
    const row = find(table, id);
    if (!row) throw new AppError('notFound', what ? { what } : {});
    return row;
  };
  return {
    ...tx,
    tx,
    changeSet,
    find,
    need,
    needVersion: (table, id, rowVersion, what) => {
      const row = need(table, id, what);
      if (row['rowVersion'] !== rowVersion) throw new AppError('versionConflict', { current: row['rowVersion'] });
      return row;
    },
    insert: (table, row) => {
      const plan = plans.get(table)!;
      const whole = 'rowVersion' in TABLES[table].columns ? { ...row, rowVersion: changeSet } : row;
      tx.run(plan.insertSql, ...plan.names.map((name, i) => encode(plan.kinds[i]!, whole[name])));
      record({ table, op: 'insert', id: row.id, after: whole });
      return whole;
    },
    update: (table, id, patch) => {
      if (TABLES[table].immutable) throw new Error(`${table} rows never change`);
      const before = need(table, id);
      const fields = Object.keys(patch).filter((name) => name !== 'rowVersion' && !same(before[name], patch[name]));
      if (fields.length === 0) return before;
      const after: Row = { ...before, rowVersion: changeSet };
      for (const name of fields) after[name] = patch[name] ?? null;
      writeFields(tx, table, id, after, [...fields, 'rowVersion']);
      record({ table, op: 'update', id, before, after, fields: [...fields, 'rowVersion'] });
      return after;
    },
    touch: (table, id) => {
      const before = need(table, id);
      const after: Row = { ...before, rowVersion: changeSet };
      writeFields(tx, table, id, after, ['rowVersion']);
      record({ table, op: 'update', id, before, after, fields: ['rowVersion'] });
      return after;
    },
    remove: (table, id) => {
      const before = need(table, id);
      tx.run(plans.get(table)!.deleteSql, idToBytes(id));
      record({ table, op: 'delete', id, before });
    },
    putBack: {
      insert: (table, row) => {
        const plan = plans.get(table)!;
        tx.run(plan.insertSql, ...plan.names.map((name, i) => encode(plan.kinds[i]!, row[name])));
        record({ table, op: 'insert', id: row.id, after: row });
      },
      fields: (table, id, fields) => {
        const before = need(table, id);
        const names = Object.keys(fields);
        const after: Row = { ...before, ...fields };
        writeFields(tx, table, id, after, names);
        record({ table, op: 'update', id, before, after, fields: names });
      },
      remove: (table, id) => {
        const before = need(table, id);
        tx.run(plans.get(table)!.deleteSql, idToBytes(id));
        record({ table, op: 'delete', id, before });
      },
    },
  };
}

function writeFields(tx: WriteTx, table: TableName, id: string, row: Row, fields: readonly string[]): void {
  const columns = TABLES[table].columns;
  tx.run(
    `UPDATE "${table}" SET ${fields.map((name) => `"${name}" = ?`).join(', ')} WHERE id = ?`,
    ...fields.map((name) => encode(columnKind(columns, name), row[name])),
    idToBytes(id),
  );
}

export function findRow(db: ReadDb, table: TableName, id: string): Row | undefined {
  const raw = db.get<Record<string, SqlValue>>(`${plans.get(table)!.selectSql} WHERE id = ?`, idToBytes(id));
  return raw && decodeRow(table, raw);
}

/** Rows of a table; `rest` is SQL after the FROM, e.g. `WHERE "eventId" = ? ORDER BY id`. */
export function selectRows<T = Row>(db: ReadDb, table: TableName, rest = '', ...params: SqlValue[]): T[] {
  return db
    .all<Record<string, SqlValue>>(`${plans.get(table)!.selectSql} ${rest}`, ...params)
    .map((raw) => decodeRow(table, raw) as T);
}

export function decodeRow(table: TableName, raw: Record<string, SqlValue>): Row {
  const plan = plans.get(table)!;
  const row: Record<string, unknown> = {};
  for (let i = 0; i < plan.names.length; i++) {
    const name = plan.names[i]!;
    row[name] = decode(plan.kinds[i]!, raw[name] ?? null);
  }
  return row as Row;
}

function columnKind(columns: Readonly<Record<string, ColumnKind>>, name: string): ColumnKind {
  const kind = columns[name];
  if (!kind) throw new Error(`no column ${name}`);
  return kind;
}

export function encode(kind: ColumnKind, value: unknown): SqlValue {
  if (value === undefined || value === null) return null;
  if (kind === 'id') return idToBytes(value as string);
  if (kind === 'json') return JSON.stringify(value);
  if (kind === 'bool') return value ? 1 : 0;
  if (kind === 'bytes') return Buffer.from(value as string, 'base64');
  return value as SqlValue;
}

function decode(kind: ColumnKind, value: SqlValue): unknown {
  if (value === null) return null;
  if (kind === 'id') return bytesToId(value as Uint8Array);
  if (kind === 'json') return JSON.parse(value as string);
  if (kind === 'bool') return value === 1;
  if (kind === 'bytes') return Buffer.from(value as Uint8Array).toString('base64');
  return value;
}

function same(a: unknown, b: unknown): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true;
  return typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b);
}
