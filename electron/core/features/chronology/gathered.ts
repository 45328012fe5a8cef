import type { EventFilter } from '#shared/contract/event-filter.ts';
import { fromBlob, toBlob, type ReadDb } from '../../db/sql.ts';
import type { View } from '#shared/contract/session.ts';
import { filterSql } from './filter-sql.ts';

/** An account that the list holds, with its group, in the order of the list. */
export type Told = { pos: number; groupId: string; relied: boolean };
/** Places that a gathered list leaves out, the account that stands for each, and how many stand beneath each that is shown. */
export type Gathered = {
  without: readonly number[];
  standsFor: ReadonlyMap<number, number>;
  beneath: ReadonlyMap<number, number>;
};

export const NOT_GATHERED: Gathered = { without: [], standsFor: new Map(), beneath: new Map() };

/**
 * One account of each event stands for all that match: the one that the review relies on, else the first. A group that
 * somebody opened shows all of its own. What does not match counts for nothing, so no event is lost by it.
 */
export function gather(told: readonly Told[], open: readonly string[]): Gathered {
  const opened = new Set(open);
  const groups = new Map<string, Told[]>();
  for (const one of told) {
    if (opened.has(one.groupId)) continue;
    const group = groups.get(one.groupId);
    if (group) group.push(one);
    else groups.set(one.groupId, [one]);
  }
  const standsFor = new Map<number, number>();
  const beneath = new Map<number, number>();
  for (const accounts of groups.values()) {
    const head = accounts.find(({ relied }) => relied) ?? accounts[0]!;
    if (accounts.length > 1) beneath.set(head.pos, accounts.length - 1);
    for (const { pos } of accounts) if (pos !== head.pos) standsFor.set(pos, head.pos);
  }
  return { without: [...standsFor.keys()], standsFor, beneath };
}

/** The accounts that match, where SQL alone can say so. Grouped entries are few: unless words are searched, they drive. */
export function toldBySql(db: ReadDb, filter: EventFilter, view: View): Told[] {
  const { within: _within, ...whole } = filter;
  const sql = filterSql(db, whole, view);
  const from =
    sql.terms.length > 0
      ? `${sql.from} JOIN "accountMember" am ON am."eventId" = e.id`
      : `"accountMember" am CROSS JOIN event e ON e.id = am."eventId"`;
  return db
    .all<{ pos: number; groupId: Uint8Array; relied: number | null }>(
      `SELECT ${sql.pos} AS pos, am."groupId" AS "groupId", ag."reliedId" = e.id AS relied FROM ${from}
        JOIN "accountGroup" ag ON ag.id = am."groupId" WHERE ${sql.where.join(' AND ')} ORDER BY ${sql.pos}`,
      ...sql.params,
    )
    .map(({ pos, groupId, relied }) => ({ pos, groupId: fromBlob(groupId), relied: relied === 1 }));
}

/** The same of entries that were looked at one by one. */
export function toldOf(db: ReadDb, events: readonly { id: string; pos: number }[]): Told[] {
  return events.flatMap(({ id, pos }) => {
    const row = db.get<{ groupId: Uint8Array; relied: number | null }>(
      `SELECT am."groupId" AS "groupId", ag."reliedId" = am."eventId" AS relied FROM "accountMember" am
        JOIN "accountGroup" ag ON ag.id = am."groupId" WHERE am."eventId" = ?`,
      toBlob(id),
    );
    return row ? [{ pos, groupId: fromBlob(row.groupId), relied: row.relied === 1 }] : [];
  });
}
