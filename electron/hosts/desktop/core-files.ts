import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '#shared/kernel/app-error.ts';
import type { FilePurpose, PickedFile } from '#shared/rpc/host-bridge.ts';
import { reviewsFolder } from '../common/data-folder.ts';
import { FILE_LIMIT, type FileShelf } from '../common/file-shelf.ts';
import type { ReviewPlaces } from '../common/review-places.ts';
import { freeReviewPath, safeFileName } from '../common/safe-name.ts';
import { writeAtomic } from '../common/write-atomic.ts';
import type { FileQuestion } from './core-messages.ts';

export type CoreFiles = { shelf: FileShelf; places: ReviewPlaces; dataFolder: string };

/** Answers main's questions about files, beside the core. */
export async function answerFiles(files: CoreFiles, question: FileQuestion): Promise<unknown> {
  switch (question.what) {
    case 'holdPaths':
      return await Promise.all(question.paths.map((path) => holdPath(files, question.purpose, path)));
    case 'holdBytes':
      return await holdBytes(files, question);
    case 'holdPlace': {
      const path = /\.review$/i.test(question.path) ? question.path : `${question.path}.review`;
      return { ref: files.places.hold(path), name: basename(path), size: 0 } satisfies PickedFile;
    }
    case 'hasResult':
      return files.shelf.hasDelivered(question.ref);
    case 'saveResult': {
      const file = files.shelf.takeDelivered(question.ref);
      if (!file) throw new AppError('fileMissing');
      await writeAtomic(question.path, file.bytes);
      return true;
    }
  }
}

async function holdPath(files: CoreFiles, purpose: FilePurpose, path: string): Promise<PickedFile> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new AppError('fileMissing');
  const name = basename(path);
  if (purpose === 'review') return { ref: files.places.hold(path), name, size: found.size };
  if (found.size > FILE_LIMIT) throw new AppError('fileTooLarge', { limit: '200 MB' });
  return { ref: files.shelf.receive(name, { path }), name, size: found.size };
}

/** A file that was dropped from where there is no path, such as a mail: a review of this kind is kept as a copy. */
async function holdBytes(
  files: CoreFiles,
  { purpose, name, bytes }: Extract<FileQuestion, { what: 'holdBytes' }>,
): Promise<PickedFile> {
  const safe = safeFileName(name, 'file');
  if (bytes.length > FILE_LIMIT) throw new AppError('fileTooLarge', { limit: '200 MB' });
  if (purpose !== 'review') return { ref: files.shelf.receive(safe, { bytes }), name: safe, size: bytes.length };
  const path = freeReviewPath(reviewsFolder(files.dataFolder), safe, files.places.isHeld);
  await writeAtomic(path, bytes);
  return {
    ref: files.places.hold(path),
    name: basename(path),
    size: bytes.length,
    kept: 'a copy in the Plumbline folder, under reviews',
  };
}
