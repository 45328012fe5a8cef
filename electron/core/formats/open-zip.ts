import { crc32, inflateRawSync } from 'node:zlib';
import { AppError } from '#shared/kernel/app-error.ts';
import { readZipDirectory, type ZipRecord } from './zip-directory.ts';

/** Caps on what a zip may claim and what it may become. */
export type ZipLimits = {
  maxEntries: number;
  /** One part, uncompressed. */
  maxPartBytes: number;
  /** All parts together as declared, pictures included. */
  maxTotalBytes: number;
  /** Uncompressed ÷ compressed; looked at only in parts larger than `ratioFrom`, as small parts are often nearly empty. */
  maxRatio: number;
  ratioFrom: number;
};

/** Repetitive table XML from Word packs to about 1:60, at worst 1:200; deflate itself ends near 1:1030. */
export const ZIP_LIMITS: ZipLimits = {
  maxEntries: 5_000,
  maxPartBytes: 120_000_000,
  maxTotalBytes: 1_000_000_000,
  maxRatio: 500,
  ratioFrom: 4_000_000,
};

export type ZipArchive = {
  /** Part names in the order of the directory; folders are left out. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Uncompressed size as declared; 0 for a part that is not there. */
  sizeOf(name: string): number;
  /** The part's bytes, inflated within the caps and checked against its checksum. Throws `unreadableFile` if absent. */
  read(name: string): Uint8Array;
};

/**
 * Opens a zip from bytes without trusting it. Nothing is inflated until it is asked for.
 * Throws AppErrors (`unreadableFile`, `encryptedFile`, `hostileFile`, `fileTooLarge`) whose details say why.
 */
export function openZip(bytes: Uint8Array, limits: Partial<ZipLimits> = {}): ZipArchive {
  const caps = { ...ZIP_LIMITS, ...limits };
  const records = readZipDirectory(bytes, caps.maxEntries);
  const byName = new Map<string, ZipRecord>();
  let total = 0;
  for (const record of records) {
    // Two parts of one name: what one program shows is not what another checks.
    const key = record.name.toLowerCase();
    if (byName.has(key)) throw new AppError('hostileFile', { why: 'it holds two parts of the same name' });
    byName.set(key, record);
    total += record.size;
    if (record.size > caps.ratioFrom && record.size > record.packedSize * caps.maxRatio) {
      throw new AppError('hostileFile', { why: 'a small part of it unpacks to an enormous one' });
    }
  }
  if (total > caps.maxTotalBytes) throw new AppError('fileTooLarge', { limit: megabytes(caps.maxTotalBytes) });
  refuseOverlap(records);

  const find = (name: string): ZipRecord | undefined => byName.get(name.toLowerCase());
  return {
    names: records.filter((r) => !r.name.endsWith('/')).map((r) => r.name),
    has: (name) => find(name) !== undefined,
    sizeOf: (name) => find(name)?.size ?? 0,
    read: (name) => {
      const record = find(name);
      if (!record) throw new AppError('unreadableFile', { why: 'a part that it needs is missing', part: name });
      return inflate(bytes, record, caps);
    },
  };
}

function inflate(bytes: Uint8Array, record: ZipRecord, caps: ZipLimits): Uint8Array {
  if (record.size > caps.maxPartBytes) throw new AppError('fileTooLarge', { limit: megabytes(caps.maxPartBytes) });
  const packed = bytes.subarray(record.dataStart, record.dataStart + record.packedSize);
  let out: Uint8Array;
  if (record.method === 0) out = packed;
  else {
    try {
      // One chunk of the declared size: no second copy; the output cap stops what lies about its size.
      out = inflateRawSync(packed, {
        maxOutputLength: Math.max(record.size, 1),
        chunkSize: Math.max(64, Math.min(record.size + 1, caps.maxPartBytes + 1)),
      });
    } catch (error) {
      if (error instanceof RangeError) throw new AppError('hostileFile', { why: 'a part of it is larger inside than it says' });
      throw new AppError('unreadableFile', { why: 'its inside is damaged' });
    }
  }
  if (out.length !== record.size || crc32(out) !== record.crc) {
    throw new AppError('unreadableFile', { why: 'its inside is damaged' });
  }
  return out;
}

/** Parts that share bytes are the trick of the small file that unpacks to terabytes. */
function refuseOverlap(records: readonly ZipRecord[]): void {
  const sorted = [...records].sort((a, b) => a.headerStart - b.headerStart);
  let end = 0;
  for (const record of sorted) {
    if (record.headerStart < end) throw new AppError('hostileFile', { why: 'parts of it lie over one another' });
    end = record.dataStart + record.packedSize;
  }
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
