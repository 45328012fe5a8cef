import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '#shared/kernel/app-error.ts';

/**
 * A synchronised folder or a network share copies a file while it is written to, and breaks it. So the work is done on a
 * copy on this computer, and the whole file is written back, read again and compared, before it takes the old one's place.
 */
export type WorkingCopy = { path: string; writeBack(): void; discard(): void };

const SYNCHRONISED =
  /(^|[\\/])(OneDrive|SharePoint|Dropbox|Google ?Drive|My Drive|iCloud ?Drive|com~apple~CloudDocs|Nextcloud|ownCloud|Box( Sync)?|Egnyte)([ \-–][^\\/]*)?([\\/]|$)/i;
/** Linux magic numbers of network file systems: NFS, SMB, CIFS, SMB2, AFS, 9p. */
const NETWORK = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x01021997]);

export function needsWorkingCopy(reviewPath: string): boolean {
  const path = resolve(reviewPath);
  if (SYNCHRONISED.test(path) || reviewPath.startsWith('\\\\')) return true;
  try {
    return NETWORK.has(Number(statfsSync(dirname(path)).type) >>> 0);
  } catch {
    return false;
  }
}

const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/**
 * Makes, or after a crash adopts, the working copy of a review. `writeBack` throws `driveChanged` where the file in the
 * folder is no longer the one that was copied: both are kept.
 */
export function openWorkingCopy(reviewPath: string, dataFolder: string): WorkingCopy {
  const folder = join(dataFolder, 'working', createHash('sha256').update(resolve(reviewPath)).digest('hex').slice(0, 16));
  const path = join(folder, basename(reviewPath));
  const note = join(folder, 'copied-from.json');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const left = existsSync(path) && existsSync(note);
  // Work that a crash left here is newer than the folder's file, unless somebody else has written that since.
  if (!left || noteOf(note) !== digest(reviewPath)) {
    if (left) renameSync(path, join(folder, `left ${Date.now()} ${basename(reviewPath)}`));
    copyFileSync(reviewPath, path);
    writeFileSync(note, JSON.stringify({ sha256: digest(path) }), { mode: 0o600 });
  }
  return {
    path,
    writeBack: () => {
      const known = noteOf(note);
      const now = digest(path);
      if (now === known) return;
      if (existsSync(reviewPath) && digest(reviewPath) !== known) {
        const beside = join(
          dirname(reviewPath),
          `${basename(reviewPath, '.review')} kept ${new Date().toISOString().slice(0, 16).replaceAll(':', '')}.review`,
        );
        copyFileSync(path, beside);
        throw new AppError('driveChanged', { file: basename(beside) });
      }
      const part = join(dirname(reviewPath), `.${basename(reviewPath)}.part`);
      try {
        copyFileSync(path, part);
        const file = openSync(part, 'r+');
        fsyncSync(file);
        closeSync(file);
        if (digest(part) !== now) throw new AppError('writeFailed');
        renameSync(part, reviewPath);
      } catch (error) {
        rmSync(part, { force: true });
        throw error instanceof AppError ? error : new AppError('writeFailed');
      }
      writeFileSync(note, JSON.stringify({ sha256: now }), { mode: 0o600 });
    },
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function noteOf(path: string): string {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as { sha256: string }).sha256;
  } catch {
    return '';
  }
}
