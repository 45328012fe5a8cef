import { AppError } from '#shared/kernel/app-error.ts';
import { bytesToId } from '#shared/kernel/ids.ts';
import { TABLE_NAMES } from '#shared/model/table-names.ts';
import { listInserted, readChanges } from '../../kernel/change-set.ts';
import type { Store } from '../../db/store.ts';
import { LEANING_NOUNS, referencesTo } from '../../db/references.ts';
import { TABLES } from '../../db/tables.ts';
import type { WriteTx } from '../../db/sql.ts';

/**
 * Applies the reverse of a change set as new changes. Knows no tables: inserts are removed, deletes put back, updates
 * turned round, newest first. Refused as `undoConflict`, with what leans on it, where a row has moved on since.
 */
export function reverseChangeSet(store: Store, changeSet: number): void {
  const changes = readChanges(store, changeSet, bytesToId);
  refuseIfLeantOn(store.tx, changeSet);
  for (const change of changes.reverse()) {
    if (change.op === 'insert') {
      store.putBack.remove(change.table, change.id);
    } else if (change.op === 'delete') {
      if (store.find(change.table, change.id)) throw new AppError('undoConflict', { list: 'a row that is there again' });
      store.putBack.insert(change.table, change.before);
    } else {
      const row = store.find(change.table, change.id);
      if (!row || row['rowVersion'] !== change.after['rowVersion'])
        throw new AppError('undoConflict', { list: 'a later change of the same row' });
      store.putBack.fields(change.table, change.id, change.before);
    }
  }
}

/** Set-based, so that taking back an import of a hundred thousand rows asks a handful of questions. */
function refuseIfLeantOn(db: WriteTx, changeSet: number): void {
  const leaning = new Map<string, number>();
  const those = `(SELECT id FROM temp."insertedRow" WHERE "table" = ?)`;
  for (const table of listInserted(db, changeSet)) {
    const code = TABLE_NAMES.indexOf(table);
    if ('rowVersion' in TABLES[table].columns) {
      // What an insert left has the version of its own set, or, put back by undo, the one it had then.
      const moved = db.get<{ n: number }>(
        `SELECT count(*) AS n FROM "${table}" WHERE id IN ${those} AND "rowVersion" > ?`,
        code,
        changeSet,
      )!.n;
      if (moved > 0) leaning.set('later changes', (leaning.get('later changes') ?? 0) + moved);
    }
    for (const { table: other, column } of referencesTo(db, table)) {
      const n = db.get<{ n: number }>(
        `SELECT count(*) AS n FROM "${other}" WHERE "${column}" IN ${those} AND id NOT IN ${those}`,
        code,
        TABLE_NAMES.indexOf(other),
      )!.n;
      const noun = LEANING_NOUNS[other] ?? other;
      if (n > 0) leaning.set(noun, (leaning.get(noun) ?? 0) + n);
    }
  }
  if (leaning.size > 0) throw new AppError('undoConflict', { list: [...leaning].map(([noun, n]) => `${n} ${noun}`).join(', ') });
}
