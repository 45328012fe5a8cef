import { createHash } from 'node:crypto';
import type { ReadDb, WriteTx } from '../db/sql.ts';

/**
 * The activity log: one row for every change, chained over digests of the payload, so that retention may erase payloads
 * and the chain still verifies. It shows accident; forgery only where its head is recorded elsewhere (SECURITY.md).
 */
export type AuditEntry = {
  at: string;
  person: string;
  post: string;
  command: string;
  changeSet: number | null;
  touched: string;
  digest: string;
};
type AuditRow = AuditEntry & { seq: number; hash: string };

export const CHAIN_START = '0'.repeat(64);

export function chainHead(db: ReadDb): string {
  return db.get<{ hash: string }>(`SELECT hash FROM "auditEvent" ORDER BY seq DESC LIMIT 1`)?.hash ?? CHAIN_START;
}

export function appendAudit(tx: WriteTx, entry: AuditEntry): void {
  const last = tx.get<{ seq: number; hash: string }>(`SELECT seq, hash FROM "auditEvent" ORDER BY seq DESC LIMIT 1`);
  const seq = (last?.seq ?? 0) + 1;
  tx.run(
    `INSERT INTO "auditEvent" (seq, at, person, post, command, "changeSet", touched, digest, hash) VALUES (?,?,?,?,?,?,?,?,?)`,
    seq,
    entry.at,
    entry.person,
    entry.post,
    entry.command,
    entry.changeSet,
    entry.touched,
    entry.digest,
    linkHash(last?.hash ?? CHAIN_START, seq, entry),
  );
}

/** Walks the chain; answers the first seq that does not follow from the one before, or null. */
export function firstBrokenLink(db: ReadDb): number | null {
  let previous = CHAIN_START;
  let expected = 1;
  for (const row of db.iterate<AuditRow>(`SELECT * FROM "auditEvent" ORDER BY seq`)) {
    if (row.seq !== expected || row.hash !== linkHash(previous, row.seq, row)) return row.seq;
    previous = row.hash;
    expected += 1;
  }
  return null;
}

function linkHash(previous: string, seq: number, e: AuditEntry): string {
  const parts = [previous, seq, e.at, e.person, e.post, e.command, e.changeSet ?? '', e.touched, e.digest];
  return createHash('sha256')
    .update(parts.map((part) => `${String(part).length}:${part}`).join('|'))
    .digest('hex');
}
