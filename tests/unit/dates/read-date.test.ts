import { expect, test } from 'vitest';
import { DEFAULT_CONVENTIONS } from '#shared/dates/conventions.ts';
import { readDate } from '#shared/dates/read-date.ts';
import { DateReading } from '#shared/model/event-date.ts';
import type { CorpusCategory } from './corpus/category.ts';
import { ELSEWHERE } from './corpus/elsewhere.ts';
import { FRESH } from './corpus/fresh.ts';
import { HABITS } from './corpus/habits.ts';
import { LEANING } from './corpus/leaning.ts';
import { PLAIN } from './corpus/plain.ts';
import { STRANGER } from './corpus/stranger.ts';
import { TROUBLE } from './corpus/trouble.ts';

const CONVENTIONS = { ...DEFAULT_CONVENTIONS, today: '2026-11-23' };
const ANCHOR = { previousEarliest: '2010-10-04', previousLatest: '2010-10-04', scopeFrom: '2009-01-01', scopeTo: '2011-12-31' };
const CORPUS: readonly CorpusCategory[] = [...PLAIN, ...LEANING, ...TROUBLE, ...FRESH, ...HABITS, ...STRANGER, ...ELSEWHERE];

function shown(reading: DateReading): string {
  const span = (from: string | null, to: string | null): string => (from === to ? `${from}` : `${from ?? ''}..${to ?? ''}`);
  const mark = { certain: '=', approximate: '~', uncertain: '?' }[reading.certainty];
  const days = reading.earliest === null && reading.latest === null ? '-' : span(reading.earliest, reading.latest);
  const time = reading.time === null ? '' : reading.endTime === null ? reading.time : `${reading.time}-${reading.endTime}`;
  const problems = reading.problems.map((p) => `!${p.code}`);
  const alternatives = reading.alternatives.map((a) => `|${span(a.earliest, a.latest)}`);
  return [mark, days, reading.precision, time, ...problems, ...alternatives].filter((part) => part !== '').join(' ');
}

test('the labelled corpus is read right, every category of it', () => {
  const wrong: string[] = [];
  const table: { category: string; right: number; of: number }[] = [];
  for (const { name, leaning, rows } of CORPUS) {
    let right = 0;
    for (const [written, expected] of rows) {
      const reading = readDate(written, leaning ? ANCHOR : undefined, CONVENTIONS);
      DateReading.parse(reading);
      const got = shown(reading);
      if (got === expected) right++;
      else wrong.push(`${name}: “${written}”\n  expected ${expected}\n  read     ${got}`);
    }
    table.push({ category: leaning ? `${name} (leaning on the row above)` : name, right, of: rows.length });
  }
  const total = table.reduce((n, row) => n + row.of, 0);
  const lines = [...table, { category: 'all', right: total - wrong.length, of: total }].map(
    (row) => `${row.category.padEnd(64)}${String(row.right).padStart(5)}${String(row.of).padStart(5)}`,
  );
  console.log(['Dates as written, by category'.padEnd(64) + 'right'.padStart(5) + 'of'.padStart(5), ...lines].join('\n'));
  expect(wrong.join('\n')).toBe('');
  expect(table.length).toBeGreaterThanOrEqual(30);
  expect(total).toBeGreaterThanOrEqual(600);
});

test('messages name what was written and what was understood, in plain English', () => {
  const message = (text: string, leaning = false): string[] =>
    readDate(text, leaning ? ANCHOR : undefined, CONVENTIONS).problems.map((p) => p.message);
  expect(message('Wed 11/02/25')[0]).toBe(
    '“Wed 11/02/25”: Tue 11 Feb 2025 is a Tuesday, not a Wednesday. The figures were taken.',
  );
  expect(message('03/1O/25')[0]).toBe('“03/1O/25”: letters stand for figures (O for 0, l for 1). Read as Fri 3 Oct 2025.');
  expect(message('w/c 22/9', true)[0]).toBe('“w/c 22/9” has no year. Read as 22–28 Sep 2010, the year from the row above.');
  expect(message('31/11/2010')).toEqual(['“31/11/2010” is not a day of the calendar. It was not read.']);
  expect(message('ditto', true)[0]).toBe('“ditto”. Read as the date above, Mon 4 Oct 2010.');
  expect(message('', true)).toEqual([]);
});

test('two-digit years are inside the scope if one is known, else in the past', () => {
  const day = (text: string, scopeFrom?: string, scopeTo?: string): string | null =>
    readDate(text, scopeFrom && scopeTo ? { scopeFrom, scopeTo } : {}, CONVENTIONS).earliest;
  expect(day('1.9.13', '2024-03-01', '2025-11-09')).toBe('2013-09-01');
  expect(day('1/3/24', '2024-03-01', '2025-11-09')).toBe('2024-03-01');
  expect(day('14/11/25', '2024-03-01', '2025-11-09')).toBe('2025-11-14');
  expect(day('5/5/68', '1960-01-01', '1970-12-31')).toBe('1968-05-05');
  expect(day('5/5/27')).toBe('1927-05-05');
  expect(day('5/5/26')).toBe('2026-05-05');
});

