import { phrasesFrom } from './lexicon.ts';
import { phraseEnd } from './tokens.ts';
import type { LexAt, Token } from './tokens.ts';

export type Tokens = readonly Token[];

/** The longest known word or phrase that begins at a token. Kept with the token: the grammar asks many times. */
export function lexAt(tokens: Tokens, at: number): LexAt | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  if (token.lexed === undefined) token.lexed = lookedUp(tokens, at, token.text);
  return token.lexed;
}

function lookedUp(tokens: Tokens, at: number, word: string): LexAt | null {
  const list = phrasesFrom(word);
  if (!list) return null;
  for (const phrase of list) {
    const next = phrase.words.length === 1 ? at + 1 : phraseEnd(tokens, at, phrase.words);
    if (next > 0) return { lex: phrase.lex, next };
  }
  return null;
}

export function isMark(tokens: Tokens, at: number, marks: string): boolean {
  const token = tokens[at];
  return token?.kind === 'mark' && marks.includes(token.text);
}

export function isNumber(tokens: Tokens, at: number): boolean {
  return tokens[at]?.kind === 'number';
}

export function isTight(tokens: Tokens, at: number): boolean {
  return tokens[at]?.gap === false;
}

export function skipMarks(tokens: Tokens, from: number, marks: string): number {
  let at = from;
  while (isMark(tokens, at, marks)) at++;
  return at;
}

/** Past "of", "in the", and the marks that may stand there. */
export function skipOf(tokens: Tokens, from: number, marks = '.,'): number {
  let at = skipMarks(tokens, from, marks);
  for (let found = lexAt(tokens, at); found && (found.lex.is === 'of' || found.lex.is === 'the'); found = lexAt(tokens, at)) {
    // "1O Oct": a letter glued to figures is no word
    if (tokens[at]?.text === 'o' && isTight(tokens, at) && isNumber(tokens, at - 1)) return at;
    at = skipMarks(tokens, found.next, marks);
  }
  return at;
}

/** The month named at a token. Roman numerals only where the caller knows that figures stand before. */
export function monthAt(tokens: Tokens, at: number, roman = false): { month: number; everyday: boolean; next: number } | null {
  const found = lexAt(tokens, at);
  if (found?.lex.is !== 'month' || (found.lex.roman && !roman)) return null;
  return { month: found.lex.month, everyday: found.lex.everyday ?? false, next: found.next };
}
