import { AppError } from '#shared/kernel/app-error.ts';
import { dateLabel } from '#shared/dates/format.ts';
import { bytesToId } from '#shared/kernel/ids.ts';
import type { ThreadNode } from '#shared/model/analysis.ts';
import { toBlob, type ReadDb, type SqlValue } from '../../db/sql.ts';
import { decodeRow, selectRows } from '../../db/store.ts';
import { dateOf, type StoredEvent } from '../chronology/reads.ts';

type Table = ThreadNode['table'];

/** The thread evidence → finding → recommendation → action → publication, walked both ways from any row of it. */
export function threadOf(db: ReadDb, table: Table, id: string): { here: ThreadNode; before: ThreadNode[]; after: ThreadNode[] } {
  const here = nodes(db, table, [id])[0];
  if (!here) throw new AppError('notFound', { what: table === 'event' ? 'entry' : table });
  const walk = (step: (table: Table, ids: string[]) => [Table, string[]] | null): ThreadNode[] => {
    const found: ThreadNode[] = [];
    for (let next = step(table, [id]); next !== null; next = step(next[0], next[1]))
      found.push(...nodes(db, next[0], next[1], [id]));
    return found;
  };
  return { here, before: walk((t, ids) => back(db, t, ids)), after: walk((t, ids) => forth(db, t, ids)) };
}

const column = (db: ReadDb, sql: string, ids: readonly string[]): string[] => {
  if (ids.length === 0) return [];
  const found = new Set<string>();
  for (const id of ids)
    for (const row of db.all<{ id: Uint8Array | null }>(sql, toBlob(id))) if (row.id) found.add(bytesToId(row.id));
  return [...found];
};

function forth(db: ReadDb, table: Table, ids: string[]): [Table, string[]] | null {
  switch (table) {
    case 'event':
      return ['finding', column(db, `SELECT "findingId" AS id FROM evidence WHERE "eventId" = ?`, ids)];
    case 'finding':
      return [
        'recommendation',
        column(db, `SELECT "recommendationId" AS id FROM "recommendationFinding" WHERE "findingId" = ?`, ids),
      ];
    case 'recommendation':
      return ['action', column(db, `SELECT id FROM action WHERE "recommendationId" = ? ORDER BY position`, ids)];
    case 'action':
      return ['publication', ids.length === 0 ? [] : selectRows(db, 'publication', 'ORDER BY "madeAt"').map((row) => row.id)];
    case 'publication':
      return null;
  }
}

function back(db: ReadDb, table: Table, ids: string[]): [Table, string[]] | null {
  switch (table) {
    case 'publication':
      return ['action', selectRows(db, 'action', 'ORDER BY position').map((row) => row.id)];
    case 'action':
      return ['recommendation', column(db, `SELECT "recommendationId" AS id FROM action WHERE id = ?`, ids)];
    case 'recommendation':
      return ['finding', column(db, `SELECT "findingId" AS id FROM "recommendationFinding" WHERE "recommendationId" = ?`, ids)];
    case 'finding':
      return [
        'event',
        column(
          db,
          `SELECT v."eventId" AS id FROM evidence v JOIN event e ON e.id = v."eventId" WHERE v."findingId" = ? ORDER BY e.pos`,
          ids,
        ),
      ];
    case 'event':
      return null;
  }
}

function nodes(db: ReadDb, table: Table, ids: readonly string[], from: readonly string[] = []): ThreadNode[] {
  return ids.flatMap((id): ThreadNode[] => {
    const node = (label: string, text: unknown, stance: ThreadNode['stance'] = null): ThreadNode[] => [
      { table, id, label, text: String(text), stance },
    ];
    const raw = db.get<Record<string, SqlValue>>(`SELECT * FROM "${table}" WHERE id = ?`, toBlob(id));
    if (!raw) return [];
    const row = decodeRow(table, raw);
    if (table === 'event') {
      const event = row as StoredEvent;
      return node(`Entry ${String(event.ref).padStart(4, '0')} · ${dateLabel(dateOf(event))}`, event.description);
    }
    if (table === 'finding') {
      const stance = from[0]
        ? db.get<{ stance: 'for' | 'against' }>(
            `SELECT stance FROM evidence WHERE "findingId" = ? AND "eventId" = ?`,
            toBlob(id),
            toBlob(from[0]),
          )?.stance
        : undefined;
      return node(`Finding ${rank(db, 'finding', row)}`, row['statement'], stance ?? null);
    }
    if (table === 'recommendation') return node(`Recommendation ${rank(db, 'recommendation', row)}`, row['text']);
    if (table === 'action') {
      const parent = row['recommendationId'] as string | null;
      const own = db.get<{ n: number }>(
        `SELECT count(*) AS n FROM action WHERE position <= ? AND ${parent ? '"recommendationId" = ?' : '"recommendationId" IS NULL'}`,
        row['position'] as number,
        ...(parent ? [toBlob(parent)] : []),
      )!.n;
      const above = parent
        ? db.get<Record<string, SqlValue>>(`SELECT * FROM recommendation WHERE id = ?`, toBlob(parent))
        : undefined;
      return node(
        `Action ${above ? `${rank(db, 'recommendation', decodeRow('recommendation', above))}.` : ''}${own}`,
        row['text'],
      );
    }
    return node('Publication', row['name']);
  });
}

const rank = (db: ReadDb, table: 'finding' | 'recommendation', row: Record<string, unknown>): number =>
  db.get<{ n: number }>(
    `SELECT count(*) AS n FROM "${table}" WHERE position <= ? ${table === 'recommendation' ? 'AND placed = 1' : ''}`,
    row['position'] as number,
  )!.n;

/** What hangs loose: the coverage that tells a reviewer where the thread is broken. */
export function looseEnds(db: ReadDb): {
  findingsWithoutEvidence: ThreadNode[];
  findingsWithoutRecommendation: ThreadNode[];
  recommendationsWithoutFinding: ThreadNode[];
  taggedEntriesInNoFinding: number;
} {
  const ids = (sql: string): string[] => db.all<{ id: Uint8Array }>(sql).map((row) => bytesToId(row.id));
  return {
    findingsWithoutEvidence: nodes(
      db,
      'finding',
      ids(`SELECT id FROM finding f WHERE NOT EXISTS (SELECT 1 FROM evidence v WHERE v."findingId" = f.id) ORDER BY position`),
    ),
    findingsWithoutRecommendation: nodes(
      db,
      'finding',
      ids(
        `SELECT id FROM finding f WHERE kind <> 'goodPractice' AND NOT EXISTS (SELECT 1 FROM "recommendationFinding" r WHERE r."findingId" = f.id) ORDER BY position`,
      ),
    ),
    recommendationsWithoutFinding: nodes(
      db,
      'recommendation',
      ids(
        `SELECT id FROM recommendation r WHERE placed = 1 AND NOT EXISTS (SELECT 1 FROM "recommendationFinding" f WHERE f."recommendationId" = r.id) ORDER BY position`,
      ),
    ),
    taggedEntriesInNoFinding: db.get<{ n: number }>(
      `SELECT count(DISTINCT t."eventId") AS n FROM "themeTag" t JOIN event e ON e.id = t."eventId"
        WHERE e.hidden = 0 AND NOT EXISTS (SELECT 1 FROM evidence v WHERE v."eventId" = t."eventId")`,
    )!.n,
  };
}
