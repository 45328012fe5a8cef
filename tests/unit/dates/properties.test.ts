import { array, assert, constantFrom, integer, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { easterSunday, MONTH_NAMES, WEEKDAY_NAMES } from '#shared/dates/calendar.ts';
import { DEFAULT_CONVENTIONS } from '#shared/dates/conventions.ts';
import { readDate } from '#shared/dates/read-date.ts';
import { readTime } from '#shared/dates/read-time.ts';
import { fromParts, isoDay, partsOf, weekdayOf } from '#shared/kernel/clock.ts';
import { DateReading } from '#shared/model/event-date.ts';

const CONVENTIONS = { ...DEFAULT_CONVENTIONS, today: '2026-11-23' };
const day = integer({ min: fromParts(1950, 1, 1), max: fromParts(2049, 12, 31) });
const anchor = record(
  { previousEarliest: day.map(isoDay), previousLatest: day.map(isoDay), scopeFrom: day.map(isoDay), scopeTo: day.map(isoDay) },
  { requiredKeys: [] },
);
const pad = (n: number): string => String(n).padStart(2, '0');
const suffix = (n: number): string => (n > 10 && n < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'));

type Form = (year: number, month: number, date: number, weekday: number) => string;
const month = (m: number): string => MONTH_NAMES[m - 1] ?? '';
const FORMS: Readonly<Record<string, Form>> = {
  'd/m/yyyy': (y, m, d) => `${d}/${m}/${y}`,
  'dd/mm/yyyy': (y, m, d) => `${pad(d)}/${pad(m)}/${y}`,
  'dd.mm.yyyy': (y, m, d) => `${pad(d)}.${pad(m)}.${y}`,
  'dd-mm-yyyy': (y, m, d) => `${pad(d)}-${pad(m)}-${y}`,
  'dd mm yyyy': (y, m, d) => `${pad(d)} ${pad(m)} ${y}`,
  'd . m . yyyy': (y, m, d) => `${d} . ${m} . ${y}`,
  'yyyy-mm-dd': (y, m, d) => `${y}-${pad(m)}-${pad(d)}`,
  yyyymmdd: (y, m, d) => `${y}${pad(m)}${pad(d)}`,
  'd Month yyyy': (y, m, d) => `${d} ${month(m)} ${y}`,
  'dth of Month yyyy': (y, m, d) => `${d}${suffix(d)} of ${month(m)} ${y}`,
  'dd-Mon-yyyy': (y, m, d) => `${pad(d)}-${month(m).slice(0, 3)}-${y}`,
  ddMONyyyy: (y, m, d) => `${pad(d)}${month(m).slice(0, 3).toUpperCase()}${y}`,
  'Month d, yyyy': (y, m, d) => `${month(m)} ${d}, ${y}`,
  'Weekday d Month yyyy': (y, m, d, w) => `${WEEKDAY_NAMES[w] ?? ''} ${d} ${month(m)} ${y}`,
  'Wkd, dd/mm/yyyy': (y, m, d, w) => `${(WEEKDAY_NAMES[w] ?? '').slice(0, 3)}, ${pad(d)}/${pad(m)}/${y}`,
  'dd/mm/yyyy (Weekday)': (y, m, d, w) => `${pad(d)}/${pad(m)}/${y} (${WEEKDAY_NAMES[w] ?? ''})`,
};

test.each(Object.entries(FORMS))('any day written as %s reads back as that day, certain and without a problem', (_, form) => {
  assert(
    property(day, anchor, (n, above) => {
      const { year, month: m, day: d } = partsOf(n);
      const reading = readDate(form(year, m, d, weekdayOf(n)), above, CONVENTIONS);
      expect(reading).toMatchObject({
        earliest: isoDay(n),
        latest: isoDay(n),
        precision: 'day',
        certainty: 'certain',
        alternatives: [],
        problems: [],
      });
    }),
    { numRuns: 100 },
  );
});

test('two figures for the year, in every separator, read back inside the scope', () => {
  assert(
    property(day, constantFrom('/', '.', '-', ' '), (n, separator) => {
      const { year, month: m, day: d } = partsOf(n);
      const scope = { scopeFrom: isoDay(n - 30), scopeTo: isoDay(n + 30) };
      expect(readDate([d, m, pad(year % 100)].join(separator), scope, CONVENTIONS)).toMatchObject({
        earliest: isoDay(n),
        certainty: 'certain',
      });
    }),
    { numRuns: 300 },
  );
});

test('a range in any spelling holds both of its days', () => {
  const joins = ['-', ' - ', '–', ' to ', ' until ', ' and '];
  assert(
    property(day, integer({ min: 1, max: 200 }), constantFrom(...joins), constantFrom('/', '.'), (n, length, join, separator) => {
      const text = (at: number): string => [partsOf(at).day, partsOf(at).month, partsOf(at).year].join(separator);
      expect(readDate(`${text(n)}${join}${text(n + length)}`, undefined, CONVENTIONS)).toMatchObject({
        earliest: isoDay(n),
        latest: isoDay(n + length),
        precision: 'range',
      });
    }),
    { numRuns: 300 },
  );
});

test('a weekday that does not fit is said, the figures win, and the alternatives fit it', () => {
  assert(
    property(day, integer({ min: 1, max: 6 }), (n, off) => {
      const { year, month: m, day: d } = partsOf(n);
      const said = (weekdayOf(n) + off) % 7;
      const reading = readDate(`${WEEKDAY_NAMES[said] ?? ''} ${pad(d)}/${pad(m)}/${year}`, undefined, CONVENTIONS);
      expect(reading).toMatchObject({ earliest: isoDay(n), certainty: 'uncertain' });
      expect(reading.problems.map((p) => p.code)).toEqual(['wrongWeekday']);
      for (const other of reading.alternatives) {
        const [y = 0, mm = 0, dd = 0] = other.earliest.split('-').map(Number);
        expect(weekdayOf(fromParts(y, mm, dd))).toBe(said);
      }
    }),
    { numRuns: 200 },
  );
});

const WORDS = constantFrom(
  ...'12 10 2010 31 0 99 1430 / . - : ? " , ( ) c. circa w/c early mid late Oct may Tues and or to from until after before between overnight the following day ditto 12/10/10 3rd pm hrs Q3 spring term Easter 2009/10 week of two later &'.split(
    ' ',
  ),
);

test.each([
  ['any text', string({ unit: 'binary', maxLength: 80 })],
  ['any letters and figures', string({ unit: 'grapheme-ascii', maxLength: 60 })],
  ['words of dates in any order', array(WORDS, { maxLength: 10 }).map((words) => words.join(' '))],
  ['words of dates without spaces', array(WORDS, { maxLength: 8 }).map((words) => words.join(''))],
])('reading never fails, for %s: its days are in order, and an alternative never repeats it', (_, text) => {
  assert(
    property(text, anchor, (written, above) => {
      const reading = DateReading.parse(readDate(written, above, CONVENTIONS));
      const { earliest, latest } = reading;
      if (earliest !== null && latest !== null) expect(earliest <= latest).toBe(true);
      if (reading.precision === 'unknown') expect([earliest, latest, reading.problems.length > 0]).toEqual([null, null, true]);
      else expect(earliest !== null || latest !== null).toBe(true);
      if (reading.certainty === 'certain' && reading.precision === 'time') expect(reading.time).not.toBeNull();
      const shown = reading.alternatives.map((a) => `${a.earliest} ${a.latest}`);
      expect(shown).not.toContain(`${earliest} ${latest}`);
      expect(new Set(shown).size).toBe(shown.length);
      expect(readDate(written, above, CONVENTIONS)).toEqual(reading);
      const time = readTime(written);
      if (time?.endTime) expect(time.time).not.toBeNull();
    }),
    { numRuns: 700 },
  );
});

test('ten thousand characters of anything are answered', () => {
  for (const piece of ['9', '1/', '-', '"', 'a', '12/10/10 ', '((', 'early ', '10-', '1 2 ', '̈', 'é', '?'])
    expect(readDate(piece.repeat(10_000 / piece.length)).problems.length).toBeGreaterThanOrEqual(0);
});

test('Easter falls on a Sunday between 22 March and 25 April, and where the tables say', () => {
  for (let year = 1950; year <= 2100; year++) {
    const sunday = easterSunday(year);
    expect(weekdayOf(sunday)).toBe(6);
    expect(sunday >= fromParts(year, 3, 22) && sunday <= fromParts(year, 4, 25)).toBe(true);
  }
  expect([2008, 2010, 2011, 2019, 2024, 2025, 2038].map((year) => isoDay(easterSunday(year)))).toEqual([
    '2008-03-23',
    '2010-04-04',
    '2011-04-24',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2038-04-25',
  ]);
});
