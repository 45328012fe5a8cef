import { AppError } from '#shared/kernel/app-error.ts';
import type { ColumnMapping, ImportResult, StagedReturn } from '#shared/model/agency-return.ts';
import { likelyVersion } from '#shared/model/likely-version.ts';
import type { ReadDb } from '../../../db/sql.ts';
import { findRow, type Store } from '../../../db/store.ts';
import type { Row } from '../../../db/tables.ts';
import type { WriteContext } from '../../../kernel/implement.ts';
import { commitReturn, notAdded } from '../commit.ts';
import type { ReturnHead } from '../staging/packed-return.ts';
import { applyVersion, needReturn } from './apply-version.ts';
import { earlierByFile, findEarlier } from './find-earlier.ts';

export type ToImport<Staged = StagedReturn> = {
  staged: Staged;
  /** The return that it corrects; null: a new one; undefined: the one of its name from its agency, if there is one. */
  replaces?: string | null | undefined;
  fromVersion?: number | undefined;
  /** Whether a person said whose it is, and how its columns are read. */
  agencyGiven?: boolean | undefined;
  mappingGiven?: boolean | undefined;
};
export type Target =
  | { kind: 'new' }
  | { kind: 'same'; returnId: string; returnVersion: number; agencies: readonly string[] }
  | { kind: 'version'; returnId: string };

/**
 * What a file is to the review: a new return, a later version of one, or the very bytes that are in already, with which
 * there is nothing to do. Bytes that a later version has replaced go back in only where a person says so.
 */
export function targetOf(
  db: ReadDb,
  { staged, replaces, agencyGiven = false, mappingGiven = false }: ToImport<ReturnHead>,
): Target {
  const otherwiseRead = (row: Row): boolean => mappingGiven && !sameMapping(row['mapping'], staged.mapping);
  if (replaces) {
    const row = needReturn(db, replaces);
    const same = row['sha256'] === staged.sha256 && !otherwiseRead(row) && !(agencyGiven && otherAgencies(db, row, staged));
    return same
      ? { kind: 'same', returnId: replaces, returnVersion: Number(row['returnVersion']), agencies: agenciesOf(db, row) }
      : { kind: 'version', returnId: replaces };
  }
  // What its entries say is no more than a guess, so it decides nothing here.
  const earlier = earlierByFile(db, staged, agencyGiven);
  if (!earlier || earlier.because === 'rows') return { kind: 'new' };
  const { returnId, returnVersion } = earlier;
  if (earlier.because === 'bytes') {
    if (earlier.sameAs !== returnVersion)
      throw new AppError('secondVersion', { version: earlier.sameAs, agency: earlier.agencies.join(', ') });
    return replaces !== null && otherwiseRead(needReturn(db, returnId))
      ? { kind: 'version', returnId }
      : { kind: 'same', returnId, returnVersion, agencies: earlier.agencies };
  }
  return replaces === null ? { kind: 'new' } : { kind: 'version', returnId };
}

function sameMapping(a: unknown, b: ColumnMapping): boolean {
  const left = a as ColumnMapping;
  const names = Object.keys(left);
  return names.length === Object.keys(b).length && names.every((name) => left[name] === b[name]);
}

function agenciesOf(db: ReadDb, row: Row): string[] {
  return (row['agencyIds'] as string[]).map((id) => String(findRow(db, 'agency', id)?.['name'] ?? ''));
}

function otherAgencies(db: ReadDb, row: Row, staged: ReturnHead): boolean {
  const own = agenciesOf(db, row).map((name) => name.toLowerCase());
  return staged.agencies.some((name) => !own.includes(name.toLowerCase()));
}

export function importReturn(store: Store, input: ToImport & { bytes: Uint8Array }, ctx: WriteContext): ImportResult {
  const { staged, bytes, fromVersion } = input;
  const target = targetOf(store, input);
  if (target.kind === 'same') return nothingToDo(staged, target);
  if (target.kind === 'new') {
    // Looked for before it is in: afterwards it would be like itself.
    const likely = input.replaces === undefined ? findEarlier(store, staged, input.agencyGiven ?? false) : null;
    const result = commitReturn(store, staged, bytes, ctx.now);
    return likely?.because === 'rows' ? { ...result, problems: [...result.problems, likelyVersion(likely)] } : result;
  }
  ctx.unit.rename('Apply a corrected return');
  return applyVersion(store, { returnId: target.returnId, staged, bytes, fromVersion }, ctx);
}

/** The same bytes again, whoever they are said to be from now: everything stands as it is, and that is said. */
export function nothingToDo(
  staged: ReturnHead,
  { returnId, returnVersion, agencies }: { returnId: string; returnVersion: number; agencies: readonly string[] },
): ImportResult {
  const message = `This file is version ${returnVersion} of a return of ${agencies.join(', ')}, as it stands in the review. There is nothing to do.`;
  return {
    ...notAdded(staged),
    returnId,
    agencies: [...agencies],
    unchanged: staged.events.length,
    problems: [...staged.problems, { severity: 'notice', code: 'sameAsBefore', message, table: null, row: null }],
  };
}
