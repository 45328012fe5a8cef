import type { RawKey } from '#core/db/key.ts';
import type { CallSession } from '#core/kernel/session.ts';

/** Real encrypted files, opened by raw key: deriving one from a passphrase would cost each test a tenth of a second. */
export const TEST_KEY: RawKey = { key: '11'.repeat(32), salt: '22'.repeat(16) };
export const REVIEWER: CallSession = {
  name: 'Nadia Fenwick-Osei',
  post: 'Independent Reviewer',
  role: 'reviewer',
  view: 'identified',
};
