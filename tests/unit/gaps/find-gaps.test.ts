import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AGENCY_KINDS, kindExpression, kindOfName } from '#core/features/gaps/agency-kinds.ts';
import {
  type Days,
  daysOfContact,
  gapLength,
  joined,
  lengthOf,
  overlap,
  stretchesWithout,
  usualInterval,
} from '#core/features/gaps/find-gaps.ts';
import { liesIn } from '#core/features/gaps/periods.ts';
import { inSchoolHolidays } from '#core/features/gaps/school-holidays.ts';
import { readDate } from '#shared/dates/read-date.ts';
import { dayNumber, isoDay } from '#shared/kernel/clock.ts';

const span = (from: string, to: string): Days => ({ from: dayNumber(from), to: dayNumber(to) });
const YEAR = span('2024-01-01', '2024-12-31');

/** As the chronology would hold what was written. */
function contactOf(written: string): ReturnType<typeof daysOfContact> {
  const { earliest, latest, precision, certainty } = readDate(written);
  return daysOfContact({
    earliest: earliest === null ? null : dayNumber(earliest),
    latest: latest === null ? null : dayNumber(latest),
    statedRange: precision === 'range' && certainty === 'certain',
  });
}
const shown = (days: Days | null): string | null => (days === null ? null : `${isoDay(days.from)}..${isoDay(days.to)}`);

describe('which days an entry stands for', () => {
  test.each([
    ['12 March 2024', '2024-03-12..2024-03-12', null],
    ['c. 12 March 2024', '2024-03-12..2024-03-12', null],
    ['12–14 October 2024', '2024-10-12..2024-10-14', null],
    ['w/c 4 March 2024', '2024-03-04..2024-03-10', null],
    ['May 2024', '2024-05-01..2024-05-31', null],
    ['late May 2024', '2024-05-21..2024-05-31', null],
    // A stay is contact throughout, however long; a season or a year may be any day of it, which is too wide to tell.
    ['1 June 2024 to 30 August 2024', '2024-06-01..2024-08-30', null],
    ['Autumn 2024', null, '2024-09-01..2024-11-30'],
    ['2024', null, '2024-01-01..2024-12-31'],
    ['undated', null, null],
  ])('%s', (written, contact, vague) => {
    const days = contactOf(written);
    expect([shown(days.contact), shown(days.vague)]).toEqual([contact, vague]);
  });
  test('an open side counts on the day that is known', () => {
    const from = daysOfContact({ earliest: 100, latest: null, statedRange: true });
    expect(from).toEqual({ contact: { from: 100, to: 100 }, vague: { from: 100, to: Number.POSITIVE_INFINITY } });
    const until = daysOfContact({ earliest: null, latest: 100, statedRange: true });
    expect(until).toEqual({ contact: { from: 100, to: 100 }, vague: { from: Number.NEGATIVE_INFINITY, to: 100 } });
  });
});

describe('stretches without contact', () => {
  const gaps = (contact: Days[], least: number): string[] =>
    stretchesWithout(contact, YEAR)
      .filter((stretch) => lengthOf(stretch) >= least)
      .map((stretch) => `${isoDay(stretch.from)} ${lengthOf(stretch)}${stretch.edge ? ` ${stretch.edge}` : ''}`);
  test.each<[string, Days[], number, string[]]>([
    ['nothing at all', [], 28, ['2024-01-01 366 whole']],
    [
      'the days between two contacts, neither counted',
      [span('2024-01-01', '2024-01-01'), span('2024-03-01', '2024-12-31')],
      28,
      ['2024-01-02 59'],
    ],
    ['exactly as long as asked', [span('2024-01-01', '2024-06-01'), span('2024-06-30', '2024-12-31')], 28, ['2024-06-02 28']],
    ['one day less', [span('2024-01-01', '2024-06-01'), span('2024-06-29', '2024-12-31')], 28, []],
    ['both ends', [span('2024-06-01', '2024-06-01')], 28, ['2024-01-01 152 start', '2024-06-02 213 end']],
    [
      'spans that overlap hide what lies beneath',
      [span('2024-01-01', '2024-07-01'), span('2024-02-01', '2024-03-01'), span('2024-07-02', '2024-12-31')],
      1,
      [],
    ],
    [
      'contact before and after the period is none of it',
      [span('2023-12-31', '2023-12-31'), span('2025-01-01', '2025-01-01')],
      28,
      ['2024-01-01 366 whole'],
    ],
    [
      'contact that began before and reaches in',
      [span('2023-12-01', '2024-02-01'), span('2024-02-03', '2025-03-01')],
      1,
      ['2024-02-02 1'],
    ],
  ])('%s', (_what, contact, least, expected) => expect(gaps(contact, least)).toEqual(expected));

  test('with the contact they tile the period: every day is in exactly one of them', () => {
    const spans = array(record({ from: integer({ min: -40, max: 420 }), wide: integer({ min: 0, max: 60 }) }), { maxLength: 30 });
    assert(
      property(spans, integer({ min: 0, max: 200 }), integer({ min: 0, max: 200 }), (list, at, length) => {
        const contact = list.map(({ from, wide }) => ({ from, to: from + wide }));
        const period = { from: at, to: at + length };
        const without = stretchesWithout(contact, period);
        for (let day = period.from; day <= period.to; day++) {
          const here = { from: day, to: day };
          const met = contact.some((days) => overlap(days, here) > 0);
          const missed = without.filter((days) => overlap(days, here) > 0).length;
          if (missed !== (met ? 0 : 1)) throw new Error(`day ${day} is in ${missed} stretches, contact ${met}`);
        }
        expect(without.reduce((sum, days) => sum + lengthOf(days), 0)).toBe(
          lengthOf(period) - joined(contact).reduce((sum, days) => sum + overlap(days, period), 0),
        );
        // Each touches contact on both sides, unless it is at an edge of the period.
        for (const days of without) {
          expect(days.edge === 'start' || days.edge === 'whole').toBe(days.from === period.from);
          expect(days.edge === 'end' || days.edge === 'whole').toBe(days.to === period.to);
        }
      }),
    );
  });
});

