import { array, assert, constantFrom, integer, property, record, string, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutFrom, numbersOf } from '#renderer/features/chronology/actions/use-list-settings.ts';
import { gridColumns } from '#renderer/features/chronology/grid/columns.ts';
import { childrenOf } from '#shared/chronology/age-at.ts';
import { USUAL_LAYOUT } from '#shared/chronology/columns.ts';
import { filterSentence } from '#shared/chronology/filter-words.ts';
import type { Conditions } from '#shared/contract/event-filter.ts';
import type { Layout } from '#shared/contract/views.ts';
import { waysTo } from '#renderer/features/chronology/actions/go-to.tsx';
import {
  countOn,
  filterParams,
  forBuilder,
  keepWordsOf,
  kindsOn,
  readFilters,
  without,
} from '#renderer/features/chronology/filter/filter-state.ts';
import { heightOf, indexAt, listTop, rowHeight, scaleOf, scrollFor, topOf } from '#renderer/features/chronology/grid/geometry.ts';
import { gridMove } from '#renderer/features/chronology/grid/grid-keys.ts';
import { textFor } from '#renderer/features/chronology/inspector/reading-text.ts';
import { agesAtEvent, ageAtEvent, UNBORN } from '#renderer/features/chronology/text/age.ts';
import { certaintyOf } from '#renderer/features/chronology/text/certainty.tsx';
import { segmentsOf } from '#renderer/features/chronology/text/segments.ts';
import { readDate } from '#shared/dates/read-date.ts';
import { isoDay } from '#shared/kernel/clock.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { EventDate } from '#shared/model/event-date.ts';

const dateOf = (written: string): EventDate => ({ ...readDate(written), asWritten: written, order: 0 });

describe('a text with marks and hits', () => {
  test('is, piece after piece, the text to the letter', () => {
    const spans = (most: number) =>
      array(tuple(integer({ min: 0, max: 60 }), integer({ min: 1, max: 12 })), { maxLength: most }).map((pairs) => {
        let at = 0;
        return pairs.map(([gap, length]) => {
          const start = at + gap;
          at = start + length;
          return { start, end: at };
        });
      });
    const marks = spans(6).map((list) =>
      list.map((span) => ({ ...span, entryIds: [], label: 'Adult B', status: 'sure' as const })),
    );
    assert(
      property(string({ maxLength: 120 }), marks, spans(6), (text, found, hits) => {
        const inside = <T extends { end: number }>(list: readonly T[]): T[] => list.filter(({ end }) => end <= text.length);
        const pieces = segmentsOf(text, inside(found), inside(hits));
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.filter((piece) => piece.endsMark)).toHaveLength(inside(found).length);
        const hit = pieces.filter((piece) => piece.hit).reduce((sum, piece) => sum + piece.text.length, 0);
        expect(hit).toBe(inside(hits).reduce((sum, { start, end }) => sum + end - start, 0));
      }),
    );
  });

  test('a word settled as nobody is drawn as any other', () => {
    const mark = { start: 0, end: 3, entryIds: [], label: null, status: 'notAPerson' as const };
    expect(segmentsOf('May came', [mark], []).every((piece) => piece.mark === null)).toBe(true);
  });
});

describe('the place of rows', () => {
  const geometry = record({
    count: integer({ min: 1, max: 2_000_000 }),
    row: constantFrom(28, 47),
    openAt: integer({ min: 0, max: 2_000_000 }),
    openHeight: integer({ min: 47, max: 900 }),
    head: constantFrom(0, 28),
    starts: array(integer({ min: 0, max: 2_000_000 }), { maxLength: 30 }),
  }).map((g) => ({
    ...g,
    openAt: Math.min(g.openAt, g.count - 1),
    starts: g.head === 0 ? [] : [...new Set([0, ...g.starts])].filter((at) => at < g.count).sort((a, b) => a - b),
  }));

  test('every row is found again at its own top and just above its bottom', () => {
    assert(
      property(geometry, integer({ min: 0, max: 2_000_000 }), (g, n) => {
        const index = Math.min(n, g.count - 1);
        expect(indexAt(g, topOf(g, index))).toBe(index);
        expect(indexAt(g, topOf(g, index) + rowHeight(g, index) - 1)).toBe(index);
        expect(topOf(g, g.count - 1) + rowHeight(g, g.count - 1)).toBe(heightOf(g));
      }),
    );
  });
  test('a million rows fit what a browser can draw, and both ends are reached', () => {
    const scale = scaleOf({ count: 1_000_000, row: 47, openAt: null, openHeight: 0 }, 700);
    expect(scale.drawn).toBeLessThanOrEqual(15_000_000);
    expect(listTop(scale, scale.drawn - 700)).toBeCloseTo(47_000_000 - 700);
    expect(scrollFor(scale, listTop(scale, 1234))).toBeCloseTo(1234);
  });
});

