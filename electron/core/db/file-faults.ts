import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { AppError } from '#shared/kernel/app-error.ts';
import type { RawKey } from './key.ts';

/** SQLCipher 4 (zetetic.net, SQLCipher design): 4096-byte pages that end in IV (16) and HMAC-SHA512 (64). */
const PAGE = 4096;
const MAC = 64;
const MAC_ROUNDS = 2;
const MAC_SALT_MASK = 0x3a;
/** How many pages after the first are tried: damage is seldom everywhere. */
const PAGES_TRIED = 16;

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Whether SQLite says that what it read cannot be: a page that fails its checksum or does not fit the others. */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB');
}

/** What SQLite throws, in the words of the error table; anything else as it came. */
export function fileFault(error: unknown): unknown {
  if (isDamage(error)) return new AppError('damaged');
  if (codeOf(error).startsWith('SQLITE_FULL')) return new AppError('writeFailed');
  return error;
}

/**
 * Whether the key fits some page after the first. A wrong key and a broken first page look alike to SQLite; nobody should
 * be sent to look for another passphrase when it is the file that is broken.
 */
export function fitsAnotherPage(path: string, { key, salt }: RawKey): boolean {
  const macSalt = Buffer.from(salt, 'hex').map((byte) => byte ^ MAC_SALT_MASK);
  const macKey = pbkdf2Sync(Buffer.from(key, 'hex'), macSalt, MAC_ROUNDS, 32, 'sha512');
  const page = Buffer.alloc(PAGE);
  const file = openSync(path, 'r');
  try {
    for (let number = 2; number < 2 + PAGES_TRIED; number++) {
      if (readSync(file, page, 0, PAGE, (number - 1) * PAGE) < PAGE) return false;
      const counted = Buffer.alloc(4);
      counted.writeUInt32LE(number);
      const mac = createHmac('sha512', macKey)
        .update(page.subarray(0, PAGE - MAC))
        .update(counted)
        .digest();
      if (timingSafeEqual(mac, page.subarray(PAGE - MAC))) return true;
    }
    return false;
  } finally {
    closeSync(file);
  }
}
