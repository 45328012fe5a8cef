import type { PublicationRule } from '#shared/contract/publication-rules.ts';
import type { PublicationKind } from '#shared/model/publication-kinds.ts';
import type { ReadDb } from '../../db/sql.ts';
import { selectRows } from '../../db/store.ts';
import type { Row } from '../../db/tables.ts';

export const ruleOf = (row: Row): PublicationRule => ({
  id: row.id,
  kind: row['kind'] as PublicationKind | null,
  action: row['action'] as PublicationRule['action'],
  entryId: row['entryId'] as string | null,
  reason: String(row['reason']),
  person: String(row['person']),
  at: String(row['at']),
  approvedBy: row['approvedBy'] as string | null,
  approvedPost: row['approvedPost'] as string | null,
  approvedAt: row['approvedAt'] as string | null,
  rowVersion: row['rowVersion'] as number,
});

export const listRules = (db: ReadDb): PublicationRule[] => selectRows(db, 'publicationRule', 'ORDER BY at, id').map(ruleOf);

/** The rules that hold for a kind: those of one person before those of everyone, so that the first that fits is the one meant. */
export function rulesFor(db: ReadDb, kind: PublicationKind): PublicationRule[] {
  const rules = listRules(db).filter((rule) => rule.kind === null || rule.kind === kind);
  const rank = (rule: PublicationRule): number => (rule.entryId === null ? 2 : 0) + (rule.kind === null ? 1 : 0);
  return rules.sort((a, b) => rank(a) - rank(b));
}
