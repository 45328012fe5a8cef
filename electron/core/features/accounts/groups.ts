import type { OutputOf } from '#shared/contract/index.ts';
import type { GroupLine } from '#shared/model/accounts.ts';
import { findRow } from '../../db/store.ts';
import { fromBlob, fromBlobOrNull, marks, toBlob, type ReadDb } from '../../db/sql.ts';
import type { Row } from '../../db/tables.ts';
import type { Lens } from '../../kernel/lens.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { eventsById, groupsOf, headsOf } from './heads.ts';
import { proposalsBeside } from './proposals.ts';

/** Ids of the entries of a group, withdrawn ones too, in the order in which they were put there. */
export const memberIds = (db: ReadDb, groupId: string): string[] =>
  db
    .all<{ eventId: Uint8Array }>(`SELECT "eventId" FROM "accountMember" WHERE "groupId" = ? ORDER BY id`, toBlob(groupId))
    .map((row) => fromBlob(row.eventId));

export function reliedOf(group: Row): OutputOf<'accounts.group'>['relied'] {
  const eventId = group['reliedId'] as string | null;
  if (eventId === null) return null;
  return {
    eventId,
    reason: String(group['reliedReason'] ?? ''),
    person: String(group['reliedBy'] ?? ''),
    at: String(group['reliedAt']),
  };
}

export function ofEvent(db: ReadDb, lens: Lens, eventId: string): OutputOf<'accounts.ofEvent'> {
  if (!findRow(db, 'event', eventId)) throw new AppError('notFound', { what: 'entry' });
  const groupId = groupsOf(db, [eventId]).get(eventId);
  const group = groupId === undefined ? undefined : findRow(db, 'accountGroup', groupId);
  return {
    group: group
      ? {
          id: group.id,
          rowVersion: Number(group['rowVersion']),
          accounts: [...headsOf(db, lens, eventsById(db, memberIds(db, group.id))).values()],
          relied: reliedOf(group),
        }
      : null,
    proposals: proposalsBeside(db, lens, eventId),
  };
}

/** For the marks of a list: of these entries, or of all, those that others tell too. */
export function alsoTold(db: ReadDb, eventIds: readonly string[] | null): OutputOf<'accounts.alsoTold'> {
  if (eventIds?.length === 0) return [];
  type Beside = { eventId: Uint8Array; groupId: Uint8Array; agencyId: Uint8Array; own: Uint8Array; relied: Uint8Array | null };
  const rows = db.all<Beside>(
    `SELECT m."eventId", m."groupId", e."agencyId", o."agencyId" AS own, g."reliedId" AS relied FROM "accountMember" m
       JOIN "accountGroup" g ON g.id = m."groupId" CROSS JOIN event o ON o.id = m."eventId"
       JOIN "accountMember" n ON n."groupId" = m."groupId" AND n."eventId" <> m."eventId" JOIN event e ON e.id = n."eventId" AND e.hidden = 0
      WHERE ${eventIds ? `m."eventId" IN (${marks(eventIds.length)})` : 'o.hidden = 0'} ORDER BY m.id, e.pos`,
    ...(eventIds ?? []).map(toBlob),
  );
  const found = new Map<string, OutputOf<'accounts.alsoTold'>[number]>();
  for (const row of rows) {
    const eventId = fromBlob(row.eventId);
    const relied = fromBlobOrNull(row.relied);
    const one = found.get(eventId) ?? {
      eventId,
      groupId: fromBlob(row.groupId),
      agencyIds: [],
      others: 0,
      relied: relied === null ? ('none' as const) : relied === eventId ? ('this' as const) : ('another' as const),
    };
    const agencyId = fromBlob(row.agencyId);
    one.others += 1;
    if (!one.agencyIds.includes(agencyId)) one.agencyIds.push(agencyId);
    found.set(eventId, one);
  }
  return [...found.values()];
}

/**
 * Groups from a place of the chronology on: a group stands where its first visible entry stands. CROSS JOIN, as above: the few
 * that are grouped lead, never the whole chronology.
 */
export function groupPlaces(
  db: ReadDb,
  from: number | null,
  limit: number,
): { ids: string[]; places: number[]; next: number | null } {
  const rows = db.all<{ groupId: Uint8Array; pos: number }>(
    `SELECT m."groupId", min(e.pos) AS pos FROM "accountMember" m CROSS JOIN event e ON e.id = m."eventId" AND e.hidden = 0
      GROUP BY m."groupId" HAVING min(e.pos) >= ? ORDER BY pos LIMIT ?`,
    from ?? -1,
    limit + 1,
  );
  return {
    ids: rows.slice(0, limit).map((row) => fromBlob(row.groupId)),
    places: rows.slice(0, limit).map((row) => row.pos),
    next: rows[limit]?.pos ?? null,
  };
}

export function groupPage(
  db: ReadDb,
  lens: Lens,
  input: { from: number | null; limit: number },
): { items: GroupLine[]; next: number | null } {
  const { ids, places, next } = groupPlaces(db, input.from, input.limit);
  return {
    items: ids.map((id, i): GroupLine => {
      const group = findRow(db, 'accountGroup', id)!;
      return {
        id,
        pos: places[i]!,
        rowVersion: Number(group['rowVersion']),
        accounts: [...headsOf(db, lens, eventsById(db, memberIds(db, id))).values()],
        reliedId: group['reliedId'] as string | null,
      };
    }),
    next,
  };
}
