import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createHash } from 'node:crypto';

/** Reviews opened on this computer: by reference only, nothing of their content. */
type Recent = { path: string; reference: string; openedAt: string };
const KEPT = 12;

const fileOf = (dataFolder: string): string => join(dataFolder, 'recent.json');
/** The page names a recent review by a digest of its path. */
export const recentRef = (path: string): string =>
  `recent-${createHash('sha256').update(resolve(path)).digest('hex').slice(0, 32)}`;

export function readRecent(dataFolder: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(readFileSync(fileOf(dataFolder), 'utf8'));
    return Array.isArray(kept)
      ? (kept as Recent[]).filter((item) => typeof item?.path === 'string' && typeof item.reference === 'string')
      : [];
  } catch {
    return [];
  }
}

export function noteRecent(dataFolder: string, path: string, reference: string, at: string): void {
  const rest = readRecent(dataFolder).filter((item) => resolve(item.path) !== resolve(path));
  const file = fileOf(dataFolder);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.part`, JSON.stringify([{ path: resolve(path), reference, openedAt: at }, ...rest].slice(0, KEPT)), {
    mode: 0o600,
  });
  renameSync(`${file}.part`, file);
}
