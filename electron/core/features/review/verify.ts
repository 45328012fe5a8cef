import { createHash } from 'node:crypto';
import { isDamage } from '../../db/file-faults.ts';
import type { ReadDb } from '../../db/sql.ts';
import { chainHead, firstBrokenLink } from '../../kernel/audit.ts';
import { compareLanes } from '../lanes/reads.ts';
import { compareDerived } from '../search/indexer.ts';

export type VerifyResult = { ok: boolean; problems: { part: string; message: string }[]; chainHead: string; entries: number };

/** Looks at everything that can be checked: pages, references, originals, search index, counts, the chain of the activity log. */
export function verifyReview(db: ReadDb): VerifyResult {
  const problems: { part: string; message: string }[] = [];
  const say = (part: string, message: string): void => void problems.push({ part, message });
  /** A part that lies on a broken page is a finding of its own; the other parts are looked at all the same. */
  const look = <T>(part: string, otherwise: T, at: () => T): T => {
    try {
      return at();
    } catch (error) {
      if (!isDamage(error)) throw error;
      say(part, 'it lies on a page of the file that cannot be read');
      return otherwise;
    }
  };
  look('file', undefined, () => {
    const found = db.all<{ integrity_check: string }>('PRAGMA integrity_check(5)');
    if (found.some((row) => row.integrity_check !== 'ok')) say('file', 'it has pages that cannot be read or do not fit together');
  });
  look('rows', undefined, () => {
    const loose = db.all<{ table: string }>('PRAGMA foreign_key_check').length;
    if (loose > 0) say('rows', `${loose} rows point to rows that are not there`);
  });
  look('originals', undefined, () => {
    for (const row of db.iterate<{ sha256: string; bytes: Uint8Array }>('SELECT sha256, bytes FROM original')) {
      if (createHash('sha256').update(row.bytes).digest('hex') !== row.sha256)
        say('originals', 'a file of an agency is not as it was received');
    }
    const missing = db.get<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT sha256 FROM "agencyReturn" UNION ALL SELECT sha256 FROM "returnFile") r
        WHERE NOT EXISTS (SELECT 1 FROM original o WHERE o.sha256 = r.sha256)`,
    )!.n;
    if (missing > 0) say('originals', `${missing} versions of returns have no original`);
  });
  look('index', undefined, () => {
    for (const message of compareDerived(db)) say(message.startsWith('the weekly') ? 'aggregates' : 'index', message);
  });
  look('aggregates', undefined, () => {
    for (const message of compareLanes(db)) say('aggregates', message);
  });
  look('activity', undefined, () => {
    const broken = firstBrokenLink(db);
    if (broken !== null) say('activity', `the chain of the activity log is broken at ${broken}`);
  });
  const head = look('activity', '', () => chainHead(db));
  const entries = look('rows', 0, () => db.get<{ n: number }>('SELECT count(*) AS n FROM event')!.n);
  return { ok: problems.length === 0, problems, chainHead: head, entries };
}