test('without a year, the scope alone decides, and says where more than one year would do', () => {
  const scope = { scopeFrom: '2024-03-01', scopeTo: '2025-11-09' };
  expect(shown(readDate('12 Dec', scope, CONVENTIONS))).toBe('= 2024-12-12 day !yearAssumed');
  expect(shown(readDate('12 May', scope, CONVENTIONS))).toBe('? 2024-05-12 day !yearAssumed |2025-05-12');
  expect(shown(readDate('Mon 12 May', scope, CONVENTIONS))).toBe('= 2025-05-12 day !yearAssumed');
});

test('a month and two figures are month and year, unless the period under review says that they may be a day', () => {
  const scope = { scopeFrom: '2024-03-01', scopeTo: '2025-11-09' };
  expect(shown(readDate('Oct-10', scope, CONVENTIONS))).toBe('= 2010-10-01..2010-10-31 month');
  expect(shown(readDate('Oct 24', scope, CONVENTIONS))).toBe('= 2024-10-01..2024-10-31 month');
  expect(shown(readDate('Oct 10', scope, CONVENTIONS))).toBe('? 2010-10-01..2010-10-31 month !twoReadings |2024-10-10');
  const above = { ...scope, previousEarliest: '2022-08-11', previousLatest: '2022-08-20' };
  expect(shown(readDate('Sept 22', above, CONVENTIONS))).toBe('= 2022-09-01..2022-09-30 month');
});

test('the row above gives the year forwards, and a row some weeks out of place keeps its own', () => {
  const below = (text: string, day: string): string =>
    shown(readDate(text, { previousEarliest: day, previousLatest: day }, CONVENTIONS));
  expect(below('3 Jan', '2009-12-28')).toBe('= 2010-01-03 day !yearAssumed');
  expect(below('28 Dec', '2010-01-03')).toBe('= 2009-12-28 day !yearAssumed');
  expect(below('11 Oct', '2010-10-12')).toBe('= 2010-10-11 day !yearAssumed');
  expect(below('1 May', '2010-10-12')).toBe('? 2011-05-01 day !yearAssumed |2010-05-01');
  expect(below('w/c 22/9', '2025-09-15')).toBe('= 2025-09-22..2025-09-28 range !yearAssumed');
  expect(below('Mon 14/09', '2025-09-10')).toBe('? 2025-09-14 day !yearAssumed !wrongWeekday |2026-09-14 |2025-09-15');
});

test('a blank cell takes the whole of a range above it, and leans on nothing where nothing is', () => {
  const week = { previousEarliest: '2025-09-22', previousLatest: '2025-09-28' };
  expect(shown(readDate('', week, CONVENTIONS))).toBe('= 2025-09-22..2025-09-28 range');
  expect(shown(readDate('next day', week, CONVENTIONS))).toBe('= 2025-09-29 day !relative');
  expect(shown(readDate('the day before', week, CONVENTIONS))).toBe('= 2025-09-21 day !relative');
  expect(shown(readDate('', {}, CONVENTIONS))).toBe('? - unknown !unread');
  expect(shown(readDate('ditto', { previousEarliest: 'not a day' }, CONVENTIONS))).toBe('? - unknown !unread');
});

test('conventions are data: a partnership that changes them reads otherwise', () => {
  const own = { ...CONVENTIONS, partsOfMonth: [7, 21] as const, financialYear: [4, 6] as const };
  expect(readDate('early May 2010', undefined, own).latest).toBe('2010-05-07');
  expect(readDate('FY 2010/11', undefined, own)).toMatchObject({ earliest: '2010-04-06', latest: '2011-04-05' });
  expect(readDate('3/4/2025', undefined, { ...CONVENTIONS, order: 'monthFirst' })).toMatchObject({
    earliest: '2025-03-04',
    certainty: 'certain',
  });
});

test('a date without a year that follows the row above goes on past the period, with the period’s year offered', () => {
  const anchor = { previousEarliest: '2025-11-03', previousLatest: '2025-11-03', scopeFrom: '2024-03-01', scopeTo: '2025-11-09' };
  const reading = readDate('12 Nov', anchor, CONVENTIONS);
  expect(reading).toMatchObject({
    earliest: '2025-11-12',
    certainty: 'uncertain',
    alternatives: [{ earliest: '2024-11-12', latest: '2024-11-12' }],
  });
});
