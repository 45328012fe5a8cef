import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/kernel/app-error.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { Review } from '#shared/contract/review.ts';
import type { Person, RecoverySheet } from '#shared/contract/session.ts';
import { deriveKey, saltOf, type RawKey } from '../db/key.ts';
import { lastCopyMs } from '../db/backup.ts';
import { createReviewFile, keyFor, openReview, refuseWeak, type OpenedReview } from '../review-file/open-review.ts';
import { recoverySheet } from '../review-file/recovery-sheet.ts';
import { fillSample, SAMPLE_PERSON } from '../features/review/sample.ts';
import { noteActivity } from '../kernel/steps.ts';
import type { CallSession } from '../kernel/session.ts';
import { noteRecent, readRecent, recentRef } from './recent.ts';
import { ANYBODY, type WorkbenchParts } from './state.ts';

const WITHOUT_REFERENCE = 'Review without a reference';
const BACKUP_EVERY_MS = 12 * 3_600_000;

const iso = (parts: WorkbenchParts): string => new Date(parts.ports.now()).toISOString();
export const asSession = (person: Person | null, view: CallSession['view'] = 'identified'): CallSession => ({
  ...(person ?? ANYBODY),
  view,
});

/** The passphrase of a copy of the sample: it is fictional and has nothing to hide. */
export const SAMPLE_PASSPHRASE = 'the sample review is fictional';

async function pathOf(parts: WorkbenchParts, ref: string): Promise<string> {
  if (ref === 'start-file' && parts.startPath) return parts.startPath;
  const recent = readRecent(parts.ports.dataFolder).find((item) => recentRef(item.path) === ref);
  return recent ? recent.path : parts.ports.reviewPath(ref);
}

/** Opens a file and makes it the workbench's review; one that was open is closed first. */
async function adopt(parts: WorkbenchParts, path: string, key: RawKey, person: Person | null): Promise<{ reviewId: string }> {
  const who = person ?? parts.person;
  const review = await openReview(
    {
      path,
      who: who?.name ?? '',
      threads: parts.options.threads,
      dataFolder: parts.ports.dataFolder,
      now: () => parts.ports.now(),
      onRows: (event) => void parts.ring.publish('rows.changed', (seq: number) => ({ ...event, seq })),
    },
    key,
  );
  try {
    const about = (await review.core.query('review.get', {}, asSession(who), iso(parts))) as Review;
    if (parts.current.state === 'open') await closeOpen(parts);
    parts.person = who;
    const reference = about.reference || WITHOUT_REFERENCE;
    parts.current = { state: 'open', review, reviewId: about.id, reference };
    noteRecent(parts.ports.dataFolder, path, reference, iso(parts));
    if (!review.readOnly) await noteOpening(parts, review, who);
    parts.ring.publish('session.changed', { state: 'open' });
    return { reviewId: about.id };
  } catch (error) {
    await review.close();
    throw error;
  }
}

/** Windows leave a trace of who opened the review; one run of the command line leaves the file as it was. */
async function noteOpening(parts: WorkbenchParts, review: OpenedReview, who: Person | null): Promise<void> {
  await dailyBackup(parts, review);
  if (parts.options.threads) await review.core.write(noteActivity, { command: 'session.open' }, asSession(who), iso(parts));
}

/** A rolling copy at the first opening of a half-day; a review that cannot be copied can still be worked on. */
async function dailyBackup(parts: WorkbenchParts, review: OpenedReview): Promise<void> {
  try {
    if (parts.ports.now() - lastCopyMs(review.path) < BACKUP_EVERY_MS) return;
    await review.core.backup('opened', parts.ports.now());
  } catch {
    parts.ports.log({ level: 'error', event: 'backup-failed' });
  }
}

export async function closeOpen(parts: WorkbenchParts): Promise<void> {
  if (parts.current.state !== 'open') return;
  const { review } = parts.current;
  parts.current = { state: 'none' };
  await review.close();
}

