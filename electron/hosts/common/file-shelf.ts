import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { AppError } from '#shared/kernel/app-error.ts';
import type { ReceivedFile } from '#core/ports.ts';

/** A file comes in as bytes (browser) or as the path that a native dialog gave (desktop). */
export type Source = { bytes: Uint8Array } | { path: string };
export const FILE_LIMIT = 200 * 1024 * 1024;

export type FileShelf = {
  receive(name: string, source: Source): string;
  /** As often as the core asks, until its time is over. */
  received(ref: string): Promise<ReceivedFile>;
  deliver(file: ReceivedFile): string;
  /** Once. */
  takeDelivered(ref: string): ReceivedFile | null;
  hasDelivered(ref: string): boolean;
  clear(): void;
};

export type ShelfOptions = { now(): number; receivedForMs?: number; deliveredForMs?: number; mostBytes?: number };

type Held<T> = { until: number; what: T };

/** What the host holds for the page, by names that cannot be guessed. In memory only: it is case material. */
export function createFileShelf(options: ShelfOptions): FileShelf {
  const { now, receivedForMs = 60 * 60_000, deliveredForMs = 5 * 60_000, mostBytes = 3 * FILE_LIMIT } = options;
  const incoming = new Map<string, Held<{ name: string; source: Source }>>();
  const outgoing = new Map<string, Held<ReceivedFile>>();

  function tidy(): void {
    const at = now();
    for (const shelf of [incoming, outgoing]) for (const [ref, held] of shelf) if (held.until <= at) shelf.delete(ref);
    let bytes = 0;
    for (const [ref, held] of [...incoming].reverse()) {
      bytes += 'bytes' in held.what.source ? held.what.source.bytes.length : 0;
      if (bytes > mostBytes) incoming.delete(ref);
    }
  }

  return {
    receive(name, source) {
      const ref = newRef();
      incoming.set(ref, { until: now() + receivedForMs, what: { name, source } });
      tidy();
      return ref;
    },
    async received(ref) {
      tidy();
      const held = incoming.get(ref)?.what;
      if (!held) throw new AppError('fileMissing');
      if ('bytes' in held.source) return { name: held.name, bytes: held.source.bytes };
      return { name: held.name, bytes: await readWhole(held.source.path) };
    },
    deliver(file) {
      tidy();
      const ref = newRef();
      outgoing.set(ref, { until: now() + deliveredForMs, what: file });
      return ref;
    },
    takeDelivered(ref) {
      tidy();
      const held = outgoing.get(ref);
      outgoing.delete(ref);
      return held?.what ?? null;
    },
    hasDelivered(ref) {
      tidy();
      return outgoing.has(ref);
    },
    clear() {
      incoming.clear();
      outgoing.clear();
    },
  };
}

/** 192 random bits, safe in a URL. */
export function newRef(): string {
  return randomBytes(24).toString('base64url');
}

async function readWhole(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new AppError('fileMissing');
  if (found.size > FILE_LIMIT) throw new AppError('fileTooLarge', { limit: '200 MB' });
  return await readFile(path).catch(() => {
    throw new AppError('fileMissing');
  });
}
