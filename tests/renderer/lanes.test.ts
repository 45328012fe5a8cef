import { array, assert, double, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  barsOf,
  entriesIn,
  entryItems,
  gapItems,
  gapWords,
  itemAt,
  mondayOf,
  placeOf,
  scaleFor,
  stacked,
} from '#renderer/features/chronology/lanes/lane-model.ts';
import { moveInMatrix } from '#renderer/features/chronology/lanes/matrix-keys.ts';
import {
  clockOf,
  LEAST_DAYS,
  nightsOf,
  panned,
  showing,
  spanOf,
  ticksOf,
  windowLabel,
  within,
  zoomed,
} from '#renderer/features/chronology/lanes/time-window.ts';
import type { Gap } from '#shared/contract/gaps.ts';
import type { Lane, LaneEntry } from '#shared/contract/lanes.ts';
import { dayNumber } from '#shared/kernel/clock.ts';
import { newId } from '#shared/kernel/ids.ts';

const day = dayNumber;
const ALL = { from: day('2013-01-01'), to: day('2026-01-01') };
const id = newId();
const entry = (more: Partial<LaneEntry>): LaneEntry => ({
  id: newId(),
  ref: 1,
  laneIds: [id],
  agencyId: id,
  earliest: '2025-03-15',
  latest: '2025-03-15',
  time: null,
  endTime: null,
  precision: 'day',
  certainty: 'certain',
  noContact: false,
  dateLabel: 'Sat 15 Mar 2025',
  text: 'Called at the flat.',
  ...more,
});
const lane = (weeks: readonly (readonly [number, number])[]): Lane => ({
  id,
  name: 'Police',
  entries: weeks.reduce((sum, [, entries]) => sum + entries, 0),
  weeks: weeks.map(([week, entries]) => ({ week, entries })),
});

describe('the stretch of time in view', () => {
  const windows = record({
    at: double({ min: ALL.from, max: ALL.to, noNaN: true }),
    span: double({ min: 0.001, max: 9000, noNaN: true }),
  });
  test('stays within all that is recorded and no nearer than two hours, however it is zoomed and moved', () => {
    const moves = array(
      record({ zoom: double({ min: 0.01, max: 100, noNaN: true }), pan: double({ min: -3, max: 3, noNaN: true }) }),
      { maxLength: 8 },
    );
    assert(
      property(windows, moves, ({ at, span }, list) => {
        let window = within({ from: at - span / 2, to: at + span / 2 }, ALL);
        for (const { zoom, pan } of list) window = panned(zoomed(window, at, zoom, ALL), pan, ALL);
        expect(spanOf(window)).toBeGreaterThanOrEqual(LEAST_DAYS - 1e-9);
        expect(spanOf(window)).toBeLessThanOrEqual(spanOf(ALL) * 1.08 + 1e-6);
        expect(window.from).toBeGreaterThanOrEqual(ALL.from - spanOf(ALL) * 0.04 - 1e-6);
        expect(window.to).toBeLessThanOrEqual(ALL.to + spanOf(ALL) * 0.04 + 1e-6);
        const shown = showing(window, at, ALL);
        expect(at).toBeGreaterThanOrEqual(shown.from - 1e-6);
        expect(at).toBeLessThanOrEqual(shown.to + 1e-6);
      }),
    );
  });
  test('zooms round the point under the pointer', () => {
    const window = { from: day('2024-01-01'), to: day('2025-01-01') };
    const at = day('2024-03-01');
    const near = zoomed(window, at, 0.5, ALL);
    expect((at - near.from) / spanOf(near)).toBeCloseTo((at - window.from) / spanOf(window));
  });
  test.each([
    ['all years', ALL, ['2013', '2014']],
    ['a year', { from: day('2024-03-01'), to: day('2025-03-01') }, ['Mar 24', 'Apr']],
    ['a month, by Mondays', { from: day('2025-03-01'), to: day('2025-04-05') }, ['3 Mar 25', '10 Mar']],
    ['a night, by hours', { from: day('2025-03-15') + 0.8, to: day('2025-03-16') + 0.4 }, ['Sat 15 Mar', '21:00']],
  ])('its axis: %s', (_what, window, first) => {
    const ticks = ticksOf(window, 640);
    expect(ticks.slice(0, 2).map((tick) => tick.label)).toEqual(first);
    for (const [i, tick] of ticks.entries())
      if (i > 0) expect((tick.at - ticks[i - 1]!.at) * (640 / spanOf(window))).toBeGreaterThan(30);
  });
  test('midnight says the day, and nights are marked where a day is wide enough', () => {
    const window = { from: day('2025-03-15') + 0.8, to: day('2025-03-16') + 0.4 };
    expect(ticksOf(window, 640).find((tick) => tick.strong && tick.at === day('2025-03-16'))?.label).toBe('Sun 16 Mar');
    expect(nightsOf(window, 640).map((night) => [clockOf(night.from), clockOf(night.to)])).toEqual([['21:00', '06:00']]);
    expect(nightsOf(ALL, 640)).toEqual([]);
    expect(windowLabel({ from: day('2025-03-15') + 21 / 24, to: day('2025-03-16') + 6 / 24 })).toBe(
      '15 Mar 2025, 21:00 to 16 Mar 2025, 06:00',
    );
    expect(windowLabel({ from: day('2024-03-01'), to: day('2025-11-10') })).toBe('1 Mar 2024 to 9 Nov 2025');
  });
});

