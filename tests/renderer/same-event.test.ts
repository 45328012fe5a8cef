import { describe, expect, test } from 'vitest';
import { piecesOf } from '#renderer/features/chronology/accounts/account-text.tsx';
import { listOf } from '#renderer/features/chronology/accounts/lists.ts';
import { reasonSentence } from '#renderer/features/chronology/accounts/reason-words.ts';

describe('the same event', () => {
  test('a reason is one plain sentence', () => {
    expect(
      reasonSentence([
        { code: 'daysApart', days: 1 },
        { code: 'sameTime', minutes: 5 },
        { code: 'sameMatter', matters: ['injury', 'hospitalAttendance'] },
        { code: 'people', people: ['Adult F', 'Child V', 'SW1'] },
        { code: 'words', words: ['bunk'] },
      ]),
    ).toBe(
      'A day apart; times 5 minutes apart; both tell of an injury and a hospital attendance; both name Adult F, Child V and SW1; words in common: bunk',
    );
    expect(reasonSentence([])).toBe('');
  });

  test('a text is cut at its contradicted sentences and nothing of it is lost', () => {
    const text = 'Seen at home. Not brought. Well.';
    const pieces = piecesOf(text, ['Not brought.', 'Seen', 'not in it']);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(['Seen', 'Not brought.']);
  });

  test('the list comes from the address, a group without a list is shown among the groups', () => {
    expect([listOf({}), listOf({ list: 'apart' }), listOf({ list: 'nonsense' }), listOf({ group: 'x' })]).toEqual([
      'proposals',
      'apart',
      'proposals',
      'groups',
    ]);
  });
});
