import { isUtf8 } from 'node:buffer';
import { AppError } from '#shared/kernel/app-error.ts';
import { bytePieces, type ByteSource } from './byte-source.ts';
import { decodeDos, isDos } from './dos-letters.ts';

export type TextEncoding = {
  label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh' | 'iso-8859-15' | 'cp850';
  skip: number;
  damaged: boolean;
};

/** The byte order mark alone: enough for looking at a file's first words. */
export function sniffMark(bytes: Uint8Array): { label: TextEncoding['label']; skip: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { label: 'utf-8', skip: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { label: 'utf-16le', skip: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { label: 'utf-16be', skip: 2 };
  return { label: 'windows-1252', skip: 0 };
}

/**
 * How a text file's letters are stored: its mark, else zero bytes in every other place (UTF-16), else UTF-8 if it is that
 * throughout, else what Excel for Windows writes. Other zero bytes mean that it is no text file.
 */
export function sniffEncoding(bytes: Uint8Array): TextEncoding {
  const [a, b, c] = [bytes[0], bytes[1], bytes[2]];
  if (a === 0xef && b === 0xbb && c === 0xbf) return utf8(bytes.subarray(3), 3);
  if (a === 0xff && b === 0xfe) return { label: 'utf-16le', skip: 2, damaged: false };
  if (a === 0xfe && b === 0xff) return { label: 'utf-16be', skip: 2, damaged: false };
  if (bytes.includes(0)) {
    const head = bytes.subarray(0, 2_000);
    const zeros = [0, 0];
    for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2]!++;
    const half = head.length / 2;
    if (zeros[1]! > half * 0.7 && zeros[0]! < half * 0.05) return { label: 'utf-16le', skip: 0, damaged: false };
    if (zeros[0]! > half * 0.7 && zeros[1]! < half * 0.05) return { label: 'utf-16be', skip: 0, damaged: false };
    throw noText();
  }
  return utf8(bytes, 0);
}

export function noText(): AppError {
  return new AppError('unreadableFile', { why: 'it is not a text file', wanted: 'a CSV file saved as “CSV UTF-8”' });
}

/** Zero bytes with which some exporters fill up their fields, their rows or the file: they stand behind everything else there. */
export function withoutPadding(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(0) || sniffMark(bytes).label.startsWith('utf-16')) return bytes;
  const ends = (c: number | undefined): boolean => c === undefined || c === 0x0d || c === 0x0a || c === 0x22 || DELIMITERS.has(c);
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    let end = i;
    while (bytes[end] === 0 && end < bytes.length) end++;
    if (end > i && !ends(bytes[end])) return bytes;
    if (end > i) i = end - 1;
    else out[length++] = bytes[i]!;
  }
  return out.subarray(0, length);
}

const DELIMITERS: ReadonlySet<number> = new Set([...',;\t|^~'].map((mark) => mark.charCodeAt(0)));

function utf8(bytes: Uint8Array, skip: number): TextEncoding {
  if (isUtf8(bytes)) return { label: 'utf-8', skip, damaged: false };
  // A bad byte in a file that is otherwise plainly UTF-8: keep the letters, show the loss, say so. In Windows-1252 text
  // letters that happen to follow one another as UTF-8 asks are very rare.
  const { good, bad } = countSequences(bytes);
  if (skip > 0 || good > bad) return { label: 'utf-8', skip, damaged: true };
  if (isDos(bytes)) return { label: 'cp850', skip: 0, damaged: false };
  if (isMacRoman(bytes)) return { label: 'macintosh', skip: 0, damaged: false };
  return { label: hasLatinEuro(bytes) ? 'iso-8859-15' : 'windows-1252', skip: 0, damaged: false };
}

/**
 * Mac Roman keeps its quotation marks and dashes where Windows has capital letters with accents. Such a capital between small
 * letters ("MotherÕs"), or alone between blanks, is no writing of these islands.
 */
function isMacRoman(bytes: Uint8Array): boolean {
  let mac = 0;
  let windows = 0;
  const small = (c: number | undefined): boolean => c !== undefined && c >= 0x61 && c <= 0x7a;
  const blank = (c: number | undefined): boolean => c === undefined || c <= 0x2c;
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i]!;
    if (c < 0x80) continue;
    const [before, after] = [bytes[i - 1], bytes[i + 1]];
    if ((c === 0xd5 && small(before)) || ((c === 0xd0 || c === 0xd1) && blank(before) && blank(after))) mac++;
    else if (((c === 0xd2 || c === 0xd4) && blank(before) && !blank(after)) || (c === 0xd3 && !blank(before) && blank(after)))
      mac++;
    else if (c >= 0x87 && c <= 0x9f && small(before) && small(after) && c !== 0x92 && c !== 0x96 && c !== 0x97) mac++;
    else if ((c >= 0x91 && c <= 0x97) || c === 0x85 || (c >= 0xe0 && small(before))) windows++;
  }
  return mac > windows;
}

/** ISO 8859-15 keeps the euro where Windows has ¤, which nobody writes; and it has nothing where Windows keeps its quotes. */
function hasLatinEuro(bytes: Uint8Array): boolean {
  return bytes.includes(0xa4) && !bytes.some((byte) => byte >= 0x80 && byte <= 0x9f);
}

function countSequences(bytes: Uint8Array): { good: number; bad: number } {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    let follow = 1;
    while (follow < length && (bytes[i + follow]! & 0xc0) === 0x80) follow++;
    if (length > 0 && follow === length) {
      good++;
      i += length - 1;
    } else bad++;
  }
  return { good, bad };
}

/**
 * Whether it is UTF-8 to its last byte, without zeros: then it can be read piece by piece. All of it is looked at before a
 * letter is read, as a file may be plain up to its last row.
 */
export function isPlainUtf8(source: ByteSource, to: number): boolean {
  /** A letter that goes on in the next piece. */
  let begun: Uint8Array = new Uint8Array();
  for (const piece of bytePieces(source, 0, to)) {
    const bytes = begun.length > 0 ? Buffer.concat([begun, piece]) : piece;
    const end = bytes.length - unfinished(bytes);
    if (bytes.includes(0) || !isUtf8(bytes.subarray(0, end))) return false;
    begun = Uint8Array.from(bytes.subarray(end));
  }
  return begun.length === 0;
}

/** How many bytes at the end belong to a letter that is not all there. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const c = bytes[bytes.length - back]!;
    if (c < 0x80) return 0;
    if (c >= 0xc0) return (c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

/** The text up to a place, piece by piece, so that a large file is never held twice. */
export function* decodePieces(source: ByteSource, { label, skip }: TextEncoding, to: number, size?: number): Generator<string> {
  if (label === 'cp850') {
    for (const piece of bytePieces(source, 0, to, size)) yield decodeDos(piece);
    return;
  }
  const decoder = new TextDecoder(label);
  for (const piece of bytePieces(source, skip, to, size)) yield decoder.decode(piece, { stream: true });
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
