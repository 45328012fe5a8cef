import type { PairReason } from '#shared/accounts/account.ts';
import { SHOWN } from '#shared/accounts/score-pair.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { AccountHead, Proposal } from '#shared/model/accounts.ts';
import { fromBlob, toBlob, type ReadDb } from '../../db/sql.ts';
import type { Lens } from '../../kernel/lens.ts';
import { eventsById, headsOf, shownReasons } from './heads.ts';

type PairRow = { seq: number; aId: Uint8Array; bId: Uint8Array; kind: Proposal['kind']; score: number; reasons: string };

/**
 * What still waits for a person: both entries are there, not held apart, not in one group already. A row that came twice
 * within a group waits no more either.
 */
const WAITS = `EXISTS (SELECT 1 FROM event e WHERE e.id = p."aId" AND e.hidden = 0) AND EXISTS (SELECT 1 FROM event e WHERE e.id = p."bId" AND e.hidden = 0)
  AND NOT EXISTS (SELECT 1 FROM "separateEvents" s WHERE s."aId" = p."aId" AND s."bId" = p."bId")
  AND NOT EXISTS (SELECT 1 FROM "accountMember" m JOIN "accountMember" n ON n."groupId" = m."groupId" WHERE m."eventId" = p."aId" AND n."eventId" = p."bId")`;

export function status(db: ReadDb): OutputOf<'accounts.status'> {
  const meta = new Map(
    db
      .all<{ key: string; value: string }>(`SELECT key, value FROM meta WHERE key IN ('pairsFoundAt', 'pairsStale')`)
      .map((row) => [row.key, row.value]),
  );
  const count = (sql: string): number => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)!.n;
  const shown = count(`"pairProposal" p WHERE p.score >= ${SHOWN} AND ${WAITS}`);
  return {
    foundAt: meta.get('pairsFoundAt') ?? null,
    stale: meta.get('pairsStale') === '1',
    shown,
    weaker: count(`"pairProposal" p WHERE p.score < ${SHOWN} AND ${WAITS}`),
    groups: count(`"accountGroup"`),
    grouped: count(`"accountMember"`),
    separate: count(`"separateEvents"`),
  };
}

/** A page of proposals in the order of the chronology. */
export function proposalPage(
  db: ReadDb,
  lens: Lens,
  input: { weaker: boolean; from: number | null; limit: number },
): { items: Proposal[]; next: number | null } {
  const rows = db.all<PairRow>(
    `SELECT p.* FROM "pairProposal" p WHERE p.seq >= ? AND p.score >= ? AND ${WAITS} ORDER BY p.seq LIMIT ?`,
    input.from ?? 0,
    input.weaker ? 0 : SHOWN,
    input.limit + 1,
  );
  return { items: toProposals(db, lens, rows.slice(0, input.limit)), next: rows[input.limit]?.seq ?? null };
}

const MOST_BESIDE = 12;

/** What is proposed beside one entry, the likeliest first; the weaker only where there is nothing better. */
export function proposalsBeside(db: ReadDb, lens: Lens, eventId: string): Proposal[] {
  const rows = db.all<PairRow>(
    `SELECT p.* FROM "pairProposal" p WHERE (p."aId" = ? OR p."bId" = ?) AND p.score >= ? AND ${WAITS} ORDER BY p.score DESC, p.seq LIMIT ?`,
    toBlob(eventId),
    toBlob(eventId),
    SHOWN,
    MOST_BESIDE,
  );
  return toProposals(db, lens, rows);
}

function toProposals(db: ReadDb, lens: Lens, rows: readonly PairRow[]): Proposal[] {
  const events = eventsById(
    db,
    rows.flatMap((row) => [fromBlob(row.aId), fromBlob(row.bId)]),
  );
  const heads = headsOf(db, lens, events);
  const places = new Map(events.map((event) => [event.id, event.pos]));
  return rows.flatMap((row): Proposal[] => {
    const pair = [heads.get(fromBlob(row.aId)), heads.get(fromBlob(row.bId))].filter(
      (head): head is AccountHead => head !== undefined,
    );
    const [a, b] = pair.sort((x, y) => places.get(x.eventId)! - places.get(y.eventId)!);
    if (!a || !b) return [];
    return [
      {
        seq: row.seq,
        kind: row.kind,
        weaker: row.score < SHOWN,
        reasons: shownReasons(lens, JSON.parse(row.reasons) as PairReason[], a, b),
        a,
        b,
      },
    ];
  });
}
