import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '#shared/kernel/app-error.ts';

declare const brand: unique symbol;
/** Bytes whose SHA-256 is the one on the publication's row: the only kind a host may hand over. */
export type ReceivedFile = { readonly [brand]: 'ReceivedFile'; readonly bytes: Uint8Array; readonly sha256: string };

/** The gate of a host: counts the bytes' SHA-256 again against the stored row, and lets nothing else through. */
export function receiveVerified(bytes: Uint8Array, expectedSha256: string): ReceivedFile {
  // A copy of our own: nobody who still holds the array can change it after the count.
  const own = Uint8Array.from(bytes);
  const counted = createHash('sha256').update(own).digest();
  const expected = /^[0-9a-f]{64}$/.test(expectedSha256) ? Buffer.from(expectedSha256, 'hex') : Buffer.alloc(0);
  if (expected.length !== counted.length || !timingSafeEqual(counted, expected)) throw new AppError('deliveryMismatch');
  return Object.freeze({ bytes: own, sha256: expectedSha256 } as ReceivedFile);
}
