import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecommendation } from '#shared/recommendations/read-recommendation.ts';
import { LABELLED } from './corpus.ts';

const describeTime = (t: ReturnType<typeof readRecommendation>['timescale']): string | null =>
  t && `${t.kind}${t.due === undefined ? '' : ` ${t.due}`}: ${t.text}`;

describe('a labelled corpus of recommendations', () => {
  const wrong: string[] = [];
  const table = new Map<string, { right: number; of: number }>();
  for (const row of LABELLED) {
    const read = readRecommendation(row.text);
    const got = {
      owners: read.owners.map((o) => `${o.type}: ${o.text}`),
      time: describeTime(read.timescale),
      measure: read.measure,
      weak: read.weak,
    };
    const want = { owners: [...row.owners], time: row.time, measure: row.measure, weak: row.weak };
    const count = table.get(row.category) ?? { right: 0, of: 0 };
    count.of++;
    if (JSON.stringify(got) === JSON.stringify(want)) count.right++;
    else wrong.push(`${row.text}\n  wanted ${JSON.stringify(want)}\n  read   ${JSON.stringify(got)}`);
    table.set(row.category, count);
  }

  test('every one is read as labelled', () => {
    const lines = [...table].map(([category, { right, of }]) => `${category.padEnd(28)} ${String(right).padStart(3)} of ${of}`);
    console.log(`recommendations by category (${LABELLED.length})\n${lines.join('\n')}`);
    expect(wrong.join('\n')).toBe('');
  });

  test('whatever is read is an exact part of what was written', () => {
    for (const { text } of LABELLED) {
      const { owners, timescale, measure } = readRecommendation(text);
      for (const part of [...owners.map((o) => o.text), timescale?.text, measure]) if (part) expect(text).toContain(part);
    }
  });
});

test('nothing that can be typed makes it throw, and its parts stay parts of it', () => {
  const words = fc.constantFrom(
    'The',
    'Head',
    'of',
    'Midwifery',
    'should',
    'by',
    'May 2027',
    'within',
    '48 hours',
    ',',
    '.',
    '\n',
    'Owner:',
    'audit',
    '%',
    '(',
    'and',
    'with',
    'the',
    'trial',
    'once',
    '•',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.array(words, { maxLength: 40 }).map((w) => w.join(' ')),
      ),
      (text) => {
        const { owners, timescale, measure } = readRecommendation(text, { publishedOn: '2026-10-01' });
        for (const part of [...owners.map((o) => o.text), timescale?.text, measure])
          if (part != null) expect(text.includes(part)).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});

test('a due day is worked out only where something stands to count from', () => {
  const text = 'The Service Director should change the form within three months of publication.';
  expect(readRecommendation(text).timescale).toEqual({ text: 'within three months of publication', kind: 'relative' });
  expect(readRecommendation(text, { publishedOn: '2026-11-30' }).timescale?.due).toBe('2027-02-28');
  const yearless = 'The Service Director should change the form by the end of September.';
  expect(readRecommendation(yearless, { today: '2026-10-01' }).timescale?.due).toBe('2027-09-30');
});

test('reasons explain in plain words and never repeat the text', () => {
  const { weak, reasons } = readRecommendation('All staff should be reminded of professional curiosity.');
  expect(weak).toBe(true);
  expect(reasons.map((r) => r.code)).toEqual(expect.arrayContaining(['allStaff', 'noTimescale', 'noMeasure', 'tickBoxVerb']));
  for (const { message } of reasons) expect(message).toMatch(/^[A-Z].*\.$/);
});

test('a long text without an end is read', () => {
  const long = 'The Head of Service should, by May 2027, and the Trust, with the Board, '.repeat(400);
  expect(readRecommendation(long).owners[0]?.text).toBe('Head of Service');
});