describe('keys in the grid', () => {
  const key = (name: string, more: object = {}) => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...more,
  });
  const at = { row: 5, rows: 100, page: 10, cell: null, cells: 8 };
  test('move over rows, and over cells once in one', () => {
    expect(gridMove(key('ArrowDown'), at)).toEqual({ does: 'row', to: 6, mode: 'only' });
    expect(gridMove(key('ArrowDown', { shiftKey: true }), at)).toEqual({ does: 'row', to: 6, mode: 'extend' });
    expect(gridMove(key('End'), at)).toEqual({ does: 'row', to: 99, mode: 'only' });
    expect(gridMove(key('End'), { ...at, cell: 2 })).toEqual({ does: 'cell', to: 7 });
    expect(gridMove(key('Home', { ctrlKey: true }), { ...at, cell: 2 })).toEqual({ does: 'row', to: 0, mode: 'only' });
    expect(gridMove(key('ArrowLeft'), { ...at, cell: 0 })).toEqual({ does: 'cell', to: null });
    expect(gridMove(key('ArrowUp', { altKey: true }), at)).toEqual({ does: 'reorder', by: -1 });
    expect(gridMove(key('a'), at)).toBeNull();
    expect(gridMove(key('a', { ctrlKey: true }), at)).toEqual({ does: 'all' });
  });
});

describe('filters in the hash', () => {
  test('come back as they were, and what is not ours is left out', () => {
    const filters = { agencyIds: [newId(), newId()], themeIds: [newId()], from: '2025-09-01', problemsOnly: true };
    const params = Object.fromEntries(Object.entries(filterParams(filters)).filter((pair) => pair[1] !== undefined)) as Record<
      string,
      string
    >;
    expect(readFilters(params)).toEqual(filters);
    expect(kindsOn(filters)).toEqual(['agency', 'period', 'theme', 'problems']);
    expect(kindsOn(without(filters, 'theme'))).toEqual(['agency', 'period', 'problems']);
    expect(readFilters({ agency: 'x,<b>', from: '2025-13-40', to: 'tomorrow', person: '', problems: '0' })).toEqual({});
  });

  test('conditions too, but never their words, which another review or view forgets', () => {
    keepWordsOf('review identified');
    const where: Conditions = {
      match: 'any',
      of: [
        { kind: 'words', words: 'Rowan Pryce', not: true },
        {
          kind: 'group',
          match: 'all',
          of: [
            { kind: 'fact', is: 'annotated' },
            { kind: 'words', words: 'seen' },
          ],
        },
      ],
    };
    const params = filterParams({ where });
    expect(params['where']).not.toMatch(/Rowan|seen/);
    expect(readFilters({ where: params['where'] ?? '' })).toEqual({ where });
    expect(countOn({ where })).toBe(1);
    keepWordsOf('review anonymised');
    expect(readFilters({ where: params['where'] ?? '' })).toEqual({
      where: { match: 'any', of: [{ kind: 'group', match: 'all', of: [{ kind: 'fact', is: 'annotated' }] }] },
    });
    for (const spoilt of ['{', '{"match":"all"}', '{"match":"all","of":[{"kind":"drop"}]}']) {
      expect(readFilters({ where: spoilt })).toEqual({});
    }
  });

  test('the builder has what the bar set as conditions, beside those of which any may hold it stays', () => {
    const id = newId();
    const bar = { agencyIds: [id], untaggedOnly: true };
    expect(forBuilder(bar).where?.of).toEqual([
      { kind: 'agency', ids: [id] },
      { kind: 'fact', is: 'tagged', not: true },
    ]);
    const where: Conditions = {
      match: 'any',
      of: [
        { kind: 'ref', from: 3 },
        { kind: 'fact', is: 'linked' },
      ],
    };
    expect(forBuilder({ ...bar, where })).toEqual({ ...bar, where });
  });

  test('are said as a plain sentence', () => {
    const names = { agency: () => 'Police', theme: () => 'Voice', person: () => 'Child V', returnOf: () => 'p.csv' };
    const [id] = [newId()];
    expect(filterSentence({}, names)).toBe('All entries');
    expect(
      filterSentence(
        {
          agencyIds: [id],
          from: '2025-09-01',
          where: {
            match: 'any',
            of: [
              { kind: 'theme', ids: [id], not: true },
              { kind: 'words', words: 'door', field: 'outcome' },
            ],
          },
        },
        names,
      ),
    ).toBe('Entries of Police and dated from 1 Sep 2025 and (not tagged Voice or with “door” in the outcome)');
  });
});

