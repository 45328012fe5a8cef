import { AppError } from '#shared/kernel/app-error.ts';
import { APPLICATION_ID } from './connection.ts';
import { MIGRATIONS, NEWEST_VERSION } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import type { Connection } from './sql.ts';

export const fileVersion = (connection: Connection): number => connection.pragma('user_version', { simple: true }) as number;

/** Refuses a file of a newer format, before anything is written to it. */
export function refuseNewer(connection: Connection, newest = NEWEST_VERSION): void {
  if (fileVersion(connection) > newest) throw new AppError('newerFile');
}

export const needsMigration = (connection: Connection, newest = NEWEST_VERSION): boolean => fileVersion(connection) < newest;

/**
 * Brings a file to the newest format in one transaction: all steps or none. The caller has made a copy first
 * (`backup.ts`), and `to` stops early for tests of N−1 → N.
 */
export function migrate(connection: Connection, to = NEWEST_VERSION, migrations: readonly Migration[] = MIGRATIONS): number[] {
  refuseNewer(connection, migrations.at(-1)!.version);
  const from = fileVersion(connection);
  const due = migrations.filter((step) => step.version > from && step.version <= to);
  if (due.length === 0) return [];
  connection
    .transaction(() => {
      for (const step of due) {
        step.up((sql) => void connection.exec(sql));
        connection.pragma(`user_version=${step.version}`);
      }
      connection.pragma(`application_id=${APPLICATION_ID}`);
    })
    .immediate();
  return due.map((step) => step.version);
}
