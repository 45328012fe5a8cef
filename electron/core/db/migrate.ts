import { AppError } from '#shared/kernel/app-error.ts';
import { APPLICATION_ID } from './connection.ts';
import { MAKES_DERIVED, MIGRATIONS, NEWEST_VERSION } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { writeTx, type Connection, type WriteTx } from './sql.ts';

export const fileVersion = (connection: Connection): number => connection.pragma('user_version', { simple: true }) as number;

/** Refuses a file of a newer format, before anything is written to it. */
export function refuseNewer(connection: Connection, newest = NEWEST_VERSION): void {
  if (fileVersion(connection) > newest) throw new AppError('newerFile');
}

export const needsMigration = (connection: Connection, newest = NEWEST_VERSION): boolean => fileVersion(connection) < newest;

/**
 * Brings a file to the newest format in one transaction: all steps or none. The caller has made a copy first
 * (`backup.ts`), and `to` stops early for tests of N−1 → N. `fill` makes what is derived from the rows, within the same
 * transaction, where a step has made its tables in a file that has rows already.
 */
export function migrate(
  connection: Connection,
  to = NEWEST_VERSION,
  migrations: readonly Migration[] = MIGRATIONS,
  fill: (tx: WriteTx) => void = () => {},
): number[] {
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
      if (from > 0 && due.some((step) => MAKES_DERIVED.includes(step.version))) fill(writeTx(connection));
      connection.pragma(`application_id=${APPLICATION_ID}`);
    })
    .immediate();
  return due.map((step) => step.version);
}
