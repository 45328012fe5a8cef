import { flags, LETTER, UPPER } from './fold.ts';

/** What kind of running text a passage is, as far as capitals tell. */
export type TextCase = 'normal' | 'noCapitals' | 'allCapitals';

export function textCase(text: string): TextCase {
  const sample = text.length > 4000 ? text.slice(0, 4000) : text;
  if (!/[A-Z]/.test(sample)) return /\p{Lu}/u.test(sample) ? 'normal' : 'noCapitals';
  return /\p{Ll}/u.test(sample) ? 'normal' : 'allCapitals';
}

export type Token = { start: number; end: number; text: string; kind: 'plain' | 'email' | 'fileName' | 'handle' | 'slug' };

const EMAIL = /[\p{L}\p{N}._%+'’-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/u;
const EXTENSION =
  /\.(?:docx?|docm|dotx|odt|rtf|txt|pdf|csv|tsv|xlsx?|xlsm|ods|pptx?|eml|msg|png|jpe?g|gif|tiff?|heic|zip|html?|json|xml|mp[34]|wav|m4a|mov)$/i;

/** The run without spaces around a place, and what it looks like: an e-mail address, the name of a file, a handle, a slug. */
export function tokenAround(text: string, start: number, end: number): Token {
  let s = start;
  let e = end;
  while (s > 0 && start - s < 200 && !/[\s<>"“”()[\]{},;|]/.test(text[s - 1] ?? ' ')) s--;
  while (e < text.length && e - end < 200 && !/[\s<>"“”()[\]{},;|]/.test(text[e] ?? ' ')) e++;
  while (e > end && /[.!?:'’]/.test(text[e - 1] ?? '')) e--;
  while (s < start && /['‘’]/.test(text[s] ?? '')) s++;
  const token = text.slice(s, e);
  const mail = token.includes('@') ? EMAIL.exec(token) : null;
  if (mail !== null && s + mail.index <= start && s + mail.index + mail[0].length >= end) {
    return { start: s + mail.index, end: s + mail.index + mail[0].length, text: mail[0], kind: 'email' };
  }
  let kind: Token['kind'] = 'plain';
  if (EXTENSION.test(token) && e > end) kind = 'fileName';
  else if (token.startsWith('@') || /(?:^|[/:])@[\w.]*$/.test(text.slice(s, start))) kind = 'handle';
  else if (/^#[\p{L}\p{N}_]+$/u.test(token)) kind = 'handle';
  else if (
    /:\/\/|^www\.|\\/.test(token) ||
    (/^\/?[\p{L}\p{N}._-]+(?:\/[\p{L}\p{N}._-]+)+\/?$/u.test(token) && /^\/|[-_.\d]/.test(token))
  )
    kind = 'slug';
  else if (/^[\p{L}\p{N}]+(?:[_][\p{L}\p{N}]*)+$/u.test(token) || /^[\p{Ll}\p{N}]+(?:[-.][\p{Ll}\p{N}]+)+$/u.test(token))
    kind = 'slug';
  return { start: s, end: e, text: token, kind };
}

/** The word after a place when only spaces stand between; '' where there is none. */
export function wordAfter(text: string, end: number): string {
  return /^[^\S\n]+(\p{L}[\p{L}\p{M}'’]*)/u.exec(text.slice(end, end + 40))?.[1] ?? '';
}

export function wordBefore(text: string, start: number): string {
  return /(\p{L}[\p{L}\p{M}'’]*)[^\S\n]+$/u.exec(text.slice(Math.max(0, start - 40), start))?.[1] ?? '';
}

/** Whether a place begins a sentence, a line, a cell or a quotation. */
export function beginsSentence(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start).replace(/[\s"“”'‘’(*_[]+$/u, '');
  if (before === '') return true;
  const between = text.slice(Math.max(0, start - 12) + before.length, start);
  return /[\n\r]/.test(between) || /[.!?:;•–—|>\t]$/.test(before) || /^\d+[.)]$/.test(before);
}

export type LetterCase = 'small' | 'title' | 'capitals' | 'mixed';

export function letterCase(text: string): LetterCase {
  let upper = 0;
  let letters = 0;
  let first = false;
  for (const ch of text) {
    const f = flags(ch.codePointAt(0) ?? 0);
    if (!(f & LETTER)) continue;
    if (f & UPPER) {
      upper++;
      if (letters === 0) first = true;
    }
    letters++;
  }
  if (upper === 0) return 'small';
  if (upper === letters && letters > 1) return 'capitals';
  return first ? 'title' : 'mixed';
}
