import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import { deriveKey, newSalt, parseRecoveryKey, saltOf, type RawKey } from '../db/key.ts';
import { openInline } from '../engine/inline-core.ts';
import { createFile } from '../engine/open-engine.ts';
import type { OnRows, OpenSpec, ReviewCore } from '../engine/review-core.ts';
import { beginReview } from '../features/review/steps.ts';
import type { ReviewSeed } from '../features/review/seed.ts';
import type { CallSession } from '../kernel/session.ts';
import { openThreaded } from '../threads/threaded-core.ts';
import { takeHold, type Hold } from './hold.ts';
import { wordsToHex } from './recovery-sheet.ts';
import { needsWorkingCopy, openWorkingCopy, type WorkingCopy } from './working-copy.ts';

export const LEAST_PASSPHRASE = 12;

export type OpenedReview = {
  core: ReviewCore;
  key: RawKey;
  /** Where the file lies; the work may go to a copy. */
  path: string;
  readOnly: boolean;
  holder: string | null;
  workingCopy: boolean;
  /** Writes the working copy back, where there is one. */
  keep(): Promise<void>;
  close(): Promise<void>;
};

export type OpenHow = { path: string; who: string; threads: boolean; dataFolder: string; now(): number; onRows: OnRows };
export type Secret = { passphrase: string } | { recovery: string };

export async function keyFor(path: string, secret: Secret): Promise<RawKey> {
  const salt = saltOf(path);
  return 'passphrase' in secret ? deriveKey(secret.passphrase, salt) : parseRecoveryKey(wordsToHex(secret.recovery), salt);
}

/** What a person chooses at a window is at least this long. */
export function refuseWeak(passphrase: string): void {
  if ([...passphrase.trim()].length < LEAST_PASSPHRASE) throw new AppError('weakPassphrase', { least: LEAST_PASSPHRASE });
}

/** Creates an encrypted review file with one review in it. Throws `fileExists`, `weakPassphrase`, `writeFailed`. */
export async function createReviewFile(
  path: string,
  passphrase: string,
  seed: Omit<ReviewSeed, 'id'>,
  session: CallSession,
  now: string,
): Promise<{ reviewId: string; key: RawKey }> {
  // How long is long enough is for the door to say: a window advises, a script has been given its passphrase.
  if (passphrase.trim() === '') throw new AppError('weakPassphrase', { least: LEAST_PASSPHRASE });
  if (existsSync(path)) throw new AppError('fileExists');
  const key = await deriveKey(passphrase, newSalt());
  const id = newId();
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    createFile(path, key);
    chmodSync(path, 0o600);
    const core = openInline({ path, key, readOnly: false }, () => {});
    await core.write(beginReview, { ...seed, id }, session, now);
    await core.close();
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'fileExists')) rmSync(path, { force: true });
    throw error instanceof AppError ? error : new AppError('writeFailed');
  }
  return { reviewId: id, key };
}

/** Opens a review for writing, or for reading where somebody else holds it. */
export async function openReview(how: OpenHow, key: RawKey): Promise<OpenedReview> {
  const taken = takeHold(how.path, how.who, how.now());
  const hold: Hold | null = 'hold' in taken ? taken.hold : null;
  let copy: WorkingCopy | null = null;
  try {
    if (hold && needsWorkingCopy(how.path)) copy = openWorkingCopy(how.path, how.dataFolder);
    const spec: OpenSpec = {
      path: copy?.path ?? how.path,
      key,
      readOnly: hold === null,
      // One run of the command line has nothing going on beside it, and a mere look must not change the file.
      journal: how.threads ? 'wal' : 'rollback',
    };
    const core = how.threads ? await openThreaded(spec, how.onRows) : openInline(spec, how.onRows);
    const keep = async (): Promise<void> => {
      if (!copy) return;
      await core.checkpoint();
      copy.writeBack();
    };
    return {
      core,
      key,
      path: how.path,
      readOnly: hold === null,
      holder: 'heldBy' in taken ? taken.heldBy : null,
      workingCopy: copy !== null,
      keep,
      close: async () => {
        try {
          await core.close();
          copy?.writeBack();
          copy?.discard();
        } finally {
          hold?.release();
        }
      },
    };
  } catch (error) {
    hold?.release();
    throw error;
  }
}
