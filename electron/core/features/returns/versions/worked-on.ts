import { LEANING_NOUNS, referencesTo } from '../../../db/references.ts';
import { toBlob, fromBlob, type ReadDb } from '../../../db/sql.ts';

/** What the intake itself keeps with an entry is no work of a person. */
const OF_THE_INTAKE: ReadonlySet<string> = new Set(['eventSource', 'versionQuestion']);

/**
 * What people did to the entries of a return, in words, by entry: whatever names the entry in any table, the draft's
 * references, and a place given by hand. Tables that come later count by their foreign key alone.
 */
export function workOn(db: ReadDb, returnId: string): Map<string, string[]> {
  const work = new Map<string, string[]>();
  const say = (id: string, words: string): void => {
    const own = work.get(id);
    if (own) own.push(words);
    else work.set(id, [words]);
  };
  const own = `(SELECT id FROM event WHERE "returnId" = ?)`;
  for (const { table, column } of referencesTo(db, 'event')) {
    if (OF_THE_INTAKE.has(table)) continue;
    const rows = db.all<{ id: Uint8Array; n: number }>(
      `SELECT "${column}" AS id, count(*) AS n FROM "${table}" WHERE "${column}" IN ${own} GROUP BY "${column}"`,
      toBlob(returnId),
    );
    for (const { id, n } of rows) say(fromBlob(id), inWords(n, LEANING_NOUNS[table] ?? 'notes'));
  }
  const cited = citedInDraft(db);
  for (const row of db.all<{ id: Uint8Array; byHand: number }>(
    `SELECT id, "byHand" FROM event WHERE "returnId" = ?`,
    toBlob(returnId),
  )) {
    const id = fromBlob(row.id);
    const n = cited.get(id);
    if (n) say(id, inWords(n, 'references in the report'));
    if (row.byHand) say(id, 'ordered by hand');
  }
  return work;
}

/** "1 theme tag", "2 theme tags" */
function inWords(n: number, nouns: string): string {
  const one = nouns.replace(
    /^(tagged passages|memos|settled names|settled mentions|theme tags|annotations|findings|corrections|references|notes|groups|pairs|contradictions)/,
    (word) => word.slice(0, -1),
  );
  return `${n} ${n === 1 ? one : nouns}`;
}

function citedInDraft(db: ReadDb): Map<string, number> {
  const cited = new Map<string, number>();
  for (const sql of [`SELECT json FROM "draftBlock"`, `SELECT json FROM "draftJournal" WHERE json IS NOT NULL`]) {
    for (const { json } of db.all<{ json: string }>(sql)) {
      for (const [, id] of json.matchAll(/"eventId":"([0-9a-f-]{36})"/g)) cited.set(id!, (cited.get(id!) ?? 0) + 1);
    }
  }
  return cited;
}
