import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '#shared/kernel/app-error.ts';
import { fitsAnotherPage, isDamage } from './file-faults.ts';
import type { RawKey } from './key.ts';
import type { Connection, ReadDb } from './sql.ts';

/** Marks a SQLite file as a review ("PLMB"), for tools that list application ids. */
export const APPLICATION_ID = 0x504c4d42;

type Mode = 'write' | 'read' | 'create';

/**
 * Opens a keyed connection. `write` is the only one that may ever change the file; `read` is query-only by pragma.
 * Throws `wrongPassphrase`, `fileMissing`, `fileExists`, `damaged`.
 */
export function openConnection(path: string, key: RawKey, mode: Mode, journal: 'wal' | 'rollback' = 'wal'): Connection {
  if (mode === 'create' && existsSync(path)) throw new AppError('fileExists');
  if (mode !== 'create' && !existsSync(path)) throw new AppError('fileMissing');
  if (mode !== 'create' && statSync(path).size % 4096 !== 0) throw new AppError('notAReview');
  const connection = new Database(path, mode === 'create' ? {} : { fileMustExist: true });
  try {
    connection.pragma(`cipher='sqlcipher'`);
    connection.pragma('legacy=4');
    connection.pragma(`key="x'${key.key}${key.salt}'"`);
    firstRead(connection, path, key);
    connection.pragma('foreign_keys=ON');
    connection.pragma('temp_store=MEMORY');
    connection.pragma('busy_timeout=5000');
    if (mode === 'read') {
      connection.pragma('cache_size=-32768');
      connection.pragma('query_only=ON');
    } else {
      connection.pragma(`journal_mode=${journal === 'wal' ? 'WAL' : 'DELETE'}`);
      connection.pragma('synchronous=FULL');
      connection.pragma('secure_delete=ON');
      // Encrypting pages is most of the work of an import: each is written to the log once, not whenever the cache is full,
      // and moved from the log into the file, which decrypts and encrypts it again, when many have gathered there (100 MB) or
      // when nobody is waiting (`tidyLog`).
      // As large as what may wait there unwritten: a cache that is full of changed pages gives up each other page at once, the
      // roots of the indexes too, and decrypts it again for the next row.
      connection.pragma('cache_size=-131072');
      connection.pragma('cache_spill=-131072');
      connection.pragma(`wal_autocheckpoint=${LONG_LOG}`);
    }
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** The first page fails its checksum both under a wrong key and where it is broken; the other pages tell which. */
function firstRead(connection: Connection, path: string, key: RawKey): void {
  try {
    connection.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_NOTADB')) throw new AppError(fitsAnotherPage(path, key) ? 'damaged' : 'wrongPassphrase');
    if (isDamage(error) || code.startsWith('SQLITE_IOERR')) throw new AppError('damaged');
    throw error;
  }
}

const LONG_LOG = 24_576;
const SHORT_LOG = 1_536;

/** While many small pieces are written, none of which may hold up others for long, the log is moved into the file as often. */
export function keepLog(db: ReadDb, length: 'short' | 'long'): void {
  db.get(`PRAGMA wal_autocheckpoint=${length === 'short' ? SHORT_LOG : LONG_LOG}`);
}

/** Moves into the file what no reader still needs in the log; waits for nobody. */
export function tidyLog(connection: Connection): void {
  connection.pragma('wal_checkpoint(PASSIVE)');
}

/** Moves what is in the write-ahead log into the file, so that a closed review is one tidy file. */
export function checkpoint(connection: Connection): void {
  connection.pragma('wal_checkpoint(TRUNCATE)');
}

/** Closes the writer: a truncated log and rollback journal leave one file and nothing beside it. */
export function closeWriter(connection: Connection): void {
  checkpoint(connection);
  connection.pragma('journal_mode=DELETE');
  connection.close();
}
