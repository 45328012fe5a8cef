import type { Condition, Conditions, EventFilter } from '#shared/contract/event-filter.ts';
import type { View } from '#shared/contract/session.ts';
import { ID_PATTERN } from '#shared/kernel/ids.ts';
import { marks, toBlob, type ReadDb, type SqlValue } from '../../db/sql.ts';
import { agencyToken } from '../search/indexer.ts';
import { matchExpression, readSearch, type SearchTerm } from '../search/query.ts';
import { conditionSql, type Doubt, personSql, themeSql, withBelow } from './condition-sql.ts';
import { PLACES_OF_A_DAY, startOfDay, UNDATED_FROM } from './place.ts';

/** A filter as SQL: what comes after FROM, with `e` the event, ordered by place. */
export type FilterSql = {
  from: string;
  where: string[];
  params: SqlValue[];
  pos: string;
  terms: SearchTerm[];
  /** Set where each entry that SQL finds must be looked at once more. */
  doubt: Doubt | null;
};

/**
 * Entries that the search index found, by the index that holds all that is counted and filtered: left alone SQLite takes the
 * one of places only and then reads each row.
 */
export const FOUND_ENTRIES = `"eventSearch" JOIN event e INDEXED BY "eventVisible" ON e.pos = "eventSearch".rowid AND e.hidden = 0`;

/**
 * Where there are words, the search index drives and its rowid is the place; else the event table or an index of it.
 * Agency is a token in the index; theme and person drive from their own tables.
 */
export function filterSql(db: ReadDb, filter: EventFilter, view: View = 'identified'): FilterSql {
  const { words, rest } = lifted(filter.where);
  const terms = [filter.search ?? '', ...words].flatMap(readSearch);
  const agencyIds = filter.agencyIds ?? [];
  const where: string[] = [];
  const params: SqlValue[] = [];
  const searching = terms.length > 0;
  const add = (part: { sql: string; params: readonly SqlValue[] }): void => {
    where.push(part.sql);
    params.push(...part.params);
  };
  // The search index holds visible entries only; elsewhere these words let the partial indexes serve.
  if (!searching) where.push('e.hidden = 0');
  if (searching) {
    const tokens = agencyIds.map((id) =>
      agencyToken(db.get<{ ordinal: number }>(`SELECT ordinal FROM agency WHERE id = ?`, toBlob(id))?.ordinal ?? -1),
    );
    add({ sql: `"eventSearch" MATCH ?`, params: [matchExpression(terms, tokens)!] });
  } else if (agencyIds.length > 0) {
    add({ sql: `e."agencyId" IN (${marks(agencyIds.length)})`, params: agencyIds.map(toBlob) });
  }
  // Overlap: an open side of a date reaches as far as it may.
  if (filter.from) add({ sql: `(e.latest IS NULL AND e.earliest IS NOT NULL OR e.latest >= ?)`, params: [filter.from] });
  if (filter.to) add({ sql: `(e.earliest IS NULL AND e.latest IS NOT NULL OR e.earliest <= ?)`, params: [filter.to] });
  if (filter.themeIds?.length) add(themeSql(withBelow(db, filter.themeIds)));
  if (filter.personIds?.length) add(personSql(filter.personIds));
  if (filter.problemsOnly) where.push('e."problemCount" > 0');
  if (filter.untaggedOnly) where.push('NOT EXISTS (SELECT 1 FROM "themeTag" t WHERE t."eventId" = e.id)');
  if (filter.returnId) add({ sql: `e."returnId" = ?`, params: [toBlob(filter.returnId)] });
  // Words of nothing that can be searched match nothing, wherever they stand.
  if (words.some((one) => readSearch(one).length === 0)) where.push('0');
  const conditions = rest ? conditionSql(db, rest, view === 'anonymised') : null;
  if (conditions) add(conditions);
  const pos = searching ? '"eventSearch".rowid' : 'e.pos';
  if (filter.within) add(withinSql(filter.within, pos));
  const from = searching ? FOUND_ENTRIES : 'event e';
  return { from, where, params, pos, terms, doubt: conditions?.doubt ?? null };
}

/** Words that must hold besides everything else are a search: its index then drives, instead of being asked entry by entry. */
function lifted(where: Conditions | undefined): { words: string[]; rest: Conditions | null } {
  if (!where) return { words: [], rest: null };
  if (where.match === 'any' && where.of.length > 1) return { words: [], rest: where };
  const isSearch = (one: Conditions['of'][number]): one is Extract<Condition, { kind: 'words' }> =>
    one.kind === 'words' && !one.not && one.field === undefined;
  const rest = where.of.filter((one) => !isSearch(one));
  return { words: where.of.filter(isSearch).map((one) => one.words), rest: rest.length > 0 ? { match: 'all', of: rest } : null };
}

/** What stands under one heading of a grouped list. */
function withinSql({ by, key }: NonNullable<EventFilter['within']>, pos: string): { sql: string; params: SqlValue[] } {
  if (by === 'day') {
    if (key === null) return { sql: `${pos} >= ?`, params: [UNDATED_FROM] };
    const first = startOf(key);
    return first === null
      ? { sql: '0', params: [] }
      : { sql: `${pos} >= ? AND ${pos} < ?`, params: [first, first + PLACES_OF_A_DAY] };
  }
  if (key !== null && !ID_PATTERN.test(key)) return { sql: '0', params: [] };
  if (by === 'agency') return { sql: key === null ? '0' : `e."agencyId" = ?`, params: key === null ? [] : [toBlob(key)] };
  return key === null
    ? { sql: 'NOT EXISTS (SELECT 1 FROM "themeTag" w WHERE w."eventId" = e.id)', params: [] }
    : { sql: `e.id IN (SELECT "eventId" FROM "themeTag" WHERE "themeId" = ?)`, params: [toBlob(key)] };
}

function startOf(day: string): number | null {
  try {
    return startOfDay(day);
  } catch {
    return null;
  }
}

/** Whether the search index alone can answer: nothing but words and agencies is asked. */
export const searchAlone = (filter: EventFilter): boolean =>
  !filter.from &&
  !filter.to &&
  !filter.themeIds?.length &&
  !filter.personIds?.length &&
  !filter.problemsOnly &&
  !filter.untaggedOnly &&
  !filter.returnId &&
  lifted(filter.where).rest === null &&
  !filter.within;
