import { AppError } from '#shared/kernel/app-error.ts';
import { bytesToId } from '#shared/kernel/ids.ts';
import { TABLE_NAMES, type TableName } from '#shared/model/table-names.ts';
import { readChanges } from '../../kernel/change-set.ts';
import type { Store } from '../../db/store.ts';
import { TABLES } from '../../db/tables.ts';
import type { ReadDb } from '../../db/sql.ts';

/** Rows of other work that name a row without a foreign key. */
const LOOSE_REFERENCES: readonly { table: TableName; column: string }[] = [
  { table: 'mentionDecision', column: 'placeId' },
  { table: 'remedy', column: 'placeId' },
  { table: 'remedy', column: 'entryId' },
];

const NOUNS: Partial<Record<TableName, string>> = {
  themeTag: 'theme tags',
  annotation: 'annotations',
  evidence: 'findings',
  correction: 'corrections',
  mentionDecision: 'settled mentions',
  remedy: 'settled names in a publication',
  recommendationFinding: 'recommendations',
  event: 'entries',
  accountGroup: 'accounts relied on',
  accountMember: 'entries grouped as one event',
  separateEvents: 'entries said to be apart',
  contradiction: 'contradictions looked at',
  gapNote: 'explanations of gaps',
  reviewPeriod: 'periods of the review',
};

/**
 * Applies the reverse of a change set as new changes. Knows no tables: inserts are removed, deletes put back, updates
 * turned round, newest first. Refused as `undoConflict`, with what leans on it, where a row has moved on since.
 */
export function reverseChangeSet(store: Store, changeSet: number): void {
  const changes = readChanges(store, changeSet, bytesToId);
  refuseIfLeantOn(store, changeSet);
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
function refuseIfLeantOn(db: ReadDb, changeSet: number): void {
  const leaning = new Map<string, number>();
  const inserted = db.all<{ table: number }>(
    `SELECT DISTINCT "table" FROM "changeRow" WHERE "changeSet" = ? AND op = 0`,
    changeSet,
  );
  const those = `(SELECT row FROM "changeRow" WHERE "changeSet" = ? AND op = 0 AND "table" = ?)`;
  for (const { table: code } of inserted) {
    const table = TABLE_NAMES[code]!;
    if ('rowVersion' in TABLES[table].columns) {
      // What an insert left has the version of its own set, or, put back by undo, the one it had then.
      const moved = db.get<{ n: number }>(
        `SELECT count(*) AS n FROM "${table}" WHERE id IN ${those} AND "rowVersion" > ?`,
        changeSet,
        code,
        changeSet,
      )!.n;
      if (moved > 0) leaning.set('later changes', (leaning.get('later changes') ?? 0) + moved);
    }
    for (const { table: other, column } of referencesTo(db, table)) {
      const n = db.get<{ n: number }>(
        `SELECT count(*) AS n FROM "${other}" WHERE "${column}" IN ${those} AND id NOT IN ${those}`,
        changeSet,
        code,
        changeSet,
        TABLE_NAMES.indexOf(other),
      )!.n;
      const noun = NOUNS[other] ?? other;
      if (n > 0) leaning.set(noun, (leaning.get(noun) ?? 0) + n);
    }
  }
  if (leaning.size > 0) throw new AppError('undoConflict', { list: [...leaning].map(([noun, n]) => `${n} ${noun}`).join(', ') });
}

function referencesTo(db: ReadDb, target: TableName): { table: TableName; column: string }[] {
  const found: { table: TableName; column: string }[] = [...LOOSE_REFERENCES];
  for (const table of TABLE_NAMES) {
    for (const key of db.all<{ table: string; from: string }>(`PRAGMA foreign_key_list("${table}")`)) {
      if (key.table === target) found.push({ table, column: key.from });
    }
  }
  return found;
}
