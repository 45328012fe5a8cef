import { describe, expect, test } from 'vitest';
import { fieldsBeside, fieldsInCells } from '#renderer/features/chronology/passages/fields-in-cells.ts';
import { type Choice, choiceOf, spanOf, stepped, wordsOf } from '#renderer/features/chronology/passages/word-steps.ts';
import { daysSince } from '#renderer/features/chronology/threads/days-since.ts';
import type { EventDetail } from '#shared/model/chronology-event.ts';

const TEXT = 'Mum rang. The GP’s nurse was out, 2 days later. Nobody came.';
/** What keys select, one after the other: "→", "⇧→". */
function pressed(keys: string, from: Choice | null = null): string {
  const words = wordsOf(TEXT);
  let choice = from;
  for (const key of keys.split(' ')) {
    const shift = key.startsWith('⇧');
    const name =
      { '→': 'ArrowRight', '←': 'ArrowLeft', '↓': 'ArrowDown', '↑': 'ArrowUp' }[key.replace('⇧', '')] ?? key.replace('⇧', '');
    choice = stepped(TEXT, words, choice, { key: name, shift, ctrl: false }) ?? choice;
  }
  const span = choice && spanOf(words, choice);
  return span ? TEXT.slice(span.start, span.end) : '';
}

describe('words chosen by keys', () => {
  test.each([
    ['→', 'Mum'],
    ['→ →', 'rang'],
    ['→ → ⇧→ ⇧→', 'rang. The GP’s'],
    ['→ → ⇧→ ⇧← ⇧←', 'Mum rang'],
    ['→ ←', 'Mum'],
    ['←', 'came'],
    ['→ ↓', 'The'],
    ['→ ↓ ⇧↓', 'The GP’s nurse was out, 2 days later. Nobody'],
    ['End', 'came'],
    ['End ↑ ↑', 'The'],
    ['End Home', 'Mum'],
    ['→ ⇧End', 'Mum rang. The GP’s nurse was out, 2 days later. Nobody came'],
    ['t', ''],
  ])('%s', (keys, wanted) => {
    expect(pressed(keys)).toBe(wanted);
  });

  test('go on from what a mouse chose, half words too; Ctrl+A takes all; a text without words takes no key', () => {
    const words = wordsOf(TEXT);
    const choice = choiceOf(words, { start: TEXT.indexOf('P’s'), end: TEXT.indexOf('rse') });
    expect(pressed('⇧→', choice)).toBe('GP’s nurse was');
    expect(choiceOf(words, { start: TEXT.length - 1, end: TEXT.length })).toBeNull();
    expect(stepped(TEXT, words, null, { key: 'a', shift: false, ctrl: true })).toEqual({ anchor: 0, focus: words.length - 1 });
    expect(stepped('…', wordsOf('…'), null, { key: 'ArrowRight', shift: false, ctrl: false })).toBeUndefined();
  });
});

test('a field is tagged in the cell where it stands, once, and beside the cells where none holds it', () => {
  const cell = (column: string, text: string) => ({ column, text });
  const field = (name: string, text: string) => ({ field: name, text, marks: [], original: null });
  const cells = [cell('Date', '1/3/24'), cell('Event', ' Mum rang \n'), cell('Note', 'Mum rang'), cell('Seen', 'Yes')];
  const fields = [
    field('description', 'Mum rang'),
    field('response', 'Corrected'),
    field('outcome', 'Yes'),
    field('involved', ' '),
  ];
  const detail = { fields, sources: [{ cells }] } as unknown as EventDetail;
  expect([...fieldsInCells(detail)].map(([one, own]) => [one.column, own.field])).toEqual([
    ['Event', 'description'],
    ['Seen', 'outcome'],
  ]);
  expect(fieldsBeside(detail).map((one) => one.field)).toEqual(['response']);
});

test('days that have gone by', () => {
  const now = Date.parse('2026-11-23T10:00:00Z');
  expect([
    daysSince('2026-11-22T11:00:00.000Z', now),
    daysSince('2026-11-13T09:00:00.000Z', now),
    daysSince('2027-01-01T00:00:00Z', now),
  ]).toEqual([0, 10, 0]);
});
