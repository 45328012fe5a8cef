import type { EventFilter } from '#shared/contract/chronology.ts';
import { marks, toBlob, type ReadDb, type SqlValue } from '../../db/sql.ts';
import { agencyToken } from '../search/indexer.ts';
import { matchExpression, readSearch, type SearchTerm } from '../search/query.ts';

/** A filter as SQL: what comes after FROM, with `e` the event, ordered by place. */
export type FilterSql = { from: string; where: string[]; params: SqlValue[]; pos: string; terms: SearchTerm[] };

/**
 * Where there are words, the search index drives and its rowid is the place; else the event table or an index of it.
 * Agency is a token in the index; theme and person drive from their own tables.
 */
export function filterSql(db: ReadDb, filter: EventFilter): FilterSql {
  const terms = readSearch(filter.search ?? '');
  const agencyIds = filter.agencyIds ?? [];
  const where: string[] = [];
  const params: SqlValue[] = [];
  const searching = terms.length > 0;
  // The search index holds visible entries only; elsewhere these words let the partial indexes serve.
  if (!searching) where.push('e.hidden = 0');
  if (searching) {
    const tokens = agencyIds.map((id) =>
      agencyToken(db.get<{ ordinal: number }>(`SELECT ordinal FROM agency WHERE id = ?`, toBlob(id))?.ordinal ?? -1),
    );
    where.push(`"eventSearch" MATCH ?`);
    params.push(matchExpression(terms, tokens)!);
  } else {
    if (agencyIds.length > 0) {
      where.push(`e."agencyId" IN (${marks(agencyIds.length)})`);
      params.push(...agencyIds.map(toBlob));
    }
  }
  // Overlap: an open side of a date reaches as far as it may.
  if (filter.from) {
    where.push(`(e.latest IS NULL AND e.earliest IS NOT NULL OR e.latest >= ?)`);
    params.push(filter.from);
  }
  if (filter.to) {
    where.push(`(e.earliest IS NULL AND e.latest IS NOT NULL OR e.earliest <= ?)`);
    params.push(filter.to);
  }
  if (filter.themeIds?.length) {
    where.push(`e.id IN (SELECT "eventId" FROM "themeTag" WHERE "themeId" IN (${marks(filter.themeIds.length)}))`);
    params.push(...filter.themeIds.map(toBlob));
  }
  if (filter.personIds?.length) {
    where.push(`e.id IN (SELECT "eventId" FROM "mentionSummary" WHERE "entryId" IN (${marks(filter.personIds.length)}))`);
    params.push(...filter.personIds.map(toBlob));
  }
  if (filter.problemsOnly) where.push('e."problemCount" > 0');
  if (filter.untaggedOnly) where.push('NOT EXISTS (SELECT 1 FROM "themeTag" t WHERE t."eventId" = e.id)');
  if (filter.returnId) {
    where.push(`e."returnId" = ?`);
    params.push(toBlob(filter.returnId));
  }
  return searching
    ? { from: `"eventSearch" JOIN event e ON e.pos = "eventSearch".rowid`, where, params, pos: '"eventSearch".rowid', terms }
    : { from: 'event e', where, params, pos: 'e.pos', terms };
}

/** Whether the search index alone can answer: nothing but words and agencies is asked. */
export const searchAlone = (filter: EventFilter): boolean =>
  !filter.from &&
  !filter.to &&
  !filter.themeIds?.length &&
  !filter.personIds?.length &&
  !filter.problemsOnly &&
  !filter.untaggedOnly &&
  !filter.returnId;
