import { childrenOf } from '#shared/chronology/age-at.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { ColumnMapping, ImportResult, StagedReturn } from '#shared/model/agency-return.ts';
import type { RegisterEntry } from '#shared/model/register.ts';
import type { ReadDb } from '../../db/sql.ts';
import { findRow, selectRows } from '../../db/store.ts';
import { readStep, writeStep } from '../../kernel/steps.ts';
import { scopeOf } from '../chronology/writes.ts';
import { rememberedMapping } from './agencies.ts';
import { type PackedReturn, type ReturnHead, wholeReturn } from './staging/packed-return.ts';
import { needReturn } from './versions/apply-version.ts';
import { diffOf } from './versions/diff-output.ts';
import { findEarlier } from './versions/find-earlier.ts';
import { importReturn, nothingToDo, targetOf, type ToImport } from './versions/import-return.ts';
import { versionFile } from './versions/version-files.ts';

/** The first birth among the children of the review: what lies before it is a slip, or told as history. */
function firstBirthOf(db: ReadDb, register: readonly RegisterEntry[], now: string): string | null {
  const review = selectRows(db, 'review')[0];
  const until = scopeOf(db).scopeTo ?? now.slice(0, 10);
  const births = childrenOf(register, String(review?.['subject'] ?? ''), until).map((child) => child.dateOfBirth);
  return births.sort()[0] ?? null;
}

/**
 * What a return leans on when it is read: the review's period, and the agency's columns as last placed. One that corrects
 * another leans on that: its agency, where it is one alone, and its columns.
 */
export const importContext = readStep(
  'importContext',
  (db, input: { agency: string | null; replaces?: string | null | undefined }, { lens, now }) => {
    const corrected = input.replaces ? needReturn(db, input.replaces) : null;
    const [only, ...more] = (corrected?.['agencyIds'] as string[] | undefined) ?? [];
    const agency =
      input.agency ?? (only !== undefined && more.length === 0 ? String(findRow(db, 'agency', only)?.['name']) : null);
    const remembered = (corrected?.['mapping'] as ColumnMapping | undefined) ?? rememberedMapping(db, agency) ?? null;
    const agencies = selectRows(db, 'agency').map((row) => String(row['name']));
    return { anchor: scopeOf(db), firstBirth: firstBirthOf(db, lens.register(), now), agencies, remembered, agency };
  },
);

export const findLikely = readStep('findLikely', (db, input: { staged: StagedReturn; agencyGiven: boolean }) =>
  findEarlier(db, input.staged, input.agencyGiven),
);

/** The answer where a file is in already, byte for byte; null where there is something to do. */
export const findSame = readStep('findSame', (db, input: ToImport<ReturnHead>): ImportResult | null => {
  const target = targetOf(db, input);
  return target.kind === 'same' ? nothingToDo(input.staged, target) : null;
});

export const compareReturn = readStep(
  'compareReturn',
  (db, input: { returnId: string; staged: StagedReturn | PackedReturn; mappingGiven: boolean; agencyGiven: boolean }) =>
    diffOf(db, { ...input, staged: wholeReturn(input.staged) }),
);

export const readOriginal = readStep('readOriginal', (db, input: { id: string; returnVersion?: number | undefined }) => {
  const row = versionFile(db, input.id, input.returnVersion);
  const kept = db.get<{ bytes: Uint8Array }>(`SELECT bytes FROM original WHERE sha256 = ?`, String(row['sha256']));
  if (!kept) throw new AppError('damaged');
  return { name: String(row['file']), bytes: new Uint8Array(kept.bytes) };
});

export const addReturn = writeStep({
  step: 'addReturn',
  command: 'returns.import',
  label: 'Add a return',
  undo: 'recorded',
  run: (store, input: ToImport<StagedReturn | PackedReturn> & { bytes: Uint8Array }, ctx) =>
    importReturn(store, { ...input, staged: wholeReturn(input.staged) }, ctx),
});