export async function createReview(parts: WorkbenchParts, input: InputOf<'session.create'>): Promise<OutputOf<'session.create'>> {
  refuseWeak(input.passphrase);
  const path = await pathOf(parts, input.place);
  const author = input.person.role === 'reviewer' ? input.person : { name: '', post: '' };
  const seed = {
    title: input.title,
    reference: input.reference ?? '',
    profile: input.profile,
    partnership: input.partnership ?? '',
    subject: input.subject ?? '',
    scopeFrom: input.scopeFrom,
    scopeTo: input.scopeTo,
    authorName: author.name,
    authorPost: author.post,
  };
  const { key } = await createReviewFile(path, input.passphrase, seed, asSession(input.person), iso(parts));
  const { reviewId } = await adopt(parts, path, key, input.person);
  return { reviewId, recoverySheet: recoverySheet(seed.reference || WITHOUT_REFERENCE, key, iso(parts).slice(0, 10)) };
}

export async function openSample(
  parts: WorkbenchParts,
  progress: (label: string, done: number, total: number | null) => void,
): Promise<{ reviewId: string }> {
  const path = join(
    parts.ports.dataFolder,
    'sample',
    `Sample ${new Date(parts.ports.now()).toISOString().slice(0, 19).replace(/[:T]/g, '-')}.review`,
  );
  await makeSample(path, SAMPLE_PASSPHRASE, iso(parts), progress);
  return adopt(parts, path, await keyFor(path, { passphrase: SAMPLE_PASSPHRASE }), SAMPLE_PERSON);
}

/** Writes a copy of the sample review to a path; nothing is left behind where it fails. */
export async function makeSample(
  path: string,
  passphrase: string,
  now: string,
  progress: (label: string, done: number, total: number | null) => void,
): Promise<{ reviewId: string }> {
  try {
    return await fillSample(path, passphrase, now, progress);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'fileExists')) rmSync(path, { force: true });
    throw error;
  }
}

export async function openExisting(parts: WorkbenchParts, input: InputOf<'session.open'>): Promise<{ reviewId: string }> {
  const path = await pathOf(parts, input.place);
  if (input.passphrase === undefined && input.recovery === undefined) throw new AppError('passphraseNeeded');
  const key = await keyFor(
    path,
    input.passphrase === undefined ? { recovery: input.recovery! } : { passphrase: input.passphrase },
  );
  return adopt(parts, path, key, input.person ?? null);
}

/** Opens a file by its path: the command line's way in. */
export async function openPath(
  parts: WorkbenchParts,
  path: string,
  passphrase: string,
  person: Person | null,
): Promise<{ reviewId: string }> {
  return adopt(parts, path, await keyFor(path, { passphrase }), person);
}

export async function lockReview(parts: WorkbenchParts): Promise<void> {
  if (parts.current.state !== 'open') return;
  const { review, reviewId, reference } = parts.current;
  const { path } = review;
  await closeOpen(parts);
  parts.current = { state: 'locked', path, reviewId, reference };
  parts.ring.publish('session.changed', { state: 'locked' });
}

export async function unlockReview(parts: WorkbenchParts, passphrase: string): Promise<{ reviewId: string }> {
  if (parts.current.state !== 'locked') throw new AppError('notOpen');
  const { path } = parts.current;
  return adopt(parts, path, await keyFor(path, { passphrase }), parts.person);
}

/** The sheet and a new passphrase both ask for the passphrase again: an unattended window gives away no key. */
async function requirePassphrase(review: OpenedReview, passphrase: string): Promise<void> {
  const key = await deriveKey(passphrase, saltOf(review.path));
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
  if (digest(key.key) !== digest(review.key.key)) throw new AppError('wrongPassphrase');
}

export async function sheetOf(parts: WorkbenchParts, passphrase: string): Promise<RecoverySheet> {
  if (parts.current.state !== 'open') throw new AppError('notOpen');
  await requirePassphrase(parts.current.review, passphrase);
  return recoverySheet(parts.current.reference, parts.current.review.key, iso(parts).slice(0, 10));
}

export async function changePassphrase(
  parts: WorkbenchParts,
  input: InputOf<'session.changePassphrase'>,
): Promise<RecoverySheet> {
  if (parts.current.state !== 'open') throw new AppError('notOpen');
  const { review } = parts.current;
  const { path } = review;
  await requirePassphrase(review, input.passphrase);
  refuseWeak(input.newPassphrase);
  await review.core.backup('before a new passphrase', parts.ports.now());
  // The salt at the head of the file stays: rewriting pages under a new key leaves it where every SQLCipher tool looks for it.
  const key = await deriveKey(input.newPassphrase, saltOf(path));
  await review.core.rekey(key);
  const person = parts.person;
  await closeOpen(parts);
  await adopt(parts, path, key, person);
  return sheetOf(parts, input.newPassphrase);
}
