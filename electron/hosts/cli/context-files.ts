import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '#shared/kernel/app-error.ts';

/** The bytes of a file named on the command line. Throws `fileMissing` with its name, never its folder. */
export function readFile(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    throw new AppError('fileMissing', { file: basename(path) });
  }
}
