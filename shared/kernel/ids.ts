/**
 * Ids are UUIDv7 (RFC 9562, May 2024): time-ordered, made by the caller so that a retry is harmless.
 * Text on the wire, 16 bytes in rows.
 */
let lastMs = 0;
let sequence = 0;

/** Asking for random bytes costs more than all else about an id, so they are fetched for many at once. */
const pool = new Uint8Array(4_096);
let unused = pool.length;

function randomTail(): Uint8Array {
  if (unused + 16 > pool.length) {
    crypto.getRandomValues(pool);
    unused = 0;
  }
  const bytes = pool.slice(unused, unused + 16);
  unused += 16;
  return bytes;
}

/** A new id, later ids sort after earlier ones within one process. */
export function newId(nowMs: number = Date.now()): string {
  const bytes = randomTail();
  if (nowMs > lastMs) {
    lastMs = nowMs;
    sequence = ((bytes[6]! & 0x07) << 8) | bytes[7]!;
  } else if (++sequence > 0xfff) {
    lastMs += 1;
    sequence = 0;
  }
  let ms = lastMs;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = ms % 256;
    ms = Math.floor(ms / 256);
  }
  bytes[6] = 0x70 | (sequence >> 8);
  bytes[7] = sequence & 0xff;
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return bytesToId(bytes);
}

const HEX = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0'));

/** 16 bytes → 8-4-4-4-12 text. */
export function bytesToId(b: Uint8Array): string {
  const h = (i: number): string => HEX[b[i]!]!;
  return `${h(0)}${h(1)}${h(2)}${h(3)}-${h(4)}${h(5)}-${h(6)}${h(7)}-${h(8)}${h(9)}-${h(10)}${h(11)}${h(12)}${h(13)}${h(14)}${h(15)}`;
}

export const ID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Where the two figures of each byte stand in the text. */
const PLACES = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;
/** Value of a figure by its character; what is none makes the whole too large. */
const VALUE = Uint16Array.from({ length: 128 }, (_, c) => {
  const value = Number.parseInt(String.fromCharCode(c), 16);
  return Number.isNaN(value) || (c >= 65 && c <= 70) ? 0x1000 : value;
});

/** 8-4-4-4-12 text → 16 bytes. Throws a RangeError for anything else. An import asks for a million of these: no pattern is run. */
export function idToBytes(id: string): Uint8Array {
  const out = new Uint8Array(16);
  let seen = 0;
  for (let i = 0; i < 16; i++) {
    const at = PLACES[i]!;
    const byte = ((VALUE[id.charCodeAt(at)] ?? 0x1000) << 4) | (VALUE[id.charCodeAt(at + 1)] ?? 0x1000);
    seen |= byte;
    out[i] = byte;
  }
  const parted = id[8] === '-' && id[13] === '-' && id[18] === '-' && id[23] === '-';
  // A version from 1 to 8, and the variant of RFC 9562.
  const version = out[6]! >> 4;
  if (seen > 0xff || id.length !== 36 || !parted || version < 1 || version > 8 || out[8]! >> 6 !== 2)
    throw new RangeError('not an id');
  return out;
}
