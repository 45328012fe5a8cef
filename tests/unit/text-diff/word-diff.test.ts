import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff } from '#shared/text-diff/word-diff.ts';

const side = (parts: ReturnType<typeof wordDiff>, other: 'before' | 'after'): string =>
  parts
    .filter((part) => part.in !== other)
    .map((part) => part.text)
    .join('');

describe('what changed between two texts', () => {
  it('marks a word that was replaced and leaves the rest', () => {
    expect(wordDiff('Visit at home, child seen.', 'Visit at school, child seen.')).toEqual([
      { text: 'Visit at ', in: 'both' },
      { text: 'home', in: 'before' },
      { text: 'school', in: 'after' },
      { text: ', child seen.', in: 'both' },
    ]);
  });

  it('counts spaces and line breaks', () => {
    expect(wordDiff('seen  at home', 'seen at home').some((part) => part.in !== 'both')).toBe(true);
  });

  it('reads as each side was, whatever the texts', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '.', '“') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after);
        expect(side(parts, 'after')).toBe(before);
        expect(side(parts, 'before')).toBe(after);
      }),
    );
  });
});
