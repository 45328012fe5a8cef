import type Database from 'better-sqlite3';
import { bytesToId, idToBytes } from '#shared/kernel/ids.ts';

export type SqlValue = string | number | bigint | null | Uint8Array;

/** Reads only. A handler of a query gets nothing more. */
export type ReadDb = {
  all<T>(sql: string, ...params: SqlValue[]): T[];
  get<T>(sql: string, ...params: SqlValue[]): T | undefined;
  iterate<T>(sql: string, ...params: SqlValue[]): IterableIterator<T>;
};
declare const writable: unique symbol;
/** A ReadDb within the one open transaction, which can also run statements. Never made outside the unit of work. */
export type WriteTx = ReadDb & { run(sql: string, ...params: SqlValue[]): { changes: number }; readonly [writable]: true };

export type Connection = Database.Database;

/** Statements are prepared once per connection and text; identifiers never come from outside. */
export function readDb(connection: Connection): ReadDb {
  const prepare = preparer(connection);
  return {
    all: <T>(sql: string, ...params: SqlValue[]) => prepare(sql).all(...params) as T[],
    get: <T>(sql: string, ...params: SqlValue[]) => prepare(sql).get(...params) as T | undefined,
    iterate: <T>(sql: string, ...params: SqlValue[]) => connection.prepare(sql).iterate(...params) as IterableIterator<T>,
  };
}

export function writeTx(connection: Connection): WriteTx {
  const prepare = preparer(connection);
  return {
    ...readDb(connection),
    run: (sql: string, ...params: SqlValue[]) => ({ changes: prepare(sql).run(...params).changes }),
  } as WriteTx;
}

const caches = new WeakMap<Connection, Map<string, Database.Statement>>();

function preparer(connection: Connection): (sql: string) => Database.Statement {
  const cache = caches.get(connection) ?? new Map<string, Database.Statement>();
  caches.set(connection, cache);
  return (sql) => {
    const known = cache.get(sql);
    if (known) return known;
    if (cache.size > 400) cache.clear();
    const made = connection.prepare(sql);
    cache.set(sql, made);
    return made;
  };
}

export const toBlob = (id: string): Uint8Array => idToBytes(id);
export const toBlobOrNull = (id: string | null | undefined): Uint8Array | null => (id ? idToBytes(id) : null);
export const fromBlob = (bytes: Uint8Array): string => bytesToId(bytes);
export const fromBlobOrNull = (bytes: Uint8Array | null): string | null => (bytes ? bytesToId(bytes) : null);
/** `?,?,?` for n values. */
export const marks = (n: number): string => Array.from({ length: n }, () => '?').join(',');
