import type { Condition, ConditionGroup, Conditions, WordsField } from '#shared/contract/event-filter.ts';
import type { EventField } from '#shared/model/chronology-event.ts';
import { fromBlob, marks, toBlob, type ReadDb, type SqlValue } from '../../db/sql.ts';
import { FACTS } from './fact-sql.ts';
import { matchExpression, readSearch, type SearchTerm } from '../search/query.ts';

export type Sql = { sql: string; params: SqlValue[] };
/** Whether words stand in an entry as this session sees it. */
export type HasWords = (terms: readonly SearchTerm[], field: WordsField | undefined) => boolean;

/**
 * What SQL cannot say alone: in which field words stand, and whether an anonymised session may read them. SQL narrows to
 * what is possible and answers every other condition as a column; `holds` then decides entry by entry.
 */
export type Doubt = { columns: Sql[]; holds(flags: readonly boolean[], has: HasWords): boolean };
export type ConditionSql = Sql & { doubt: Doubt | null };

const NEVER: Sql = { sql: '0', params: [] };

/** Conditions as SQL over `e`. None of the parts is ever NULL, so that *not* means not. */
export function conditionSql(db: ReadDb, conditions: Conditions, anonymised: boolean): ConditionSql | null {
  if (conditions.of.length === 0) return null;
  const of = conditions.of.map((node) => nodeOf(db, node, anonymised));
  const tree: Node = { kind: 'group', any: conditions.match === 'any', not: false, of };
  const possible = possibleSql(tree, false);
  return { ...possible, doubt: hasDoubt(tree) ? doubtOf(tree) : null };
}

type Leaf = { kind: 'leaf'; not: boolean; own: Sql; words: { terms: SearchTerm[]; field: WordsField | undefined } | null };
type Node = Leaf | { kind: 'group'; any: boolean; not: boolean; of: Node[] };

function nodeOf(db: ReadDb, node: Condition | ConditionGroup, anonymised: boolean): Node {
  const not = node.not === true;
  if (node.kind === 'group') {
    return { kind: 'group', any: node.match === 'any', not, of: node.of.map((one) => nodeOf(db, one, anonymised)) };
  }
  if (node.kind !== 'words') return { kind: 'leaf', not, own: leafSql(db, node, anonymised), words: null };
  const terms = readSearch(node.words);
  const own =
    node.field && node.field !== 'other' && node.field !== 'asWritten' ? inField(wordsSql(terms), node.field) : wordsSql(terms);
  return { kind: 'leaf', not, own, words: anonymised || node.field ? { terms, field: node.field } : null };
}

const hasDoubt = (node: Node): boolean => (node.kind === 'leaf' ? node.words !== null : node.of.some(hasDoubt));

/** What an entry must at least fulfil: a doubtful part that is turned round rules nothing out. */
function possibleSql(node: Node, turned: boolean): Sql {
  const not = node.not !== turned;
  if (node.kind === 'leaf') {
    if (!not) return node.own;
    return node.words ? { sql: '1', params: [] } : { sql: `NOT ${node.own.sql}`, params: node.own.params };
  }
  const parts = node.of.map((one) => possibleSql(one, not));
  const joint = node.any !== not ? ' OR ' : ' AND ';
  return { sql: `(${parts.map(({ sql }) => sql).join(joint)})`, params: parts.flatMap(({ params }) => params) };
}

function doubtOf(tree: Node): Doubt {
  const columns: Sql[] = [];
  const test = (node: Node): ((flags: readonly boolean[], has: HasWords) => boolean) => {
    if (node.kind === 'leaf') {
      const at = columns.push(node.own) - 1;
      const { words, not } = node;
      return (flags, has) => (flags[at] === true && (words === null || has(words.terms, words.field))) !== not;
    }
    const tests = node.of.map(test);
    const { any, not } = node;
    return (flags, has) => (any ? tests.some((one) => one(flags, has)) : tests.every((one) => one(flags, has))) !== not;
  };
  const holds = test(tree);
  return { columns, holds };
}

function wordsSql(terms: readonly SearchTerm[]): Sql {
  const match = matchExpression(terms, []);
  if (match === null) return NEVER;
  return { sql: `e.pos IN (SELECT rowid FROM "eventSearch" WHERE "eventSearch" MATCH ?)`, params: [match] };
}

/** An entry that has nothing in the field, as written or as corrected, need not be looked at. */
const inField = ({ sql, params }: Sql, field: EventField): Sql => ({
  sql: `(${sql} AND (e."${field}" IS NOT NULL OR EXISTS (SELECT 1 FROM correction c WHERE c."eventId" = e.id)))`,
  params,
});

