import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#shared/kernel/app-error.ts';
import { openConnection } from './connection.ts';
import type { RawKey } from './key.ts';
import type { Connection } from './sql.ts';

/** Copies kept beside the review; the oldest goes when there are more. */
export const COPIES_KEPT = 10;

export const backupFolderOf = (reviewPath: string): string =>
  join(dirname(reviewPath), `${basename(reviewPath, '.review')} backups`);

/**
 * Writes an encrypted copy (`VACUUM INTO` keeps the key; the driver refuses `.backup()` for keyed files), opens it again
 * and counts its rows before it is trusted. Answers the copy's path. Throws `writeFailed`.
 */
export function backup(connection: Connection, reviewPath: string, key: RawKey, why: string, nowMs: number): string {
  const folder = backupFolderOf(reviewPath);
  const stamp = new Date(nowMs).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  const path = join(folder, `${stamp} ${why}.review`);
  const part = `${path}.part`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    rmSync(part, { force: true });
    connection.prepare('VACUUM INTO ?').run(part);
    const copy = openConnection(part, key, 'read');
    try {
      for (const table of ['sqlite_schema', ...(tableExists(connection, 'event') ? ['event', 'auditEvent'] : [])]) {
        if (count(copy, table) !== count(connection, table)) throw new AppError('writeFailed');
      }
    } finally {
      copy.close();
    }
    renameSync(part, path);
  } catch (error) {
    if (existsSync(part)) rmSync(part, { force: true });
    throw error instanceof AppError ? error : new AppError('writeFailed');
  }
  const copies = readdirSync(folder)
    .filter((name) => name.endsWith('.review'))
    .sort();
  for (const name of copies.slice(0, Math.max(0, copies.length - COPIES_KEPT))) rmSync(join(folder, name), { force: true });
  return path;
}

/** When the newest copy was made; a review that has none yet counts from its own making. */
export function lastCopyMs(reviewPath: string): number {
  const folder = backupFolderOf(reviewPath);
  const copies = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.review')) : [];
  return Math.max(statSync(reviewPath).birthtimeMs, ...copies.map((name) => statSync(join(folder, name)).mtimeMs));
}

const count = (connection: Connection, table: string): number =>
  connection.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number;

const tableExists = (connection: Connection, name: string): boolean =>
  connection.prepare(`SELECT 1 FROM sqlite_schema WHERE name = ?`).get(name) !== undefined;