describe('from when on a silence is a gap', () => {
  const every = (days: number, n: number): Days[] =>
    Array.from({ length: n }, (_, i) => ({ from: YEAR.from + i * days, to: YEAR.from + i * days }));
  test.each([
    ['too few to tell', every(30, 8), null, 28],
    ['weekly', every(7, 40), 7, 28],
    ['every three weeks', every(21, 12), 21, 63],
    ['every forty days', every(40, 9), 40, 120],
  ])('%s', (_what, contact, usual, length) => {
    expect(usualInterval(contact, YEAR)).toBe(usual);
    expect(gapLength(usual)).toBe(length);
  });
  test('never more than half a year', () => expect(gapLength(300)).toBe(183));
});

describe('school holidays', () => {
  test.each([
    ['2025-07-23', '2025-09-02', true],
    ['2025-07-23', '2025-09-20', false],
    ['2024-12-20', '2025-01-05', true],
    ['2025-04-05', '2025-04-21', true],
    ['2025-04-12', '2025-06-01', false],
    // A weekend holds no school day, so it says nothing.
    ['2025-03-08', '2025-03-09', false],
  ])('%s to %s: %s', (from, to, expected) => expect(inSchoolHolidays(span(from, to))).toBe(expected));
});

describe('kinds of agency', () => {
  test.each([
    ['Ostershire Constabulary', 'police'],
    ["Ostermere Children's Social Care", 'socialCare'],
    ['Oster Community Health (0–19, speech)', 'communityHealth'],
    ['Kelderby Adult Social Care', 'adultSocialCare'],
    ['North Oster Ambulance Trust', 'ambulance'],
    ['Wendle Community Mental Health', 'mentalHealth'],
    ['Tanpit Allotment Society', 'other'],
  ])('%s is %s', (name, kind) => expect(kindOfName(name)).toBe(kind));
  test('each kind is there once, and its words make an expression', () => {
    expect(new Set(AGENCY_KINDS.map(({ kind }) => kind)).size).toBe(AGENCY_KINDS.length);
    expect(kindExpression(['health visit*', 'gp'])).toBe('text : ("health visit" * OR "gp")');
  });
});

describe('where an entry lies', () => {
  const detailed = { from: '2024-03-01', to: '2025-11-09' };
  const row = { id: '', reason: '', rowVersion: 1 };
  const periods = [
    { ...row, kind: 'background' as const, agencyId: null, from: '2013-09-01', to: '2024-02-29' },
    { ...row, kind: 'exception' as const, agencyId: 'PO', from: '2019-01-01', to: null },
  ];
  test.each([
    ['SC', '2024-03-01', '2024-03-01', 'detailed'],
    ['SC', '2024-02-29', '2024-02-29', 'background'],
    ['PO', '2024-02-29', '2024-02-29', 'exception'],
    ['PO', '2018-12-31', '2018-12-31', 'background'],
    ['SC', '2013-08-31', '2013-08-31', 'outside'],
    ['SC', '2025-11-10', '2025-11-10', 'outside'],
    ['PO', '2025-11-10', '2025-11-10', 'exception'],
    ['SC', '2024-02-01', '2024-03-31', 'detailed'],
    ['SC', null, '2024-05-01', 'detailed'],
    ['SC', null, null, 'undated'],
  ])('%s %s to %s: %s', (agency, earliest, latest, lies) =>
    expect(liesIn({ earliest, latest }, agency, detailed, periods)).toBe(lies),
  );
  test('of a review that sets no period nothing lies outside; a background alone still sets one', () => {
    const [day, none] = [
      { earliest: '2023-05-01', latest: '2023-05-01' },
      { from: null, to: null },
    ];
    const background = {
      id: 'p',
      kind: 'background',
      agencyId: null,
      from: '2012-01-01',
      to: '2013-01-01',
      reason: '',
      rowVersion: 1,
    } as const;
    expect([liesIn(day, 'a', none, []), liesIn(day, 'a', none, [background])]).toEqual(['detailed', 'outside']);
  });

  test('one answer for every day there is', () => {
    const day = integer({ min: dayNumber('2010-01-01'), max: dayNumber('2027-01-01') }).map(isoDay);
    assert(
      property(day, constantFrom('SC', 'PO'), (at, agency) => {
        const lies = liesIn({ earliest: at, latest: at }, agency, detailed, periods);
        expect(lies === 'detailed').toBe(at >= detailed.from && at <= detailed.to);
      }),
    );
  });
});
