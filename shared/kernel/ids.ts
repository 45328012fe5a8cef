/**
 * Ids are UUIDv7 (RFC 9562, May 2024): time-ordered, made by the caller so that a retry is harmless.
 * Text on the wire, 16 bytes in rows.
 */
let lastMs = 0;
let sequence = 0;

/** A new id, later ids sort after earlier ones within one process. */
export function newId(nowMs: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
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
  const h = (from: number, to: number): string => {
    let s = '';
    for (let i = from; i < to; i++) s += HEX[b[i]!];
    return s;
  };
  return `${h(0, 4)}-${h(4, 6)}-${h(6, 8)}-${h(8, 10)}-${h(10, 16)}`;
}

export const ID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** 8-4-4-4-12 text → 16 bytes. Throws a RangeError for anything else. */
export function idToBytes(id: string): Uint8Array {
  if (!ID_PATTERN.test(id)) throw new RangeError('not an id');
  const hex = id.replaceAll('-', '');
  const out = new Uint8Array(16);
  for (let i = 0; i < 16; i++) out[i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
  return out;
}