describe('the layout', () => {
  const layout = (change: Partial<Layout>): Layout => ({ ...USUAL_LAYOUT, ...change });

  test('is kept as numbers and comes back; what is spoilt comes back as usual', () => {
    const kept = layout({
      columns: [
        { key: 'date', width: 120 },
        { key: 'ref', width: null },
        { key: 'sinceAny', width: 80 },
        { key: 'agency', width: null },
        { key: 'text', width: 700 },
      ],
      frozen: 2,
      group: 'theme',
      rows: 'compact',
    });
    expect(layoutFrom(numbersOf(kept))).toEqual(kept);
    expect(layoutFrom({})).toEqual(USUAL_LAYOUT);
    expect(layoutFrom({ ...numbersOf(kept), 'chronology.column.text': 0 }).columns).toEqual(USUAL_LAYOUT.columns);
  });

  test('what was recorded takes the room that is left; frozen columns stay one after the other', () => {
    const grid = gridColumns(layout({ frozen: 2 }), ['Police'], { ages: false, children: 0 });
    expect(grid.keys).toEqual(['ref', 'date', 'time', 'agency', 'text', 'themes', 'problems']);
    expect(grid.template.match(/1fr/g)).toHaveLength(1);
    expect(grid.frozen).toEqual(['1.000rem', '4.500rem']);
  });
});

describe('ages beside an entry', () => {
  test('from the youngest to the oldest that the child may have been', () => {
    const age = (date: string) => ageAtEvent('2020-03-14', dateOf(date));
    expect(age('March 2025')).toBe('4y 11m – 5y');
    expect(age('Sep 2025')).toBe('5y 5–6m');
    expect(age('15 Sep 2025')).toBe('5y 6m');
    expect(age('between 1 and 30 March 2020')).toBe('unborn to 2w');
  });
  test('of each child by its letter, the youngest not before it was born', () => {
    const person = (pseudonym: string, dateOfBirth: string) => ({
      id: pseudonym,
      kind: 'person' as const,
      realName: 'x',
      aliases: [],
      pseudonym,
      dateOfBirth,
    });
    const children = childrenOf(
      [
        person('Adult B', '1990-01-01'),
        person('Sibling W', '2013-09-01'),
        person('Child V', '2020-03-14'),
        person('Sibling X', '2025-08-20'),
      ],
      'child v',
      '2025-11-09',
    );
    expect(children.map(({ short }) => short)).toEqual(['V', 'W', 'X']);
    expect(agesAtEvent(children, dateOf('15 Sep 2019')).map(({ child, age }) => [child.short, age])).toEqual([
      ['V', UNBORN],
      ['W', '6y'],
    ]);
  });
});

describe('what a date says', () => {
  test('its sign', () => {
    expect(certaintyOf(dateOf('15 Sep 2025'))).toBeNull();
    expect(certaintyOf(dateOf('c. 8/9/25'))?.sign).toBe('≈');
    expect(certaintyOf(dateOf('12–14 Oct 2025'))?.sign).toBe('↔');
    expect(certaintyOf({ ...dateOf('15 Sep 2025'), asWritten: '"' })?.sign).toBe('″');
  });

  test('any reading chosen is read back as the same days, with the time that was written', () => {
    assert(
      property(integer({ min: 5000, max: 22_000 }), integer({ min: 0, max: 400 }), (first, days) => {
        const reading = { earliest: isoDay(first), latest: isoDay(first + days) };
        const text = textFor(reading, { time: '14:05', endTime: null });
        expect(text).not.toBeNull();
        expect(readDate(text ?? '')).toMatchObject(reading);
        if (days === 0) expect(readDate(text ?? '').time).toBe('14:05');
      }),
    );
  });

  test('the age of the child', () => {
    expect(ageAtEvent('2019-04-02', dateOf('15 Sep 2025'))).toBe('6y 5m');
    expect(ageAtEvent('2019-04-02', dateOf('2025'))).toBe('5–6y');
    expect(ageAtEvent('2019-04-02', dateOf('3 May 2018'))).toBe(UNBORN);
    expect(ageAtEvent(null, dateOf('15 Sep 2025'))).toBeNull();
  });
});

describe('go to', () => {
  test('a number, a date, or either', () => {
    expect(waysTo('0315').map((way) => way.label)).toEqual(['Go to entry 0315']);
    expect(waysTo('2019').map((way) => way.label)).toEqual(['Go to entry 2019', 'Go to Tue 1 Jan 2019']);
    expect(waysTo('Sep 2025').map((way) => way.day)).toEqual(['2025-09-01']);
    expect(waysTo('nothing')).toEqual([]);
  });
});
