import type { ReturnPreview } from '#shared/contract/returns.ts';
import type { PendingReturn } from '../pending/pending-return.ts';
import { targetOf } from '../pending/target.ts';

/** The file does not say whose it is: a person has to. */
export function needsAgency(one: PendingReturn, preview: ReturnPreview): boolean {
  // A later version is of the agency whose return it corrects.
  if (one.agency !== null || targetOf({ ...one, preview }) !== null) return false;
  const named = preview.agencies.some((name) => name.trim() !== '');
  return !named || preview.entries === 0 || preview.problems.some((problem) => problem.code === 'agencyAssumed');
}

export const rowsNotWhole = (preview: ReturnPreview): number =>
  preview.problems.filter((problem) => problem.severity === 'error').length;

function isInAlready({ replaces }: PendingReturn, { earlier }: ReturnPreview): boolean {
  return replaces === null && earlier?.because === 'bytes' && earlier.sameAs === earlier.returnVersion;
}

/** Why it cannot be added now; null: it can. */
export function cannotAdd(one: PendingReturn, preview: ReturnPreview): string | null {
  if (one.state === 'reading' || one.state === 'waiting') return 'It is being read';
  if (one.state === 'adding') return 'It is being added';
  if (one.diff?.same || isInAlready(one, preview)) return 'The same file is in already: there is nothing to do';
  if (needsAgency(one, preview)) return 'Say first whose return this is';
  if (rowsNotWhole(preview) > 0 && !one.accepted) return 'Look at the rows that could not be taken whole, and accept them first';
  return null;
}
