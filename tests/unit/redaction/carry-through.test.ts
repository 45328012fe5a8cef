import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RegisterEntry } from '#shared/model/register.ts';
import { anonymise } from '#shared/redaction/anonymise.ts';
import { toShown, toWritten } from '#shared/redaction/carry-through.ts';
import { createMatcher } from '#shared/redaction/matcher.ts';

const REGISTER: RegisterEntry[] = [
  { id: 'V', kind: 'person', realName: 'Rowan Pryce', aliases: ['Rowan'], pseudonym: 'Child V' },
  { id: 'B', kind: 'person', realName: 'Bethan Wojcik', aliases: [], pseudonym: 'B' },
];
const matcher = createMatcher(REGISTER);
const shownOf = (text: string) => anonymise(text, matcher.find(text), REGISTER);

describe('a stretch of a text and of its anonymised form', () => {
  test.each([
    ['Saw Rowan Pryce at home.', 'at home', 'at home'],
    ['Saw Rowan Pryce at home.', 'Pryce at', 'Child V at'],
    ['Saw Rowan Pryce at home.', 'Saw Row', 'Saw Child V'],
    ['Saw Rowan Pryce at home.', 'owan', 'Child V'],
    ['Rowan Pryce and Bethan Wojcik', 'and', 'and'],
    ["That was a Rowan and Bethan Wojcik's", 'was a Rowan and', 'was an [undecided] and'],
  ])('%s: “%s” is shown as “%s”', (text, words, wanted) => {
    const { text: shown, kept } = shownOf(text);
    const start = text.indexOf(words);
    const at = toShown(kept, shown.length, { start, end: start + words.length });
    expect(shown.slice(at.start, at.end)).toBe(wanted);
  });

  test('there and back takes in at least what it began with, no part of a name alone, and all of what was kept', () => {
    const word = fc.constantFrom('Rowan', 'Pryce', 'Bethan Wojcik', 'saw', 'a', 'at', 'home,', 'and', 'x');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat(80), fc.nat(80), (words, a, b) => {
        const text = words.join(' ');
        const { text: shown, kept, marks } = shownOf(text);
        const start = Math.min(a, b, text.length - 1);
        const end = Math.min(Math.max(a, b, start + 1), text.length);
        const there = toShown(kept, shown.length, { start, end });
        expect(there.start).toBeLessThanOrEqual(there.end);
        for (const mark of marks) {
          const inside = (at: number): boolean => at > mark.start && at < mark.end;
          expect(inside(there.start) || inside(there.end)).toBe(false);
        }
        const back = toWritten(kept, text.length, there);
        expect(back.start).toBeLessThanOrEqual(start);
        expect(back.end).toBeGreaterThanOrEqual(end);
        for (const run of kept) expect(shown.slice(run.start, run.start + run.to - run.from)).toBe(text.slice(run.from, run.to));
      }),
      { numRuns: 300 },
    );
  });
});
