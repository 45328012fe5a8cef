import { pbkdf2, pbkdf2Sync, randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { promisify } from 'node:util';
import { AppError } from '#shared/kernel/app-error.ts';

/**
 * SQLCipher 4 as its makers ship it: PBKDF2-HMAC-SHA512, 256,000 rounds, a 16-byte salt at the head of the file.
 * The raw key is derived here once, off the event loop, so that every further connection opens in under a millisecond.
 */
const ROUNDS = 256_000;
const SALT_BYTES = 16;

/** 32-byte key and 16-byte salt in hexadecimal: what the recovery sheet prints. */
export type RawKey = { key: string; salt: string };

export async function deriveKey(passphrase: string, salt: Uint8Array): Promise<RawKey> {
  const key = await promisify(pbkdf2)(passphrase.normalize('NFC'), salt, ROUNDS, 32, 'sha512');
  return { key: key.toString('hex'), salt: Buffer.from(salt).toString('hex') };
}

export function deriveKeySync(passphrase: string, salt: Uint8Array): RawKey {
  return {
    key: pbkdf2Sync(passphrase.normalize('NFC'), salt, ROUNDS, 32, 'sha512').toString('hex'),
    salt: Buffer.from(salt).toString('hex'),
  };
}

export const newSalt = (): Uint8Array => randomBytes(SALT_BYTES);

/** The salt at the head of a review file. Throws `fileMissing` or `notAReview`. */
export function saltOf(path: string): Uint8Array {
  const head = Buffer.alloc(SALT_BYTES);
  let read = 0;
  try {
    const file = openSync(path, 'r');
    try {
      read = readSync(file, head, 0, SALT_BYTES, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    throw new AppError('fileMissing');
  }
  // An unencrypted SQLite file, a zip or a PDF was picked by mistake: no passphrase will ever open it.
  if (read < SALT_BYTES || /^(SQLite format 3|PK\u0003\u0004|%PDF)/.test(head.toString('latin1')))
    throw new AppError('notAReview');
  return head;
}

/** Reads a recovery sheet's key as typed: hexadecimal with any spacing, key alone or key and salt. */
export function parseRecoveryKey(typed: string, salt: Uint8Array): RawKey {
  const hex = typed.toLowerCase().replace(/[^0-9a-f]/g, '');
  if (hex.length !== 64 && hex.length !== 96) throw new AppError('wrongPassphrase');
  return { key: hex.slice(0, 64), salt: hex.length === 96 ? hex.slice(64) : Buffer.from(salt).toString('hex') };
}
