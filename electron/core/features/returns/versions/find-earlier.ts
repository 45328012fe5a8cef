import type { ReturnPreview } from '#shared/contract/returns.ts';
import type { StagedReturn } from '#shared/model/agency-return.ts';
import { toBlob, type ReadDb } from '../../../db/sql.ts';
import { selectRows } from '../../../db/store.ts';
import type { Row } from '../../../db/tables.ts';
import type { ReturnHead } from '../staging/packed-return.ts';
import { plainText } from './row-words.ts';

export type Earlier = NonNullable<ReturnPreview['earlier']>;

/** A guess by rows is made only where so much of the smaller version stands in the other. */
const LEAST_SHARE = 0.4;
const LEAST_ROWS = 3;

type Same = { same: number; of: number };

/**
 * The return that a file seems to be a later version of. Surely: its bytes, or its name from the same agency. As a guess
 * that a person may take or leave: enough of its entries say the same as those of a return of the agency.
 */
export function findEarlier(db: ReadDb, staged: StagedReturn, agencyGiven: boolean): Earlier | null {
  return find(db, staged, agencyGiven, (returnId) => sameWords(db, returnId, staged));
}

/** As far as its bytes and its name tell: no entry is looked at. */
export function earlierByFile(db: ReadDb, staged: ReturnHead, agencyGiven: boolean): Earlier | null {
  return find(db, staged, agencyGiven, () => ({ same: 0, of: 0 }));
}

function find(db: ReadDb, staged: ReturnHead, agencyGiven: boolean, compare: (returnId: string) => Same): Earlier | null {
  const names = new Map(selectRows(db, 'agency').map((row) => [row.id, String(row['name'])]));
  const returns = selectRows(db, 'agencyReturn', `WHERE state <> 'withdrawn' ORDER BY ordinal DESC`);
  const files = db.all<{ returnId: Uint8Array; returnVersion: number; file: string; sha256: string }>(
    `SELECT id AS "returnId", "returnVersion", file, sha256 FROM "agencyReturn" UNION SELECT "returnId", "returnVersion", file, sha256 FROM "returnFile"`,
  );
  const agenciesOf = (row: Row): string[] => (row['agencyIds'] as string[]).map((id) => names.get(id) ?? '');
  const shares = (row: Row): boolean =>
    agenciesOf(row).some((name) => staged.agencies.some((other) => other.toLowerCase() === name.toLowerCase()));
  const filesOf = (row: Row) => {
    const id = toBlob(row.id);
    return files.filter(({ returnId }) => Buffer.compare(returnId, id) === 0).sort((a, b) => b.returnVersion - a.returnVersion);
  };
  const answer = (row: Row, because: Earlier['because'], sameRows: number, sameAs: number | null): Earlier => ({
    returnId: row.id,
    agencies: agenciesOf(row),
    file: String(row['file']),
    returnVersion: Number(row['returnVersion']),
    because,
    sameRows,
    sameAs,
  });
  for (const row of returns) {
    // Two agencies may send the same empty form; the same entries are the same return, whoever is said to have sent it.
    if (!shares(row) && (agencyGiven || row['state'] === 'nil') && staged.events.length === 0) continue;
    const same = filesOf(row).find(({ sha256 }) => sha256 === staged.sha256);
    if (same) return answer(row, 'bytes', staged.events.length, same.returnVersion);
  }
  // Whose it is was taken from the file's name, so it may be anybody's: then a name too is no more than a guess.
  const assumed = staged.problems.some(({ code }) => code === 'agencyAssumed') || (!agencyGiven && staged.events.length === 0);
  const own = returns.filter((row) => assumed || shares(row));
  for (const row of own) {
    if (filesOf(row).some(({ file }) => file.toLowerCase() === staged.file.toLowerCase()))
      return answer(row, shares(row) ? 'name' : 'rows', compare(row.id).same, null);
  }
  const likely = own
    .map((row) => ({ row, ...compare(row.id) }))
    .filter(({ same, of }) => same >= LEAST_ROWS && same >= of * LEAST_SHARE)
    .sort((a, b) => b.same - a.same)[0];
  return likely ? answer(likely.row, 'rows', likely.same, null) : null;
}

function sameWords(db: ReadDb, returnId: string, staged: StagedReturn): Same {
  const said = new Map<string, number>();
  let entries = 0;
  for (const { description } of db.iterate<{ description: string }>(
    `SELECT description FROM event WHERE "returnId" = ?`,
    toBlob(returnId),
  )) {
    const key = plainText(description);
    said.set(key, (said.get(key) ?? 0) + 1);
    entries += 1;
  }
  let same = 0;
  for (const event of staged.events) {
    const key = plainText(event.description);
    const left = said.get(key) ?? 0;
    if (left === 0 || key === '') continue;
    said.set(key, left - 1);
    same += 1;
  }
  return { same, of: Math.min(entries, staged.events.length) };
}
