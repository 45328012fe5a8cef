import type { Finding } from '#shared/model/analysis.ts';
import { bytesToId } from '#shared/kernel/ids.ts';
import { selectRows } from '../../db/store.ts';
import type { ReadDb } from '../../db/sql.ts';

/** The findings in their order; the number is the place in it. */
export function listFindings(db: ReadDb): Finding[] {
  type Sum = { findingId: Uint8Array; f: number; a: number };
  const sums = new Map(
    db
      .all<Sum>(`SELECT "findingId", sum(stance = 'for') AS f, sum(stance = 'against') AS a FROM evidence GROUP BY "findingId"`)
      .map((row) => [bytesToId(row.findingId), row]),
  );
  const links = selectRows<{ findingId: string; recommendationId: string }>(db, 'recommendationFinding');
  return selectRows<Finding>(db, 'finding', 'ORDER BY position').map((row, i) => ({
    ...row,
    number: i + 1,
    evidenceFor: sums.get(row.id)?.f ?? 0,
    evidenceAgainst: sums.get(row.id)?.a ?? 0,
    recommendationIds: links.filter((link) => link.findingId === row.id).map((link) => link.recommendationId),
  }));
}
