import { expect, test } from 'vitest';
import { ageAt, ageLabel, intervalDays } from '#shared/dates/ages.ts';
import { columnOrder, doubtedByColumn } from '#shared/dates/column-order.ts';
import { combineDateAndTime, combineRange } from '#shared/dates/combine.ts';
import { dateLabel, formatSpan, timeLabel } from '#shared/dates/format.ts';
import { readDate } from '#shared/dates/read-date.ts';
import { readTime } from '#shared/dates/read-time.ts';

test.each([
  ['1640', '16:40', null, ''],
  ['16.40', '16:40', null, ''],
  ['4.40pm', '16:40', null, ''],
  ['3:30 p.m.', '15:30', null, ''],
  ['12.30am', '00:30', null, ''],
  ['approx 3pm', '15:00', null, ''],
  ['09:15-10:00', '09:15', '10:00', ''],
  ['1430 to 1500', '14:30', '15:00', ''],
  ['2-3pm', '14:00', '15:00', ''],
  ['11-1pm', '11:00', '13:00', ''],
  ['16:40/17:10', '16:40', '17:10', ''],
  ['noon', '12:00', null, ''],
  ['midnight', '00:00', null, ''],
  ['00:30hrs', '00:30', null, ''],
  ['16:40 hours', '16:40', null, ''],
  ['16 40', '16:40', null, ''],
  ['14h30', '14:30', null, ''],
  ['14:30:25', '14:30', null, ''],
  ['1899-12-30 14:30:00', '14:30', null, ''],
  ['quarter to four pm', '15:45', null, ''],
  ['Evening 19:30', '19:30', null, ''],
  ['pm', null, null, ''],
  ['early evening', null, null, ''],
  ['N/K', null, null, ''],
  ['-', null, null, ''],
  ['0.6875', '16:30', null, 'excelSerial'],
  ['O9:15', '09:15', null, 'slipRead'],
  ['16:4O', '16:40', null, 'slipRead'],
  ['9', '09:00', null, 'bareHour'],
  ["3 o'clock", '03:00', null, 'bareHour'],
  ['24:00', null, null, 'impossibleTime'],
  ['25:10', null, null, 'impossibleTime'],
  ['abc', null, null, 'unreadTime'],
  ['07.5', null, null, 'unreadTime'],
])('the time cell “%s”', (written, time, endTime, code) => {
  expect(readTime(written)).toMatchObject({ time, endTime });
  expect(
    readTime(written)
      ?.problems.map((p) => p.code)
      .join(),
  ).toBe(code);
});

test('a blank time cell is nothing, and a vague one is vague', () => {
  expect(readTime('  ')).toBeNull();
  expect(readTime('approx 3pm')?.approximate).toBe(true);
});

test('a date and its Time column become one reading', () => {
  const day = readDate('12/10/10');
  expect(combineDateAndTime(day, readTime('1640'))).toMatchObject({
    earliest: '2010-10-12',
    time: '16:40',
    precision: 'time',
    certainty: 'certain',
  });
  expect(combineDateAndTime(day, readTime('pm'))).toMatchObject({ time: null, precision: 'day', problems: [] });
  expect(combineDateAndTime(day, readTime('c. 3pm')).certainty).toBe('approximate');
  expect(combineDateAndTime(readDate('w/c 4/10/10'), readTime('10:00'))).toMatchObject({ precision: 'range', time: '10:00' });
  expect(combineDateAndTime(readDate('12/10/10 09:00'), readTime('10:00'))).toMatchObject({
    time: '09:00',
    problems: [{ code: 'twoTimes' }],
  });
  expect(combineDateAndTime(readDate('undated'), readTime('10:00'))).toMatchObject({
    earliest: null,
    time: null,
    precision: 'unknown',
  });
});

test('a start and an end column become one range, and an end before its start is said', () => {
  const range = combineRange(readDate('12/10/10'), readDate('14/10/10'));
  expect(range).toMatchObject({
    earliest: '2010-10-12',
    latest: '2010-10-14',
    precision: 'range',
    certainty: 'certain',
    problems: [],
  });
  expect(combineRange(readDate('12/10/10'), readDate('12/10/10'))).toMatchObject({ precision: 'day', problems: [] });
  const backwards = combineRange(readDate('12/10/10'), readDate('10/10/10'));
  expect(backwards).toMatchObject({
    earliest: '2010-10-12',
    latest: '2010-10-12',
    certainty: 'uncertain',
    problems: [{ code: 'endBeforeStart' }],
  });
  expect(backwards.alternatives).toEqual([{ earliest: '2010-10-10', latest: '2010-10-10' }]);
  expect(combineRange(readDate('12/10/10 10:00'), readDate('12/10/10 11:30'))).toMatchObject({
    time: '10:00',
    endTime: '11:30',
    precision: 'time',
  });
  expect(combineRange(readDate('12/10/10'), readDate('illegible'))).toMatchObject({
    earliest: '2010-10-12',
    problems: [{ code: 'undated' }],
  });
});

