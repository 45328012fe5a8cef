import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const BUFFER = 1 << 16;

/** A file that is never in memory as a whole: each piece stands in one buffer until the next is asked for. */
export function fileSource(path: string): { length: number; subarray(from: number, to: number): Uint8Array; close(): void } {
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(BUFFER);
  return {
    length: fstatSync(file).size,
    subarray: (from, to) => {
      const piece = to - from <= BUFFER ? buffer.subarray(0, to - from) : Buffer.alloc(to - from);
      for (let at = 0; at < piece.length; ) {
        const read = readSync(file, piece, at, piece.length - at, from + at);
        if (read === 0) throw new Error('the file is shorter than it was');
        at += read;
      }
      return piece;
    },
    close: () => closeSync(file),
  };
}