describe('what stands in a lane', () => {
  test('bars of any number of weeks hold every entry once', () => {
    const weeks = array(record({ week: integer({ min: 2200, max: 2900 }), entries: integer({ min: 1, max: 40 }) }), {
      maxLength: 60,
    });
    assert(
      property(weeks, (list) => {
        const known = new Map(list.map((one) => [one.week, one.entries] as const));
        const whole = lane([...known]);
        const window = { from: mondayOf(2100), to: mondayOf(3000) };
        for (const size of [1, 2, 4, 13, 26, 52])
          expect(barsOf(whole, window, size).reduce((sum, bar) => sum + bar.entries, 0)).toBe(whole.entries);
        expect(entriesIn([whole], window)).toBe(whole.entries);
      }),
    );
  });
  test('far they are bars of as many weeks as can be seen, near they are entries, dense they stay bars', () => {
    const few = [lane([[2880, 5]])];
    const many = [lane([[2880, 4000]])];
    const year = { from: mondayOf(2860), to: mondayOf(2912) };
    expect(scaleFor(few, ALL, 700)).toEqual({ near: false, barWeeks: 4 });
    expect(scaleFor(few, year, 700)).toEqual({ near: true, barWeeks: 1 });
    expect(scaleFor(many, year, 700).near).toBe(false);
    expect(scaleFor(many, { from: mondayOf(2880), to: mondayOf(2880) + 2 }, 700).near).toBe(true);
  });
  test('an entry lies on its minute, its whole day, or all days that it may be', () => {
    const at = day('2025-03-15');
    expect(placeOf(entry({ time: '22:50', endTime: '23:35' }))).toEqual({ from: at + 1370 / 1440, to: at + 1415 / 1440 });
    // Past midnight it ends the day after.
    expect(placeOf(entry({ time: '23:30', endTime: '00:15' }))?.to).toBeCloseTo(at + 1 + 15 / 1440);
    expect(placeOf(entry({}))).toEqual({ from: at, to: at + 1 });
    expect(placeOf(entry({ earliest: '2025-03-10', latest: '2025-03-20' }))).toEqual({ from: at - 5, to: at + 6 });
    expect(placeOf(entry({ latest: null }))).toEqual({ from: at, to: at + 1 });
    expect(placeOf(entry({ earliest: null, latest: null }))).toBeNull();
  });
  test('on one night entries stand in the order of their times, and none covers another', () => {
    const window = { from: day('2025-11-08') + 0.7, to: day('2025-11-09') + 0.2 };
    const times = ['18:42', '18:43', '19:42', '23:00'];
    const items = entryItems(
      id,
      times.map((time) => entry({ earliest: '2025-11-08', latest: '2025-11-08', time })),
      window,
    );
    expect(items.map((item) => item.when)).toEqual(times.map((time) => `Sat 15 Mar 2025, ${time}`));
    const marks = stacked(items, (at) => ((at - window.from) / spanOf(window)) * 600, 5, 3);
    for (const [i, a] of marks.entries())
      for (const b of marks.slice(i + 1)) expect(a.level !== b.level || a.left + a.wide <= b.left).toBe(true);
  });
  test('a gap says its days, or what is known of it', () => {
    const gap = {
      key: 'g',
      kind: 'found',
      agencyId: id,
      from: '2025-07-23',
      to: '2025-09-02',
      days: 42,
      edge: null,
      schoolHoliday: true,
    } as Gap;
    const item = gapItems(id, [{ ...gap, note: null }], ALL)[0]!;
    expect([item.when, item.what]).toEqual(['23 Jul 2025 to 2 Sep 2025', 'No contact recorded, 42 days, school holiday']);
    expect(item.to - item.from).toBe(42);
    expect([gapWords({ ...gap, note: null }), gapWords({ ...gap, schoolHoliday: false, note: null })]).toEqual([
      'holiday',
      '42 days',
    ]);
    expect(gapItems(newId(), [{ ...gap, note: null }], ALL)).toEqual([]);
  });
  test('of two things at a place the narrower is meant, and nothing beyond reach', () => {
    const items = [
      ...gapItems(id, [{ key: 'g', agencyId: id, from: '2025-03-01', to: '2025-03-31', days: 31, note: null } as Gap], ALL),
      ...entryItems(id, [entry({})], ALL),
    ];
    expect(itemAt(items, day('2025-03-15') + 0.5, 1)?.kind).toBe('entry');
    expect(itemAt(items, day('2025-03-20'), 1)?.kind).toBe('gap');
    expect(itemAt(items, day('2025-05-20'), 1)).toBeNull();
  });
});

test('keys in the matrix stop at its edges', () => {
  const size = { rows: 3, columns: 4 };
  const from = { row: 0, column: 0 };
  expect(moveInMatrix('ArrowUp', from, size)).toEqual(from);
  expect(moveInMatrix('End', from, size)).toEqual({ row: 0, column: 3 });
  expect(moveInMatrix('PageDown', { row: 1, column: 2 }, size)).toEqual({ row: 2, column: 2 });
  expect(moveInMatrix('t', from, size)).toBeNull();
});
