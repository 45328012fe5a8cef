import { createHash } from 'node:crypto';
import { READ_LIMITS } from '#core/features/returns/readers/limits.ts';
import { readRawReturn } from '#core/features/returns/readers/open-return.ts';
import { stageReturn } from '#core/features/returns/staging/stage-return.ts';
import type { StagedReturn } from '#shared/model/agency-return.ts';

/** A return as its worker hands it over, read in this thread. */
export function stagedOf(bytes: Uint8Array, file: string, agency: string | null): StagedReturn {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const anchor = { scopeFrom: '2024-03-01', scopeTo: '2025-11-09' };
  return stageReturn(readRawReturn(bytes, file, READ_LIMITS), { file, sha256, agency, anchor });
}
