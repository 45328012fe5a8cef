import type { ReturnPreview } from '#shared/contract/returns.ts';
import type { PendingReturn } from './pending-return.ts';

/** The return that a file corrects: as a person said, else as its bytes, name or rows suggest. null: a new return. */
export function targetOf({ replaces, preview }: Pick<PendingReturn, 'replaces' | 'preview'>): string | null {
  return replaces !== undefined ? replaces : (preview?.earlier?.returnId ?? null);
}

/** How a file reads. A later version is read as its agency's, whose it is and what is wrong with it go by that. */
export function previewOf({ preview, diff }: Pick<PendingReturn, 'preview' | 'diff'>): ReturnPreview | null {
  if (!preview || !diff) return preview;
  const { agencies, problems, moreProblems } = diff;
  return { ...preview, agencies, problems, moreProblems };
}
