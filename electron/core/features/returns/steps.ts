import { AppError } from '#shared/kernel/app-error.ts';
import type { StagedReturn } from '#shared/model/agency-return.ts';
import { findRow, selectRows } from '../../db/store.ts';
import { readStep, writeStep } from '../../kernel/steps.ts';
import { scopeOf } from '../chronology/writes.ts';
import { rememberedMapping } from './agencies.ts';
import { commitReturn, earlierReturn } from './commit.ts';

/** What a return leans on when it is read: the review's period, and the agency's columns as last placed. */
export const importContext = readStep('importContext', (db, input: { agency: string | null }) => ({
  anchor: scopeOf(db),
  agencies: selectRows(db, 'agency').map((row) => String(row['name'])),
  remembered: rememberedMapping(db, input.agency) ?? null,
}));

export const findEarlier = readStep('findEarlier', (db, input: Pick<StagedReturn, 'file' | 'sha256' | 'agencies'>) =>
  earlierReturn(db, input),
);

export const readOriginal = readStep('readOriginal', (db, input: { id: string }) => {
  const row = findRow(db, 'agencyReturn', input.id);
  if (!row) throw new AppError('notFound', { what: 'return' });
  const kept = db.get<{ bytes: Uint8Array }>(`SELECT bytes FROM original WHERE sha256 = ?`, String(row['sha256']));
  if (!kept) throw new AppError('damaged');
  return { name: String(row['file']), bytes: new Uint8Array(kept.bytes) };
});

export const addReturn = writeStep({
  step: 'addReturn',
  command: 'returns.import',
  label: 'Add a return',
  undo: 'recorded',
  run: (store, input: { staged: StagedReturn; bytes: Uint8Array }, ctx) =>
    commitReturn(store, input.staged, input.bytes, ctx.now),
});