test('a column that can only be month first casts doubt on its other figures', () => {
  const american = ['3/15/2025', '4/2/2025', '12/31/2024'];
  expect(columnOrder(american)).toBe('monthFirst');
  expect(columnOrder(['15/3/2025', '4/2/2025', '3/15/2025'])).toBe('mixed');
  expect(columnOrder(['4/2/2025', '5/2/2025'])).toBe('unclear');
  expect(doubtedByColumn(readDate('4/2/2025'), '4/2/2025')).toMatchObject({
    earliest: '2025-02-04',
    certainty: 'uncertain',
    alternatives: [{ earliest: '2025-04-02', latest: '2025-04-02' }],
    problems: [{ code: 'twoReadings' }],
  });
  const same = readDate('4/4/2025');
  expect(doubtedByColumn(same, '4/4/2025')).toBe(same);
});

test.each([
  ['15.09.25', 'Mon 15 Sep 2025'],
  ['w/c 22/9/25', '22–28 Sep 2025'],
  ['24th/25th Nov 2025', '24–25 Nov 2025'],
  ['early Nov 2025', 'early Nov 2025'],
  ['mid-June 2008', 'mid Jun 2008'],
  ['late Feb 2024', 'late Feb 2024'],
  ['c. 8/9/25', 'c. 8 Sep 2025'],
  ['c. Feb 2023', 'c. Feb 2023'],
  ['?8/9/25', '? Mon 8 Sep 2025'],
  ['Feb 2023', 'Feb 2023'],
  ['2010', '2010'],
  ['Jan-Mar 2009', 'Jan–Mar 2009'],
  ['28 Dec 2009 - 3 Jan 2010', '28 Dec 2009 – 3 Jan 2010'],
  ['28 Sep - 4 Oct 2025', '28 Sep – 4 Oct 2025'],
  ['FY 2009/10', 'Apr 2009 – Mar 2010'],
  ['autumn 2024', 'autumn 2024'],
  ['from 3 May 2010', 'from Mon 3 May 2010'],
  ['before 3 May 2010', 'until Sun 2 May 2010'],
  ['n/k', 'Date not known'],
])('“%s” is shown as “%s”', (written, label) => {
  expect(dateLabel(readDate(written))).toBe(label);
});

test('times and spans have labels', () => {
  expect(timeLabel(readDate('12/10/10 2pm–3.30pm'))).toBe('14:00–15:30');
  expect(timeLabel(readDate('12/10/10'))).toBe('');
  expect(formatSpan('2025-11-01', '2025-11-10')).toBe('1–10 Nov 2025');
});

test('ages count completed years and months, as the law does', () => {
  expect(ageLabel('2020-03-14', '2026-08-20')).toBe('6y 5m');
  expect(ageLabel('2020-03-14', '2025-03-13')).toBe('4y 11m');
  expect(ageLabel('2020-03-14', '2025-03-14')).toBe('5y');
  expect(ageLabel('2025-08-20', '2025-11-08')).toBe('11w');
  expect(ageLabel('2025-08-20', '2026-01-08')).toBe('4m');
  expect(ageLabel('2025-08-20', '2025-08-25')).toBe('5d');
  expect(ageLabel('2025-08-20', '2025-08-19')).toBeNull();
  expect(ageAt('2020-02-29', '2021-02-28')).toMatchObject({ years: 0, months: 11 });
  expect(ageAt('2020-02-29', '2021-03-01')).toMatchObject({ years: 1, months: 0, days: 0 });
  expect(ageAt('2024-01-31', '2024-02-29')).toMatchObject({ years: 0, months: 0, days: 29 });
  expect(intervalDays('2024-02-28', '2024-03-01')).toBe(2);
  expect(intervalDays('2025-03-30', '2025-03-29')).toBe(-1);
});
