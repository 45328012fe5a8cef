import type { Lex } from './lex.ts';
import { phrasesFrom } from './lexicon.ts';

const MARKS_WITHIN = "./-'&";

/** Where a phrase that begins at `from` ends; -1 where it does not stand there. Marks may stand between its words ("w/c", "w.c."). */
export function phraseEnd(tokens: readonly Token[], from: number, words: readonly string[]): number {
  let at = from + 1;
  for (let k = 1; k < words.length; k++) {
    while (tokens[at]?.kind === 'mark' && MARKS_WITHIN.includes(tokens[at]?.text ?? ' ')) at++;
    if (tokens[at]?.kind !== 'word' || tokens[at]?.text !== words[k]) return -1;
    at++;
  }
  return at;
}

export type TokenKind = 'number' | 'word' | 'mark';

/** One piece of a date as written. Words are lower case without apostrophes; marks are one character. */
export type Token = {
  readonly kind: TokenKind;
  readonly text: string;
  /** Of a number; -1 otherwise. */
  readonly value: number;
  readonly digits: number;
  /** "12th": the ending is part of the number. */
  ordinal: boolean;
  /** White space stands before it. */
  readonly gap: boolean;
  readonly start: number;
  end: number;
  /** What the lexicon knows of it; undefined until asked. */
  lexed: LexAt | null | undefined;
};

export type LexAt = { readonly lex: Lex; readonly next: number };

/** What no date cell needs: beyond it, text is read only so far. */
export const LONGEST_READ = 400;

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** One spelling of dashes, quotes, spaces and figures, so that the grammar meets only ASCII marks. */
export function plainText(text: string): string {
  const short = text.length > LONGEST_READ ? text.slice(0, LONGEST_READ) : text;
  if (/^[\x20-\x7e]*$/.test(short)) return short;
  return (
    short
      .replace(INVISIBLE, '')
      // The small figures of a footnote, and "12º" as 12th
      .replace(/[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+/g, '')
      .replace(/(?<=\d)\s?[\u00b0\u00ba](?=\s?[a-z])/gi, ' ')
      .replace(/(?<=\d)\s?[\u00b7\u2022\u2219\u2027]\s?(?=\d)/g, '.')
      // "Octo-" at the end of a line
      .replace(/(?<=\p{L})[-\u2010]\s*\n\s*(?=\p{Ll})/gu, '')
      .replace(/[\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`]/g, "'")
      .replace(/[\u201c-\u201f\u2033\u3003]/g, '"')
      .normalize('NFKC')
      .replace(/[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]/g, '-')
      .replace(/[\u2044\u2215]/g, '/')
      .replace(/\s+/g, ' ')
  );
}

const CHAR = { other: 0, digit: 1, letter: 2, space: 3 } as const;
const CLASS = new Uint8Array(128);
for (let c = 48; c <= 57; c++) CLASS[c] = CHAR.digit;
for (let c = 97; c <= 122; c++) CLASS[c] = CLASS[c - 32] = CHAR.letter;
for (const c of [9, 10, 11, 12, 13, 32]) CLASS[c] = CHAR.space;

function classAt(text: string, i: number): number {
  const c = text.charCodeAt(i);
  if (c < 128) return CLASS[c] ?? 0;
  if (c < 0x250) return c >= 0xc0 && c !== 0xd7 && c !== 0xf7 ? CHAR.letter : CHAR.other;
  return /[\p{L}\p{M}]/u.test(text[i] ?? '') ? CHAR.letter : CHAR.other;
}

export function tokenise(text: string): Token[] {
  const out: Token[] = [];
  let i = 0;
  let gap = false;
  while (i < text.length) {
    const kind = classAt(text, i);
    const start = i++;
    if (kind === CHAR.space) {
      gap = true;
      continue;
    }
    if (kind === CHAR.digit) {
      while (classAt(text, i) === CHAR.digit && i < text.length) i++;
      const digits = i - start;
      const value = digits > 9 ? -1 : Number(text.slice(start, i));
      out.push({ kind: 'number', text: '', value, digits, ordinal: false, gap, start, end: i, lexed: undefined });
    } else if (kind === CHAR.letter) {
      i = endOfWord(text, i);
      const word = withoutAccents(text.slice(start, i).toLowerCase().replaceAll("'", ''));
      const before = out[out.length - 1];
      if (before?.kind === 'number' && before.digits <= 2 && (word === 'th' || word === 'st' || word === 'nd' || word === 'rd')) {
        before.ordinal = true;
        before.end = i;
      } else if (before?.kind === 'number' && !gap && before.digits <= 2 && isOrdinalAndMonth(word)) {
        before.ordinal = true;
        out.push({
          kind: 'word',
          text: word.slice(2),
          value: -1,
          digits: 0,
          ordinal: false,
          gap: false,
          start: start + 2,
          end: i,
          lexed: undefined,
        });
      } else out.push({ kind: 'word', text: word, value: -1, digits: 0, ordinal: false, gap, start, end: i, lexed: undefined });
    } else {
      out.push({
        kind: 'mark',
        text: text[start] ?? '',
        value: -1,
        digits: 0,
        ordinal: false,
        gap,
        start,
        end: i,
        lexed: undefined,
      });
    }
    gap = false;
  }
  return out;
}

/** Welsh "ar ôl" is often written without its roof. */
function withoutAccents(word: string): string {
  return /^[a-z]*$/.test(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** "3rdSept": no space between. */
function isOrdinalAndMonth(word: string): boolean {
  return (
    /^(st|nd|rd|th)[a-z]{3,}$/.test(word) &&
    (phrasesFrom(word.slice(2)) ?? []).some((phrase) => phrase.words.length === 1 && phrase.lex.is === 'month')
  );
}

/** Apostrophes inside a word belong to it ("o'clock"). */
function endOfWord(text: string, from: number): number {
  let i = from;
  while (i < text.length) {
    if (classAt(text, i) === CHAR.letter) i++;
    else if (text.charCodeAt(i) === 39 && i + 1 < text.length && classAt(text, i + 1) === CHAR.letter) i += 2;
    else break;
  }
  return i;
}
