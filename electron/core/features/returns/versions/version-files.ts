import { AppError } from '#shared/kernel/app-error.ts';
import type { ReturnVersion, VersionCounts } from '#shared/contract/return-versions.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { ReturnProblem, StagedReturn } from '#shared/model/agency-return.ts';
import { toBlob, type ReadDb } from '../../../db/sql.ts';
import { findRow, selectRows, type Store } from '../../../db/store.ts';
import type { Row } from '../../../db/tables.ts';

/** What a version's file says of itself, in `agencyReturn` for the newest and in `returnFile` for each. */
export const fileColumns = (staged: StagedReturn) => ({
  file: staged.file,
  format: staged.format,
  sha256: staged.sha256,
  tables: staged.tables,
  rowsRead: staged.rowsRead,
  mapping: staged.mapping,
  columns: staged.columns,
  problems: staged.problems,
});

const SHARED = [
  'file',
  'format',
  'sha256',
  'tables',
  'rowsRead',
  'mapping',
  'columns',
  'problems',
  'receivedAt',
  'returnVersion',
] as const;

/** The versions of a return, the newest first; a return of an older review file speaks for its one version itself. */
export function versionFiles(db: ReadDb, returnId: string): Row[] {
  const newest = findRow(db, 'agencyReturn', returnId);
  if (!newest) throw new AppError('notFound', { what: 'return' });
  const kept = selectRows(db, 'returnFile', 'WHERE "returnId" = ? ORDER BY "returnVersion" DESC', toBlob(returnId));
  if (kept.some((row) => row['returnVersion'] === newest['returnVersion'])) return kept;
  return [{ id: returnId, returnId, counts: null, ...Object.fromEntries(SHARED.map((name) => [name, newest[name]])) }, ...kept];
}

/** One version of a return; the newest where none is named. */
export function versionFile(db: ReadDb, returnId: string, returnVersion: number | undefined): Row {
  const files = versionFiles(db, returnId);
  const found = returnVersion === undefined ? files[0] : files.find((row) => row['returnVersion'] === returnVersion);
  if (!found) throw new AppError('notFound', { what: 'version of the return' });
  return found;
}

export function keepVersionFile(
  store: Store,
  returnId: string,
  version: { returnVersion: number; staged: StagedReturn; counts: VersionCounts | null; at: string },
): void {
  const { returnVersion, staged, counts, at } = version;
  store.insert('returnFile', {
    id: newId(),
    returnId,
    returnVersion,
    ...fileColumns(staged),
    counts: counts ?? {},
    receivedAt: at,
  });
}

/** Gives the version that is about to be replaced its own row, where an older review file did not. */
export function keepFileOfOld(store: Store, old: Row): void {
  const known = store.get(
    `SELECT 1 AS n FROM "returnFile" WHERE "returnId" = ? AND "returnVersion" = ?`,
    toBlob(old.id),
    Number(old['returnVersion']),
  );
  if (!known)
    store.insert('returnFile', {
      id: newId(),
      returnId: old.id,
      counts: {},
      ...Object.fromEntries(SHARED.map((name) => [name, old[name]])),
    });
}

type KeptCounts = Omit<VersionCounts, 'stays'> & { stays?: number };
const isCounted = (counts: KeptCounts | Record<string, never>): counts is KeptCounts => 'added' in counts;

export function toReturnVersion(row: Row): ReturnVersion {
  const problems = row['problems'] as ReturnProblem[];
  const of = (severity: ReturnProblem['severity']): number => problems.filter((one) => one.severity === severity).length;
  const counts = row['counts'] as KeptCounts | Record<string, never> | null;
  return {
    returnVersion: Number(row['returnVersion']),
    file: String(row['file']),
    format: row['format'] as ReturnVersion['format'],
    sha256: String(row['sha256']),
    rowsRead: Number(row['rowsRead']),
    mapping: row['mapping'] as ReturnVersion['mapping'],
    errors: of('error'),
    warnings: of('warning'),
    notices: of('notice'),
    // A version that was kept before entries that stay were counted apart says nothing of them.
    counts: counts !== null && isCounted(counts) ? { ...counts, stays: counts.stays ?? 0 } : null,
    receivedAt: String(row['receivedAt']),
  };
}
