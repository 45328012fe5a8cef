import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { AppError } from '#shared/kernel/app-error.ts';

/** Where samples, new reviews, the recent list and working copies live; readable by its owner alone. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env): string {
  const set = env['PLUMBLINE_HOME'];
  const folder = set ? resolve(set) : join(homedir(), 'Plumbline');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    mkdirSync(reviewsFolder(folder), { recursive: true, mode: 0o700 });
  } catch {
    throw new AppError('writeFailed');
  }
  return folder;
}

export function reviewsFolder(folder: string): string {
  return join(folder, 'reviews');
}
