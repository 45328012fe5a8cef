import { assert, integer, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowsSingle, isSingle, pressedName } from '#renderer/commands/keys.ts';
import { hrefTo, readRoute } from '#renderer/data/route.ts';
import { localDay, touchedWords } from '#renderer/features/activity/line-words.ts';
import { helpParts } from '#renderer/features/help/help-parts.ts';
import { gapsOf, lanesOf, mondayOf, spanOf, ticksOf } from '#renderer/features/overview/density.ts';
import { hexGroups } from '#renderer/features/start/hex-groups.ts';
import { placeName } from '#renderer/features/start/place-name.ts';
import { findCommands } from '#renderer/shell/find-commands.ts';
import { COMMANDS } from '#renderer/commands/all.ts';
import { RAIL } from '#renderer/commands/go-to.ts';
import { counted, dayLabel, instantLabel } from '#renderer/ui/date-text.tsx';
import { passphraseStrength } from '#renderer/ui/passphrase-words.ts';
import { dayNumber, isoDay, weekdayOf } from '#shared/kernel/clock.ts';

const key = (name: string, more: Partial<KeyboardEventInit> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('keys', () => {
  test('are named as people write them', () => {
    expect(pressedName(key('k', { ctrlKey: true, code: 'KeyK' }))).toBe('Ctrl+K');
    expect(pressedName(key('k', { metaKey: true }))).toBe('Ctrl+K');
    expect(pressedName(key('L', { ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Shift+L');
    expect(pressedName(key('F6', { shiftKey: true }))).toBe('Shift+F6');
    expect(pressedName(key('/', { ctrlKey: true }))).toBe('Ctrl+/');
    expect(pressedName(key('?', { shiftKey: true }))).toBe('?');
    expect(pressedName(key('ArrowUp', { altKey: true }))).toBe('Alt+↑');
    // Another layout says another sign with Ctrl; the key's own letter counts.
    expect(pressedName(key('я', { ctrlKey: true, code: 'KeyZ' }))).toBe('Ctrl+Z');
  });
  test('of one letter need a grid, a list or Start, and no text', () => {
    expect(isSingle('G O')).toBe(true);
    expect(isSingle('[')).toBe(true);
    expect(isSingle('Ctrl+K')).toBe(false);
    expect(isSingle('F9')).toBe(false);
    document.body.innerHTML = '<div role="grid"><p></p><input></div><section></section><ul data-single-keys><li></li></ul>';
    expect(allowsSingle(document.querySelector('p'))).toBe(true);
    expect(allowsSingle(document.querySelector('input'))).toBe(false);
    expect(allowsSingle(document.querySelector('section'))).toBe(false);
    expect(allowsSingle(document.querySelector('li'))).toBe(true);
  });
  test('no command takes what a browser keeps for itself, and no two take the same', () => {
    const reserved = /^Ctrl\+(Shift\+)?(T|N|W|Tab)$|^Alt\+F4$|^F(5|11|12)$/;
    const all = COMMANDS.flatMap((command) =>
      (command.keys ?? []).map((keys) => `${command.group === 'Start' ? 'Start ' : ''}${keys}`),
    );
    for (const keys of all) expect(keys).not.toMatch(reserved);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(COMMANDS.map((command) => command.id)).size).toBe(COMMANDS.length);
  });
  test('the letters of the places are those of the look', () => {
    expect(RAIL.map((item) => item.letter).join('')).toBe('ORCPAEUVKY');
  });
});

test('routes are read back, and nonsense is Overview', () => {
  expect(readRoute(hrefTo('chronology', { entry: 'a&b=c#', problems: '1' }))).toEqual({
    place: 'chronology',
    params: { entry: 'a&b=c#', problems: '1' },
  });
  expect(readRoute('#/constructor').place).toBe('overview');
  expect(readRoute('').place).toBe('overview');
  expect(readRoute('#/people').params).toEqual({});
});

test('the palette finds by every word, the label first', () => {
  const found = findCommands(COMMANDS, 'act').map((command) => command.id);
  expect(found.slice(0, 2)).toEqual(['go.actions', 'go.activity']);
  expect(findCommands(COMMANDS, 'lost key').map((command) => command.id)).toContain('start.recovery');
  expect(findCommands(COMMANDS, 'zzz')).toEqual([]);
});

describe('lanes', () => {
  test('weeks begin on Mondays', () => {
    assert(
      property(integer({ min: -3000, max: 6000 }), (week) => {
        expect(weekdayOf(mondayOf(week))).toBe(0);
      }),
    );
    const day = dayNumber('2025-09-15');
    expect(isoDay(mondayOf(Math.floor((day + 3) / 7)))).toBe('2025-09-15');
  });
  test('gaps lie between entries and are counted in days', () => {
    const weeks = [10, 11, 20, 40].map((week) => ({ week, entries: 1 }));
    expect(gapsOf(weeks)).toEqual([
      { from: 12, to: 19, days: 56 },
      { from: 21, to: 39, days: 133 },
    ]);
    expect(gapsOf([])).toEqual([]);
  });
  test('each agency has a lane in the given order, also one without a dated entry', () => {
    const lanes = lanesOf(
      [
        { agencyId: 'b', week: 7, entries: 2 },
        { agencyId: 'b', week: 3, entries: 5 },
      ],
      ['a', 'b'],
    );
    expect(lanes.map((lane) => [lane.agencyId, lane.busiest?.week ?? null])).toEqual([
      ['a', null],
      ['b', 3],
    ]);
    expect(spanOf(lanes)).toEqual({ first: 3, last: 7 });
    expect(spanOf([])).toBeNull();
  });
  test('the axis has room for every mark, over weeks or over a century', () => {
    assert(
      property(
        integer({ min: -20_000, max: 30_000 }),
        integer({ min: 7, max: 40_000 }),
        integer({ min: 120, max: 1600 }),
        (from, days, width) => {
          const ticks = ticksOf(from, from + days, width);
          for (const [i, tick] of ticks.entries()) {
            const before = ticks[i - 1];
            expect(tick.day).toBeGreaterThanOrEqual(from);
            if (before) expect(((tick.day - before.day) / days) * width).toBeGreaterThan(28);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

test('days and numbers are written as the look says', () => {
  expect(dayLabel('2025-09-15')).toBe('Mon 15 Sep 2025');
  expect(dayLabel('2025-09-15', { weekday: false })).toBe('15 Sep 2025');
  expect(counted(1, 'entry', 'entries')).toBe('1 entry');
  expect(counted(4218, 'entry', 'entries')).toBe('4,218 entries');
  const now = new Date(2026, 10, 23, 16, 0).getTime();
  expect(instantLabel(new Date(2026, 10, 23, 14, 5).toISOString(), now)).toBe('Today 14:05');
  expect(instantLabel(new Date(2026, 10, 19, 9, 0).toISOString(), now)).toBe('Thu 19 Nov 2026, 09:00');
  expect(localDay(new Date(2026, 0, 2, 23, 59).toISOString())).toBe('2026-01-02');
});

test('a passphrase is judged in words', () => {
  expect(passphraseStrength('short').enough).toBe(false);
  expect(passphraseStrength('elevenchars').words).toBe('Too short: 1 more character.');
  expect(passphraseStrength('aaaaaaaaaaaaaaaa').words).toMatch(/^Weak/);
  expect(passphraseStrength('copper window seventeen fern').words).toMatch(/^Good/);
  expect(passphraseStrength('👩‍👩‍👧 twelve!').enough).toBe(true);
});

test('a file name comes from the reference and from nothing else', () => {
  expect(placeName('LCSPR 2026/09')).toBe('LCSPR 2026-09.review');
  expect(placeName('  ../../etc/passwd ')).toBe('etc-passwd.review');
  expect(placeName('Adolygiad Plentyn Ŵ')).toBe('Adolygiad Plentyn Ŵ.review');
  expect(placeName('///')).toBe('Review.review');
  assert(property(string(), (text) => !/[/\\:*?"<>|\u0000-\u001f]/.test(placeName(text))));
});

test('the record says rows in words', () => {
  expect(
    touchedWords([
      { table: 'event', rows: 240 },
      { table: 'eventSource', rows: 240 },
      { table: 'agencyReturn', rows: 1 },
    ]),
  ).toBe('240 entries, 1 return');
  expect(touchedWords([{ table: 'constructor', rows: 2 }])).toBe('2 constructor');
  expect(touchedWords([])).toBe('');
});

test('help text falls into headings, paragraphs and lists', () => {
  const parts = helpParts('# One\n\nTwo lines\nof text\n- first\n- second\n  goes on\n\nEnd');
  expect(parts.map((part) => (part.kind === 'list' ? part.items : `${part.kind}: ${part.text}`))).toEqual([
    'heading: One',
    'paragraph: Two lines of text',
    ['first', 'second goes on'],
    'paragraph: End',
  ]);
});

test('a key is shown in fours, whichever way it came', () => {
  expect(hexGroups('8f4b0a6827e8')).toBe('8f4b 0a68 27e8');
  expect(hexGroups('8f4b 0a68  27e8\n1')).toBe('8f4b 0a68 27e8 1');
});
