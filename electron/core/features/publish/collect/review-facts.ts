import type { PublicationKind } from '#shared/model/publication-kinds.ts';
import type { ReadDb } from '../../../db/sql.ts';
import { selectRows } from '../../../db/store.ts';
import { listFindings } from '../../analysis/reads.ts';
import type { ReviewFacts } from '../kinds/chapters/about-review.ts';
import type { PublishedFinding } from '../kinds/chapters/findings.ts';

export function reviewFacts(db: ReadDb): ReviewFacts {
  const review = selectRows(db, 'review')[0];
  return {
    scopeFrom: (review?.['scopeFrom'] as string | null) ?? null,
    scopeTo: (review?.['scopeTo'] as string | null) ?? null,
    agencies: selectRows(db, 'agency', 'ORDER BY ordinal').map((row) => ({ id: row.id, name: String(row['name']) })),
  };
}

export const publishedFindings = (db: ReadDb): PublishedFinding[] =>
  listFindings(db).map(({ id, number, kind, statement, why }) => ({ id, number: String(number), kind, statement, why }));

/** The newest file of each kind that has been published. */
export function publishedFiles(db: ReadDb): { kind: PublicationKind; on: string }[] {
  const newest = new Map<PublicationKind, string>();
  for (const row of selectRows(db, 'publication', 'ORDER BY "madeAt"')) {
    const kind = row['kind'] as PublicationKind;
    if (kind === 'webEntry' || row['audience'] !== '') continue;
    newest.set(kind, String(row['publishedOn'] ?? String(row['madeAt']).slice(0, 10)));
  }
  return [...newest].map(([kind, on]) => ({ kind, on }));
}
