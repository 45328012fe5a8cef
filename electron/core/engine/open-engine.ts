import { backup } from '../db/backup.ts';
import { checkpoint, closeWriter, openConnection, tidyLog } from '../db/connection.ts';
import { fileFault } from '../db/file-faults.ts';
import type { RawKey } from '../db/key.ts';
import { MIGRATIONS, NEWEST_VERSION } from '../db/migrations/index.ts';
import { fileVersion, migrate, needsMigration, refuseNewer } from '../db/migrate.ts';
import { readDb, type Connection } from '../db/sql.ts';
import { fillDerived } from '../features/search/fill.ts';
import { verifyReview, type VerifyResult } from '../features/review/verify.ts';
import { createEngine } from './engine.ts';
import type { EngineRequest, OpenSpec } from './review-core.ts';

export type Role = 'writer' | 'reader';
export type OpenEngine = { handle(request: EngineRequest): unknown };

/**
 * Opens a connection of a review and answers requests on it. The writer copies and migrates an older file first; a newer
 * file is refused before anything is written.
 */
export function openEngine(spec: OpenSpec, role: Role): OpenEngine {
  let key = spec.key;
  const connection = inOurWords(() => (role === 'writer' ? openWriter(spec) : openReader(spec)));
  const engine = createEngine(connection);
  const answer = (request: EngineRequest): unknown => {
    switch (request.op) {
      case 'query':
        return engine.query(request);
      case 'command':
        return engine.command(request);
      case 'read':
        return engine.read(request);
      case 'write':
        return engine.write(request);
      case 'backup':
        return backup(connection, spec.path, key, request.why, request.nowMs);
      case 'verify':
        return verifyApart(spec.path, key);
      case 'checkpoint':
        return checkpoint(connection);
      case 'tidy':
        return tidyLog(connection);
      case 'rekey':
        rekey(connection, request.key);
        key = request.key;
        return null;
      case 'close':
        return role === 'writer' ? closeWriter(connection) : connection.close();
    }
  };
  return { handle: (request) => inOurWords(() => answer(request)) };
}

/** A page that cannot be read is a damaged file to whoever asked, not a fault of the program. */
function inOurWords<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw fileFault(error);
  }
}

/** A file being made: nothing is there yet, and it is filled by migrations. */
export function createFile(path: string, key: RawKey): void {
  const connection = openConnection(path, key, 'create', 'rollback');
  try {
    migrate(connection);
  } finally {
    connection.close();
  }
}

function openWriter(spec: OpenSpec): Connection {
  // Looked at before the journal mode is touched: a newer file is refused unharmed.
  const probe = openConnection(spec.path, spec.key, 'read');
  try {
    refuseNewer(probe);
    if (needsMigration(probe) && fileVersion(probe) > 0) {
      // A query-only connection may not write a copy of itself either.
      probe.pragma('query_only=OFF');
      backup(probe, spec.path, spec.key, `before update from ${fileVersion(probe)}`, Date.now());
    }
  } finally {
    probe.close();
  }
  const connection = openConnection(spec.path, spec.key, 'write', spec.journal ?? 'wal');
  migrate(connection, NEWEST_VERSION, MIGRATIONS, fillDerived);
  return connection;
}

function openReader(spec: OpenSpec): Connection {
  const connection = openConnection(spec.path, spec.key, 'read');
  refuseNewer(connection);
  return connection;
}

/**
 * On a fresh connection: FTS5 checks its index against what a connection last knew of it, and a reader that has seen an
 * earlier state would report a fault that is not there.
 */
function verifyApart(path: string, key: RawKey): VerifyResult {
  const connection = openConnection(path, key, 'read');
  try {
    const found = verifyReview(readDb(connection));
    const words = indexFault(connection);
    return words === null ? found : { ...found, ok: false, problems: [...found.problems, { part: 'index', message: words }] };
  } finally {
    connection.close();
  }
}

/** FTS5 compares every word of its index with the indexed texts; it is asked by an insert that writes nothing. */
function indexFault(connection: Connection): string | null {
  try {
    connection.pragma('query_only=OFF');
    connection.prepare(`INSERT INTO "eventSearch"("eventSearch", rank) VALUES ('integrity-check', 1)`).run();
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // Somebody is writing, or the file cannot be written to: not a fault of the index.
    if (/^SQLITE_(?:BUSY|LOCKED|READONLY|CANTOPEN|FULL|IOERR)/.test(code)) return null;
    return 'the words of the search index are not those of its texts';
  } finally {
    connection.pragma('query_only=ON');
  }
}

/** SQLCipher rewrites every page; it wants no write-ahead log while it does. */
function rekey(connection: Connection, key: RawKey): void {
  checkpoint(connection);
  connection.pragma('journal_mode=DELETE');
  connection.pragma(`rekey="x'${key.key}${key.salt}'"`);
  connection.pragma('journal_mode=WAL');
}
