import { describe, expect, test } from 'vitest';
import { findWords } from '#core/features/passages/find-words.ts';

const found = (text: string, quote: string): string[] => findWords(text, quote).map(({ start, end }) => text.slice(start, end));

describe('where words stand in a text that has changed', () => {
  test.each([
    ['to the letter, each time', 'He slept. She rang. He slept.', 'He slept', ['He slept', 'He slept']],
    ['in other capitals or with other signs between', 'THE HEATING, WAS OFF again', 'heating was off', ['HEATING, WAS OFF']],
    ['with a word more or another one', 'School noted he was often very tired and thirsty.', 'tired and hungry', ['tired and']],
    [
      'in the nearest of two places',
      'Mother rang twice. Mother then rang the school nurse.',
      'rang the school',
      ['rang the school'],
    ],
    ['nowhere where hardly a word is left', 'Nobody came at all.', 'heating was off', []],
    ['nowhere where nothing is looked for', 'Nobody came.', '', []],
    ['nowhere in nothing', '', 'heating', []],
  ])('%s', (_what, text, quote, wanted) => {
    expect(found(text, quote)).toEqual(wanted);
  });
});
