import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import type { Finding } from './finding.ts';

/** What a picture carries beside its dots. Null: nothing known. */
export function pictureFindings(part: string, bytes: Uint8Array): Finding[] {
  const carried = jpeg(bytes) ?? png(bytes) ?? gif(bytes);
  return (carried ?? []).map((about) => ({ part, kind: 'pictureMetadata', message: `A picture carries ${about}.` }));
}

/** Bytes of a picture that hold words, without its dots: noise must not be searched for names. */
export function wordsOfPicture(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [];
  if (jpeg(bytes, (segment) => kept.push(segment)) ?? png(bytes, (chunk) => kept.push(chunk))) return Buffer.concat(kept);
  return null;
}

function jpeg(bytes: Uint8Array, each: (segment: Uint8Array) => void = () => {}): string[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const found: string[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) break;
    const length = view.getUint16(at + 2);
    const segment = bytes.subarray(at + 4, at + 2 + length);
    const head = Buffer.from(segment.subarray(0, 32)).toString('latin1');
    if (marker === 0xe1 && head.startsWith('Exif')) found.push('camera data (Exif): place, time or device');
    else if (marker === 0xe1 && head.startsWith('http://ns.adobe')) found.push('editing data (XMP)');
    else if (marker === 0xed) found.push('caption data (IPTC)');
    else if (marker === 0xfe) found.push('a comment');
    if (marker >= 0xe0 && marker !== 0xe2) each(segment);
    at += 2 + Math.max(2, length);
  }
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf(Buffer.from([0xff, 0xd9]));
  if (end >= 0 && bytes.length - end - 2 > 16) {
    found.push('data after its end');
    each(bytes.subarray(end + 2));
  }
  return found;
}

function png(bytes: Uint8Array, each: (chunk: Uint8Array) => void = () => {}): string[] | null {
  if (Buffer.from(bytes.subarray(0, 8)).toString('hex') !== '89504e470d0a1a0a') return null;
  const found: string[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    const data = bytes.subarray(at + 8, Math.min(bytes.length, at + 8 + length));
    const keyword = Buffer.from(data.subarray(0, 79)).toString('latin1').split('\0')[0] ?? '';
    if (type === 'eXIf') found.push('camera data (Exif): place, time or device');
    else if (/^(tEXt|zTXt|iTXt)$/.test(type) && !/^(Software|date:.*)$/.test(keyword)) found.push('words that do not show');
    if (!/^(IDAT|IHDR|PLTE|fdAT)$/.test(type)) each(type === 'zTXt' || type === 'iTXt' ? unpacked(data) : data);
    at += 12 + length;
    if (type === 'IEND') break;
  }
  if (at < bytes.length) {
    found.push('data after its end');
    each(bytes.subarray(at));
  }
  return found;
}

/** Words in a PNG may be packed after their keyword; whatever does not unpack is read as it is. */
function unpacked(data: Uint8Array): Uint8Array {
  for (let at = data.indexOf(0x78); at >= 0 && at < 200; at = data.indexOf(0x78, at + 1)) {
    try {
      return Buffer.concat([data, Buffer.from(' '), inflateSync(data.subarray(at), { maxOutputLength: 10_000_000 })]);
    } catch {
      // Not the beginning of the packed words: look for the next.
    }
  }
  return data;
}

function gif(bytes: Uint8Array): string[] | null {
  if (!/^GIF8[79]a/.test(Buffer.from(bytes.subarray(0, 6)).toString('latin1'))) return null;
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(Buffer.from([0x21, 0xfe]));
  return at >= 0 ? ['a comment'] : [];
}

/** Thumbnails that ship with an empty template: pictures of a blank page. */
const BLANK_PAGES = new Set(['96367138dc44ce09bf2c8f0f8e49348a1478d2c5c0af69bbc2bbc38b63cdcead']);

export function isBlankPage(bytes: Uint8Array): boolean {
  return BLANK_PAGES.has(createHash('sha256').update(bytes).digest('hex'));
}
