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
/** Value of a figure by its character; only characters that ID_PATTERN lets through are looked up. */
const VALUE = Uint8Array.from({ length: 128 }, (_, c) => Number.parseInt(String.fromCharCode(c), 16) || 0);

/** 8-4-4-4-12 text → 16 bytes. Throws a RangeError for anything else. */
export function idToBytes(id: string): Uint8Array {
  if (!ID_PATTERN.test(id)) throw new RangeError('not an id');
  const out = new Uint8Array(16);
  for (let i = 0; i < 16; i++) {
    const at = PLACES[i]!;
    out[i] = (VALUE[id.charCodeAt(at)]! << 4) | VALUE[id.charCodeAt(at + 1)]!;
  }
  return out;
}
