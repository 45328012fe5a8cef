import { rmSync } from 'node:fs';
import { openConnection } from '#core/db/connection.ts';
import type { StagedReturn } from '#shared/model/agency-return.ts';
import { benchKey } from '../inputs/review.ts';

/**
 * The same entries as rows of one encrypted table, with no index, no search, no history: one durable transaction a return.
 * `asSent` keeps the rows of the file beside them.
 */
export function writeBareRows(path: string, returns: readonly StagedReturn[], { asSent = false } = {}): void {
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  openConnection(path, benchKey(), 'create', 'rollback').close();
  const connection = openConnection(path, benchKey(), 'write');
  connection.exec(
    'CREATE TABLE entry (id INTEGER PRIMARY KEY, agency TEXT, day TEXT, time TEXT, written TEXT, source TEXT, description TEXT, response TEXT, outcome TEXT, comment TEXT)',
  );
  const insert = connection.prepare(
    'INSERT INTO entry (agency, day, time, written, source, description, response, outcome, comment) VALUES (?,?,?,?,?,?,?,?,?)',
  );
  connection.exec('CREATE TABLE sent (id INTEGER PRIMARY KEY, cells TEXT)');
  const keep = connection.prepare('INSERT INTO sent (cells) VALUES (?)');
  for (const one of returns) {
    connection.transaction(() => {
      for (const e of one.events)
        insert.run(
          e.agency,
          e.date.earliest,
          e.date.time,
          e.date.asWritten,
          e.sourceOfInformation,
          e.description,
          e.response,
          e.outcome,
          e.agencyComment,
        );
      if (asSent) for (const row of one.rows) keep.run(JSON.stringify(row.cells));
    })();
  }
  connection.close();
}
