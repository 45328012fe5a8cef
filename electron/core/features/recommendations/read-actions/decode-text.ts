import { AppError } from '#shared/kernel/app-error.ts';

/** Text of a file whose encoding nobody wrote down: by its mark, else UTF-8 if it is that, else Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = bytes.subarray(0, 4096);
  const zeros = head.reduce((n, b) => (b === 0 ? n + 1 : n), 0);
  if (zeros > 0) {
    // Latin text as UTF-16 without its mark has a zero in every other byte.
    if (zeros < head.length * 0.3) throw new AppError('unreadableFile', { why: 'it is not text', agency: 'its sender' });
    return new TextDecoder(head[0] === 0 ? 'utf-16be' : 'utf-16le').decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
