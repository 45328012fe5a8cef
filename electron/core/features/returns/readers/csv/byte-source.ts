/** Bytes that can be had again from any place: all in memory, or of a file that is not; then each piece lasts until the next. */
export type ByteSource = { readonly length: number; subarray(from: number, to: number): Uint8Array };

/** Small enough to be let go of at once, large enough to be few. */
const PIECE = 1 << 15;

export function* bytePieces(source: ByteSource, from: number, to: number, size = PIECE): Generator<Uint8Array> {
  for (let at = from; at < to; at += size) yield source.subarray(at, Math.min(at + size, to));
}
