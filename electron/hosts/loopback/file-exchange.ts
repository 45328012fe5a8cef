import { createWriteStream } from 'node:fs';
import { unlink } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { basename, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#shared/kernel/app-error.ts';
import { FILE_PURPOSES, type FilePurpose, type PickedFile } from '#shared/rpc/host-bridge.ts';
import { reviewsFolder } from '../common/data-folder.ts';
import { FILE_LIMIT, type FileShelf } from '../common/file-shelf.ts';
import type { ReviewPlaces } from '../common/review-places.ts';
import { freeReviewPath, safeFileName } from '../common/safe-name.ts';

/** A review carries the agencies' originals; it is streamed to the disk, encrypted as it is. */
export const REVIEW_LIMIT = 4 * 1024 * 1024 * 1024;

export type FileExchange = {
  upload(request: IncomingMessage, query: URLSearchParams): Promise<PickedFile>;
  place(query: URLSearchParams): PickedFile;
};

export type ExchangeParts = {
  shelf: FileShelf;
  places: ReviewPlaces;
  dataFolder: string;
  fileLimit?: number;
  reviewLimit?: number;
};

/** Files between the browser and the core. The page is told a ref, a name and a size. */
export function createFileExchange(parts: ExchangeParts): FileExchange {
  const { shelf, places, dataFolder, fileLimit = FILE_LIMIT, reviewLimit = REVIEW_LIMIT } = parts;
  const folder = reviewsFolder(dataFolder);
  return {
    async upload(request, query) {
      const purpose = purposeOf(query.get('purpose'));
      const name = safeFileName(query.get('name') ?? '', 'file');
      if (purpose !== 'review') {
        const bytes = await readBody(request, fileLimit);
        return { ref: shelf.receive(name, { bytes }), name, size: bytes.length };
      }
      const path = freeReviewPath(folder, name, places.isHeld);
      const size = await streamBody(request, path, reviewLimit);
      return { ref: places.hold(path), name: basename(path), size, kept: `a copy in ${relative(dataFolder, path)}` };
    },
    place(query) {
      const path = freeReviewPath(folder, query.get('name') ?? '', places.isHeld);
      return { ref: places.hold(path), name: basename(path), size: 0 };
    },
  };
}

function purposeOf(text: string | null): FilePurpose {
  const purpose = FILE_PURPOSES.find((known) => known === text);
  if (purpose === undefined) throw new AppError('badInput', { where: 'purpose' });
  return purpose;
}

const refuse = (limit: number): AppError => new AppError('fileTooLarge', { limit: `${Math.round(limit / 1024 / 1024)} MB` });

function declared(request: IncomingMessage, limit: number): void {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw refuse(limit);
}

async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  declared(request, limit);
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of request as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > limit) throw refuse(limit);
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('closed');
  }
  if (!request.complete) throw new AppError('closed');
  return Buffer.concat(parts, size);
}

/** Into a file that was not there before; nothing is left of one that did not arrive whole. */
async function streamBody(request: IncomingMessage, path: string, limit: number): Promise<number> {
  declared(request, limit);
  let size = 0;
  async function* counted(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const part of source) {
      size += part.length;
      if (size > limit) throw refuse(limit);
      yield part;
    }
    if (!request.complete) throw new AppError('closed');
  }
  try {
    await pipeline(request, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return size;
  } catch (error) {
    await unlink(path).catch(() => undefined);
    throw error instanceof AppError ? error : new AppError('writeFailed');
  }
}
