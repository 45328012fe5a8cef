import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};

export type PageFile = { type: string; bytes: Buffer };
export type PageFiles = { index: string; find(path: string): PageFile | null };

/**
 * The built page. What may be served is listed once, from the folder itself: a request's path is only ever looked up
 * in that list, so no way of writing `..` leads out of it.
 */
export function loadPageFiles(folder: string): PageFiles {
  const listed = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || TYPES[extname(entry.name)] === undefined) continue;
    const full = join(entry.parentPath, entry.name);
    listed.set(`/${relative(folder, full).split(sep).join('/')}`, full);
  }
  const held = new Map<string, PageFile>();
  return {
    index: readFileSync(join(folder, 'index.html'), 'utf8'),
    find(path) {
      const ready = held.get(path);
      if (ready) return ready;
      const full = listed.get(path);
      if (full === undefined || path === '/index.html') return null;
      const bytes = bytesOf(full);
      if (bytes === null) return null;
      const file = { type: TYPES[extname(full)] ?? 'application/octet-stream', bytes };
      held.set(path, file);
      return file;
    },
  };
}

/** Null where the file has gone since it was listed, as when the program is replaced under a running one: that is not found, no fault. */
function bytesOf(full: string): Buffer | null {
  try {
    return readFileSync(full);
  } catch {
    return null;
  }
}
