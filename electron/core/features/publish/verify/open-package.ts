import { crc32, inflateRawSync } from 'node:zlib';
import { AppError } from '#shared/kernel/app-error.ts';
import { type CentralEntry, readDirectory, readEnd, readLocal } from './zip-records.ts';

export type PackagePart = { name: string; bytes: Uint8Array };
/** Something that an honest Word file does not have, in words that follow "this file …". */
export type Oddity = { part: string; about: string };
export type OpenedPackage = { parts: PackagePart[]; oddities: Oddity[]; loose: PackagePart[] };

const LIMITS = { entries: 4000, bytes: 400_000_000, ratio: 250, ratioFrom: 5_000_000 };

/**
 * The publication's own reader of a zip, stricter than any that opens a file to use it, and on purpose not the importer's:
 * two readers with one mistake would agree. Whatever a reader could see differently from another is reported.
 */
export function openPackage(bytes: Uint8Array): OpenedPackage {
  refuseOther(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = readEnd(view);
  if (end === null) throw isZip(bytes) ? unreadable('its end is missing') : unsupported('this kind of file');
  if (end.entries > LIMITS.entries) throw new AppError('fileTooLarge', { limit: `${LIMITS.entries} parts` });
  const entries = readDirectory(view, bytes, end) ?? fail('its list of parts is broken');
  const out: OpenedPackage = { parts: [], oddities: [], loose: [] };
  if (end.commentLength > 0) {
    out.oddities.push({ part: '(the file itself)', about: 'carries a comment on the whole archive' });
    out.loose.push({ name: '(comment of the archive)', bytes: bytes.subarray(end.at + 22, end.at + 22 + end.commentLength) });
  }
  const covered: [number, number][] = [
    [end.directory, end.directory + end.size],
    [end.at, end.at + 22 + end.commentLength],
  ];
  let total = 0;
  for (const entry of entries) {
    const data = readEntry(view, bytes, entry, out, covered);
    total += data.length;
    if (total > LIMITS.bytes) throw new AppError('fileTooLarge', { limit: '400 MB unpacked' });
    if (!entry.name.endsWith('/')) out.parts.push({ name: entry.name, bytes: data });
    else if (data.length > 0) out.oddities.push({ part: entry.name, about: 'has a folder that holds data' });
  }
  sameNames(entries, out);
  gaps(bytes, covered, out);
  return out;
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

function refuseOther(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.length)).toString('hex');
  if (head.startsWith('d0cf11e0a1b11ae1')) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (text.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
      throw new AppError(
        'encryptedFile',
        {},
        'This file has a password and could not be read. Save it without one, then check it again.',
      );
    }
    throw unsupported('an old Word file (.doc)');
  }
}

export function unsupported(kind: string): AppError {
  const wanted = 'a Word document (.docx)';
  return new AppError(
    'unsupportedFile',
    { kind, wanted },
    `Plumbline cannot check ${kind}. Save it as ${wanted}, then check it again.`,
  );
}

export function unreadable(why: string): AppError {
  const message = `This file could not be read: ${why}. Open it in Word, save it again as a Word document (.docx), then check it again.`;
  return new AppError('unreadableFile', { why }, message);
}

function fail(why: string): never {
  throw unreadable(why);
}

function readEntry(
  view: DataView,
  bytes: Uint8Array,
  entry: CentralEntry,
  out: OpenedPackage,
  covered: [number, number][],
): Uint8Array {
  const odd = (about: string): void => void out.oddities.push({ part: entry.name, about });
  if (entry.flags & 0x2041) {
    throw new AppError(
      'encryptedFile',
      {},
      'This file has a password and could not be read. Save it without one, then check it again.',
    );
  }
  const local = readLocal(view, bytes, entry.offset) ?? fail('a part is not where the list says');
  const end = local.data + entry.packed;
  if (end > bytes.length) fail('a part is cut off');
  if (local.name !== entry.name) odd('names a part twice, differently');
  if (local.method !== entry.method || ((local.flags ^ entry.flags) & 0x0009) !== 0) odd('describes a part twice, differently');
  const described = (local.flags & 8) !== 0;
  if (!described && (local.packed !== entry.packed || local.size !== entry.size || local.crc !== entry.crc)) {
    odd('gives two lengths or checks for one part');
  }
  if (entry.comment.length > 0) {
    odd('carries a comment on a part');
    out.loose.push({ name: `${entry.name} (comment)`, bytes: entry.comment });
  }
  for (const extra of [entry.extra, local.extra])
    if (extra.length > 0) out.loose.push({ name: `${entry.name} (extra data)`, bytes: extra });
  if (/^[/\\]|\\|(^|\/)\.\.?(\/|$)|^[a-z]:/i.test(entry.name)) odd('has a part with the name of a path');
  covered.push([entry.offset, end + (described ? descriptorLength(view, end, entry) : 0)]);
  return inflate(bytes.subarray(local.data, end), entry, odd);
}

/** The sizes after the data, where the writer did not know them before: with or without its signature. */
function descriptorLength(view: DataView, at: number, entry: CentralEntry): number {
  const u32 = (p: number): number => (p + 4 <= view.byteLength ? view.getUint32(p, true) : -1);
  if (u32(at) === 0x08074b50 && u32(at + 4) === entry.crc) return 16;
  return u32(at) === entry.crc ? 12 : 0;
}

function inflate(packed: Uint8Array, entry: CentralEntry, odd: (about: string) => void): Uint8Array {
  if (entry.size > LIMITS.bytes) throw new AppError('fileTooLarge', { limit: '400 MB unpacked' });
  if (entry.size > LIMITS.ratioFrom && entry.size > packed.length * LIMITS.ratio) {
    throw new AppError(
      'hostileFile',
      { why: 'a part unpacks to far more than an honest one' },
      'This file was refused because a part unpacks to far more than an honest one does.',
    );
  }
  let data: Uint8Array;
  if (entry.method === 0) data = packed;
  else if (entry.method === 8) {
    try {
      const { buffer, engine } = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size), info: true }) as unknown as {
        buffer: Buffer;
        engine: { bytesWritten: number };
      };
      data = buffer;
      if (engine.bytesWritten < packed.length) odd('hides data after the end of a part');
    } catch {
      return fail('a part cannot be unpacked, or unpacks to more than it says');
    }
  } else return fail('a part is packed in a way that Word does not use');
  if (data.length !== entry.size || crc32(data) !== entry.crc) fail('a part is not what its check says');
  return data;
}

function sameNames(entries: readonly CentralEntry[], out: OpenedPackage): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const key = name.normalize('NFC').toLowerCase();
    if (seen.has(key)) out.oddities.push({ part: name, about: 'has two parts of one name' });
    seen.add(key);
  }
}

/** Bytes that no entry owns, and bytes that two own. */
function gaps(bytes: Uint8Array, covered: [number, number][], out: OpenedPackage): void {
  let at = 0;
  for (const [from, to] of covered.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    if (from > at) loose(at, from);
    if (from < at) out.oddities.push({ part: '(the file itself)', about: 'has parts that lie over one another' });
    at = Math.max(at, to);
  }
  if (at < bytes.length) loose(at, bytes.length);
  function loose(from: number, to: number): void {
    out.oddities.push({ part: '(the file itself)', about: 'holds data outside its parts' });
    out.loose.push({ name: '(outside the parts)', bytes: bytes.subarray(from, to) });
  }
}
