import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedHeadings } from '#core/features/returns/versions/headings.ts';
import { longestRising } from '#core/features/returns/versions/longest-rising.ts';
import { matchRows } from '#core/features/returns/versions/match-rows.ts';
import type { RowToMatch } from '#core/features/returns/versions/row-to-match.ts';
import { carrySpans } from '#shared/text-diff/carry-span.ts';

test('a stretch of text is carried where its words still stand, and only there', () => {
  const before = 'Jo rang about damp.';
  expect(
    carrySpans(before, 'Rain. Jo rang about the damp.', [
      { start: 0, end: 2 },
      { start: 14, end: 18 },
    ]),
  ).toEqual([
    { start: 6, end: 8 },
    { start: 24, end: 28 },
  ]);
  expect(carrySpans(before, 'Flo rang about damp.', [{ start: 0, end: 2 }])).toEqual([null]);
});

test('what is carried reads as it did', () => {
  const words = fc.array(fc.constantFrom('Jo', 'rang', 'about', 'damp', 'again'), { maxLength: 8 }).map((list) => list.join(' '));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const spans = [...before.matchAll(/\w+/g)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
      carrySpans(before, after, spans).forEach((span, i) => {
        if (span) expect(after.slice(span.start, span.end)).toBe(before.slice(spans[i]!.start, spans[i]!.end));
      });
    }),
  );
});

test('a column is the same one under another heading where its cells are', () => {
  const rows = [
    [
      { Room: 'Blue', Seen: 'Yes' },
      { 'Which room': 'Blue', Mood: 'low' },
    ],
    [{ Room: 'Red', Seen: 'No' }, { 'Which room': 'Red' }],
  ] as const;
  expect(changedHeadings(rows)).toEqual({ renamed: [{ from: 'Room', to: 'Which room' }], added: ['Mood'], gone: ['Seen'] });
});

test('the longest rising run', () => {
  expect(longestRising([5, 1, 2, 9, 3])).toEqual([1, 2, 4]);
  expect(longestRising([])).toEqual([]);
});

describe('rows that say the same', () => {
  const row = (description: string, more: Partial<RowToMatch> = {}): RowToMatch => ({
    agency: 'a',
    earliest: '2024-05-01',
    latest: '2024-05-01',
    time: null,
    description,
    rest: {},
    ...more,
  });
  test('of several the one that people worked on is kept', () => {
    const before = [row('No reply.'), row('No reply.', { workedOn: true }), row('No reply.')];
    expect(matchRows(before, [row('No reply.')]).pairs.map((pair) => pair.before)).toEqual([1]);
  });
  test('joined rows go on as the one that people worked on', () => {
    const before = [row('Mother rang the duty worker about the heating.'), row('She asked for a visit.', { workedOn: true })];
    const joined = matchRows(before, [row('Mother rang the duty worker about the heating. She asked for a visit.')]);
    expect([joined.pairs.map((pair) => pair.before), joined.removed]).toEqual([[1], [{ before: 0, into: 0 }]]);
  });
  test('every row is in exactly one place of the answer, whatever the rows are', () => {
    const any = fc.array(
      fc.tuple(fc.constantFrom('Visit', 'Call made', 'Seen at school with aunt', ''), fc.integer({ min: 1, max: 4 })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(any, any, (one, two) => {
        const rows = (list: readonly [string, number][]): RowToMatch[] =>
          list.map(([text, day]) => row(text, { earliest: `2024-05-0${day}`, latest: `2024-05-0${day}` }));
        const { pairs, added, removed } = matchRows(rows(one), rows(two));
        const sorted = (list: number[]): number[] => list.sort((a, b) => a - b);
        expect(sorted([...pairs.map((p) => p.before), ...removed.map((r) => r.before)])).toEqual(one.map((_, i) => i));
        expect(sorted([...pairs.map((p) => p.after), ...added.map((r) => r.after)])).toEqual(two.map((_, i) => i));
      }),
    );
  });
});
