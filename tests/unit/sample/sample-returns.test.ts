import { describe, expect, test } from 'vitest';
import { dayNumber, weekdayOf } from '#shared/kernel/clock.ts';
import { EXPECTED_RETURNS, SAMPLE_ENTRY_COUNT } from '#resources/sample/expected.ts';
import { SAMPLE_RETURNS } from '#resources/sample/returns/all-returns.ts';
import { type AgencyCode, entriesOf, finalText } from '#resources/sample/returns/sample-return.ts';
import { rowsOf, sampleReturnOf } from '#resources/sample/rows-of.ts';
import { TIMELINE } from '#resources/sample/themes.ts';
import { entryDays } from './entry-days.ts';

const all = SAMPLE_RETURNS.flatMap((sample) => entryDays(sample).map((entry) => ({ ...entry, code: sample.code })));
const entryOf = (code: AgencyCode, t: number): string => {
  const row = entriesOf(sampleReturnOf(code)).find((entry) => entry.t === t);
  return row === undefined ? '' : row.cells.map(finalText).join(' | ');
};
const within = (from: string, to: string) => all.filter(({ earliest, latest }) => earliest <= to && latest >= from);

describe('the seven returns', () => {
  test('have as many entries as each agency sent, 312 in all', () => {
    expect(Object.fromEntries(SAMPLE_RETURNS.map(({ code }) => [code, rowsOf(code).length]))).toEqual({
      SC: 62,
      PO: 31,
      AH: 44,
      GP: 38,
      HV: 47,
      ED: 71,
      HG: 19,
    });
    expect(SAMPLE_ENTRY_COUNT).toBe(312);
    for (const { code, entries } of EXPECTED_RETURNS) expect(rowsOf(code).length, code).toBe(entries);
  });

  test('tell every fact of the timeline once for each agency that recorded it, and no other', () => {
    expect(TIMELINE.map(({ t }) => t)).toEqual(Array.from({ length: 126 }, (_, at) => at + 1));
    for (const { code } of SAMPLE_RETURNS) {
      const told = rowsOf(code).flatMap(({ t }) => (t === null ? [] : [t]));
      const due = TIMELINE.filter(({ agencies }) => agencies.includes(code)).map(({ t }) => t);
      expect(
        [...told].sort((a, b) => a - b),
        code,
      ).toEqual(due);
    }
  });

  test('keep the columns of each agency, every row as wide as its header', () => {
    for (const sample of SAMPLE_RETURNS) {
      for (const table of sample.tables) {
        for (const line of table.lines)
          if (line.kind === 'entry') expect(line.cells.length, line.cells.join()).toBe(sample.columns.length);
      }
    }
  });

  test('say nothing twice, but for the row that school pasted twice', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const sample of SAMPLE_RETURNS) {
      for (const row of entriesOf(sample)) {
        if (row.duplicate === true) continue;
        for (const sentence of row.cells.flatMap((cell) => finalText(cell).split(/(?<=[.?!])\s+/))) {
          const key = sentence.trim().toLowerCase();
          if (key.length < 36) continue;
          if (seen.has(key)) twice.push(`${sample.code}: ${key}`);
          seen.set(key, sample.code);
        }
      }
    }
    expect(twice).toEqual([]);
  });

  test('hold nothing graphic, and the harm in one line', () => {
    const text = all.map(({ row }) => row.cells.join('\n')).join('\n');
    for (const word of [
      'bruis',
      'blood',
      'fractur',
      'burn',
      'wound',
      'injur',
      'beat',
      'hit ',
      'punch',
      'kick',
      'weapon',
      'suicid',
      'murder',
      'sexual',
    ]) {
      const found = [...text.toLowerCase().matchAll(new RegExp(`\\b${word}\\w*`, 'g'))].map(([match]) => match);
      expect(
        found.filter((match) => match !== 'injured'),
        word,
      ).toEqual([]);
    }
    expect(text.match(/\bharm/g)).toHaveLength(1);
    expect(entryOf('AH', 124)).toContain('seriously harmed at home');
  });

  test('run from the first day to the last', () => {
    for (const { code, firstDay, lastDay } of EXPECTED_RETURNS) {
      const entries = all.filter((entry) => entry.code === code);
      expect(entries.map(({ earliest }) => earliest).sort()[0], code).toBe(firstDay);
      expect(
        entries
          .map(({ latest }) => latest)
          .sort()
          .at(-1),
        code,
      ).toBe(lastDay);
    }
  });

  test('name the right weekday wherever they name one, but for the planted one', () => {
    const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
    const wrong = all.flatMap(({ row, code, earliest }) => {
      const named = row.cells
        .map((cell) => /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d/.exec(cell)?.[1])
        .find((name) => name !== undefined);
      if (named === undefined || names.indexOf(named.toLowerCase()) === weekdayOf(dayNumber(earliest))) return [];
      return [`${code} ${row.t}`];
    });
    expect(wrong).toEqual(['AH 57']);
  });

  test('give the age of the child rightly in health visiting, but for the planted one', () => {
    const wrong = all.flatMap(({ row, code, earliest, latest }) => {
      const age = /^(\d+)y(\d+)m$/.exec(row.cells[1] ?? '');
      if (code !== 'HV' || age === null) return [];
      const months = Number(age[1]) * 12 + Number(age[2]);
      return months < monthsSinceBirth(earliest) || months > monthsSinceBirth(latest) ? [row.t] : [];
    });
    expect(wrong).toEqual([92]);
  });
});

