import type { ColumnMapping } from '#shared/model/agency-return.ts';
import { findRow } from '../../../db/store.ts';
import { readStep } from '../../../kernel/steps.ts';
import { type PackedReturn, unpackReturn } from '../staging/packed-return.ts';
import { diffOfFiles } from './compare-files.ts';
import { versionFile } from './version-files.ts';

/** How a version of a return was read: its agency, where it is one alone, its columns, the day on which it came. */
export const versionToRead = readStep('versionToRead', (db, input: { id: string; returnVersion: number }) => {
  const row = versionFile(db, input.id, input.returnVersion);
  const [only, ...more] = (findRow(db, 'agencyReturn', input.id)?.['agencyIds'] as string[] | undefined) ?? [];
  const agency = only !== undefined && more.length === 0 ? String(findRow(db, 'agency', only)?.['name']) : null;
  return {
    sha256: String(row['sha256']),
    mapping: row['mapping'] as ColumnMapping,
    received: String(row['receivedAt']).slice(0, 10),
    agency,
  };
});

export const compareFiles = readStep(
  'compareFiles',
  (db, input: { id: string; from: number; to: number; before: PackedReturn; after: PackedReturn }) =>
    diffOfFiles(db, { ...input, before: unpackReturn(input.before), after: unpackReturn(input.after) }),
);
