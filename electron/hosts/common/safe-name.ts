import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Names that Windows keeps for devices, whatever ending they carry. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name that is one file in one folder on every system: no separators, controls or leading dots. */
export function safeFileName(name: string, fallback: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff<>:"|?*]/g, '')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  if (clean === '' || DEVICE.test(clean)) return fallback;
  const dot = clean.lastIndexOf('.');
  const ending = dot > 0 && clean.length - dot <= 12 ? clean.slice(dot) : '';
  // 180 bytes leave room for our own endings under the 255 of common file systems.
  let stem = clean.slice(0, clean.length - ending.length);
  while (Buffer.byteLength(stem + ending) > 180) stem = [...stem].slice(0, -1).join('');
  return stem === '' ? fallback : stem + ending;
}

/** Name of a review file that is not taken in the folder: "A.review", "A 2.review", … */
export function freeReviewPath(folder: string, suggested: string, taken: (path: string) => boolean = () => false): string {
  const stem = safeFileName(suggested, 'Review').replace(/\.review$/i, '') || 'Review';
  for (let n = 1; ; n++) {
    const path = join(folder, `${n === 1 ? stem : `${stem} ${n}`}.review`);
    if (!existsSync(path) && !taken(path)) return path;
  }
}