function leafSql(db: ReadDb, condition: Exclude<Condition, { kind: 'words' }>, anonymised: boolean): Sql {
  switch (condition.kind) {
    case 'agency':
      return oneOf('e."agencyId"', condition.ids);
    case 'return':
      return { ...oneOf('e."returnId"', condition.ids), sql: `ifnull(e."returnId" IN (${marks(condition.ids.length)}), 0)` };
    case 'theme':
      return themeSql(condition.alone ? condition.ids : withBelow(db, condition.ids));
    case 'person':
      return personSql(condition.ids);
    case 'period':
      return periodSql(condition.from, condition.to) ?? { sql: '1', params: [] };
    case 'problem':
      return problemSql(condition.codes ?? []);
    case 'precision':
      return { sql: `(e.precision IN (${marks(condition.any.length)}))`, params: [...condition.any] };
    case 'certainty':
      return { sql: `(e.certainty IN (${marks(condition.any.length)}))`, params: [...condition.any] };
    case 'ref':
      // The plus keeps SQLite from going by reference number, which would sort all that it finds.
      return { sql: '(+e.ref BETWEEN ? AND ?)', params: [condition.from ?? 0, condition.to ?? Number.MAX_SAFE_INTEGER] };
    case 'annotatedBy':
      return annotatedBySql(condition.people, anonymised);
    case 'fact':
      return { sql: FACTS[condition.is], params: [] };
  }
}

/** By name and post. Where names are not shown a name finds nobody: that it found some would tell whose it is. */
function annotatedBySql(people: readonly { name: string; post: string }[], anonymised: boolean): Sql {
  const asked = anonymised ? people.filter(({ name }) => name === '') : people;
  if (asked.length === 0) return NEVER;
  const each = asked.map(({ name }) => (name === '' ? 'a.post = ?' : '(a.post = ? AND a.person = ?)'));
  return {
    sql: `EXISTS (SELECT 1 FROM annotation a WHERE a."eventId" = e.id AND (${each.join(' OR ')}))`,
    params: asked.flatMap(({ name, post }) => (name === '' ? [post] : [post, name])),
  };
}

const oneOf = (column: string, ids: readonly string[]): Sql => ({
  sql: `(${column} IN (${marks(ids.length)}))`,
  params: ids.map(toBlob),
});

export const themeSql = (ids: readonly string[]): Sql => ({
  sql: `(e.id IN (SELECT "eventId" FROM "themeTag" WHERE "themeId" IN (${marks(ids.length)})))`,
  params: ids.map(toBlob),
});
export const personSql = (ids: readonly string[]): Sql => ({
  sql: `(e.id IN (SELECT "eventId" FROM "mentionSummary" WHERE "entryId" IN (${marks(ids.length)})))`,
  params: ids.map(toBlob),
});

/** Overlap: an open side of a date reaches as far as it may; an entry without a date is in no period. */
export function periodSql(from: string | undefined, to: string | undefined): Sql | null {
  const parts: string[] = [];
  const params: SqlValue[] = [];
  if (from) {
    parts.push(`(e.latest IS NULL AND e.earliest IS NOT NULL OR e.latest >= ?)`);
    params.push(from);
  }
  if (to) {
    parts.push(`(e.earliest IS NULL AND e.latest IS NOT NULL OR e.earliest <= ?)`);
    params.push(to);
  }
  return parts.length === 0 ? null : { sql: `ifnull(${parts.join(' AND ')}, 0)`, params };
}

function problemSql(codes: readonly string[]): Sql {
  if (codes.length === 0) return { sql: '(e."problemCount" > 0)', params: [] };
  return {
    sql: `(e."problemCount" > 0 AND EXISTS (SELECT 1 FROM json_each(e.problems) j WHERE json_extract(j.value, '$.code') IN (${marks(codes.length)})))`,
    params: [...codes],
  };
}

/** Themes with all that stand below them in the tree. */
export function withBelow(db: ReadDb, ids: readonly string[]): string[] {
  const rows = db.all<{ id: Uint8Array }>(
    `WITH RECURSIVE below(id) AS (SELECT id FROM theme WHERE id IN (${marks(ids.length)})
       UNION SELECT t.id FROM theme t JOIN below b ON t."parentId" = b.id) SELECT id FROM below`,
    ...ids.map(toBlob),
  );
  // A theme that is gone filters to nothing rather than to everything.
  return rows.length === 0 ? [...ids] : rows.map((row) => fromBlob(row.id));
}
