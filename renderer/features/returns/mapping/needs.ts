import type { ReturnPreview } from '#shared/contract/returns.ts';
import type { PendingReturn } from '../pending/return-queue.ts';

/** The file does not say whose it is: a person has to. */
export function needsAgency(one: PendingReturn, preview: ReturnPreview): boolean {
  if (one.agency !== null) return false;
  const named = preview.agencies.some((name) => name.trim() !== '');
  return !named || preview.entries === 0 || preview.problems.some((problem) => problem.code === 'agencyAssumed');
}

export const rowsNotWhole = (preview: ReturnPreview): number =>
  preview.problems.filter((problem) => problem.severity === 'error').length;

/** Why it cannot be added now; null: it can. */
export function cannotAdd(one: PendingReturn, preview: ReturnPreview): string | null {
  if (one.state === 'reading' || one.state === 'waiting') return 'It is being read';
  if (one.state === 'adding') return 'It is being added';
  if (preview.earlier !== null && preview.earlier.because !== 'rows')
    return 'A return of this name from this agency is in already';
  if (needsAgency(one, preview)) return 'Say first whose return this is';
  if (rowsNotWhole(preview) > 0 && !one.accepted) return 'Look at the rows that could not be taken whole, and accept them first';
  return null;
}
