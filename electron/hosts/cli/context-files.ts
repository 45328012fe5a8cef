import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '#shared/kernel/app-error.ts';
import type { ErrorCode } from '#shared/kernel/error-table.ts';

/** The bytes of a file named on the command line. Throws `fileMissing` with its name, never its folder. */
export function readFile(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    throw new AppError('fileMissing', { file: basename(path) });
  }
}

/** What goes wrong with a review file as a whole, and so names it. */
const ABOUT_THE_FILE: readonly ErrorCode[] = [
  'fileExists',
  'fileMissing',
  'wrongPassphrase',
  'notAReview',
  'damaged',
  'newerFile',
  'writeFailed',
];

/** Names the review file in the details of whatever goes wrong with it: its name, never its folder. */
export async function aboutFile<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || !ABOUT_THE_FILE.includes(error.code) || error.details['file'] !== undefined) throw error;
    throw new AppError(error.code, { ...error.details, file: basename(path) });
  }
}