describe('what the agencies did and did not know', () => {
  test('G1: nobody sees the child for 83 days; only calls, letters and filings stand there', () => {
    expect([...new Set(within('2024-06-12', '2024-09-02').map(({ row }) => row.t))].sort()).toEqual([22, 23, 24, 25, 26]);
    expect(dayNumber('2024-09-02') - dayNumber('2024-06-12') + 1).toBe(83);
  });
  test('G2: the therapist’s block is empty in the first return and full in the second', () => {
    const health = within('2024-10-01', '2025-01-14').filter(({ code }) => code === 'HV');
    expect(health.filter(({ row }) => row.since === 2)).toHaveLength(9);
    expect(health.filter(({ row }) => row.since !== 2).map(({ row }) => row.t)).toEqual([34, 38, 47, null]);
  });
  test('G3 and G4: no school in the holiday, no social care from 12 April to 1 June 2025', () => {
    expect(within('2025-07-23', '2025-09-02').filter(({ code }) => code === 'ED')).toEqual([]);
    expect(within('2025-04-12', '2025-06-01').filter(({ code }) => code === 'SC')).toEqual([]);
  });
  test('thirteen appointments not brought to, and no more', () => {
    const own: [AgencyCode, number[]][] = [
      ['AH', [11, 24, 57, 98]],
      ['GP', [18, 37, 46, 79, 115]],
      ['HV', [13, 14, 75, 92]],
    ];
    for (const [code, facts] of own) {
      const missed = entriesOf(sampleReturnOf(code)).filter(({ cells }) =>
        /\bnot brought\b|\bDNA\b/i.test(cells.slice(1, 4).join(' ')),
      );
      const named = missed.flatMap(({ t }) => (t === null ? ['routine'] : [String(t)]));
      expect(
        named.filter((t) => !(code === 'GP' && [11, 24, 98, 117].includes(Number(t)))),
        code,
      ).toEqual(facts.map(String));
    }
  });
  test('the clusters differ as they should', () => {
    expect(entryOf('AH', 82)).toMatch(/bunk/);
    expect(entryOf('GP', 82)).toMatch(/sofa/);
    expect(entryOf('HV', 82)).toMatch(/trampoline/);
    expect(entryOf('ED', 84)).toMatch(/bike/);
    expect(entryOf('PO', 62)).toMatch(/Children asleep/);
    expect(entryOf('SC', 62)).not.toMatch(/\b(man|male|brother)\b/i);
    expect(entryOf('HG', 62)).toMatch(/two children up at the front window/);
    expect(entryOf('SC', 67)).toMatch(/Three-way/);
    expect(entryOf('PO', 67)).toMatch(/Two-way/);
    expect(entryOf('HV', 67)).toMatch(/not invited/);
    expect(entryOf('SC', 85)).toMatch(/Both children seen/);
    expect(entryOf('HV', 85)).toMatch(/"at school"/);
    expect(entryOf('ED', 85)).toMatch(/Training day/);
    expect(entryOf('HV', 24)).toMatch(/attended, well/);
    expect(entryOf('GP', 24)).toMatch(/DNA/);
  });
  test('social care never met Adult H, and he stands there only in others’ words', () => {
    const named = entriesOf(sampleReturnOf('SC')).filter(({ cells }) => /\b(Marc|Mark|Eyres|Ayres)\b/.test(cells.join(' ')));
    expect(named.map(({ t }) => t)).toEqual([71, 113]);
  });
  test('one police check was made, and it was of Adult K', () => {
    expect(entryOf('PO', 70)).toContain('Llyr PRYCE');
    expect(entryOf('PO', 74)).toContain('Mark AYRES');
    expect(entryOf('PO', 112)).toContain('Marc EYRES');
  });
  test('eight blue inhalers were issued before the pharmacist counted them', () => {
    const issued = entriesOf(sampleReturnOf('GP')).filter(({ cells }) => cells[1] === 'Acute issue');
    expect(issued).toHaveLength(8);
  });
});

function monthsSinceBirth(day: string): number {
  const [year, month, date] = day.split('-').map(Number);
  return ((year ?? 0) - 2020) * 12 + ((month ?? 0) - 3) - ((date ?? 0) < 14 ? 1 : 0);
}
