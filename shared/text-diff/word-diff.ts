import { diffWordsWithSpace } from 'diff';

/** A stretch of text that stands in both versions, only before, or only after. Joined, each side reads as it was. */
export type DiffPart = { text: string; in: 'both' | 'before' | 'after' };

/** What changed between two texts, by words; spaces count, since a return is kept to the letter. */
export function wordDiff(before: string, after: string): DiffPart[] {
  if (before === after) return before === '' ? [] : [{ text: before, in: 'both' }];
  return diffWordsWithSpace(before, after).map((part) => ({
    text: part.value,
    in: part.added ? 'after' : part.removed ? 'before' : 'both',
  }));
}
