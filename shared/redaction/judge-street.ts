import { squeeze } from './fold.ts';
import type { Found } from './found.ts';
import type { Hit } from './hit.ts';
import type { Identifiers, Use } from './pattern.ts';
import { formClass } from './spelling-of.ts';
import { DWELLINGS, streetType } from './street-words.ts';
import { letterCase } from './surroundings.ts';
import { ORDINARY_WORDS } from './word-lists.ts';

const WORD = /^(['’]?[\s,.()/–-]{0,4}(?:\n\s*)?)([\p{L}\p{N}][\p{L}\p{N}'’]*)/u;

/**
 * A street or a postcode, with whatever of the same address stands beside it. Kinds of street may differ
 * ("Row", "Rd"); a number or a postcode makes it sure, a street alone is asked about.
 */
export function judgeStreet(text: string, hit: Hit, uses: Use[], ids: Identifiers, type: 'street' | 'postcode'): Found | null {
  const numbered = uses.filter((u) => u.detail?.numbered === true);
  const own = numbered.length > 0 ? numbered : uses;
  const detail = own[0]?.detail;
  let { start, end } = hit;
  const raw = text.slice(start, end);
  let typeSeen = false;
  let sure = type === 'postcode' || numbered.length > 0;
  if (type === 'street') {
    if (numbered.length === 0 && letterCase(raw) === 'small') return null;
    const next = WORD.exec(text.slice(end, end + 40));
    if (
      next !== null &&
      next[1] !== undefined &&
      !/\n/.test(next[1]) &&
      streetType(squeeze(next[2] ?? '')) !== undefined &&
      isTypeHere(next[2] ?? '', raw)
    ) {
      typeSeen = true;
      end += next[0].length;
      if (text[end] === '.' && /^(?:rd|st|ave?|ln|cres|terr?|gdns?|pl|sq|dr|ct)$/i.test(next[2] ?? '')) end++;
    }
    if (detail?.typed === true && !typeSeen && numbered.length === 0) return null;
    if (numbered.length > 0 && detail?.typed === true && !typeSeen && !/^\p{L}+\s/u.test(raw)) {
      if (letterCase(raw) === 'small') return null;
      sure = false;
    }
    if (numbered.length > 0 && detail?.hadType === true && !typeSeen && letterCase(raw) === 'small') return null;
    if (numbered.length === 0 && !typeSeen && (squeeze(raw).length < 5 || ORDINARY_WORDS.has(squeeze(raw)))) return null;
    if (/^\d/.test(raw) && /(?:[£$€.]|\d[.,:/-])$/.test(text.slice(Math.max(0, start - 2), start)) && text[start - 1] !== '/')
      return null;
  } else if (letterCase(raw) === 'small' && /\s{2}|\n/.test(raw)) return null;
  const words = new Set(own.flatMap((u) => [...(u.detail?.words ?? [])]));
  const forward = follow(text, end, words, numbered.length > 0);
  const met = forward.met;
  end = forward.end;
  // "an old forge": a named house in small letters, with nothing else of its address, is any house.
  if (type === 'street' && numbered.length > 0 && !/\d/.test(raw) && letterCase(raw) === 'small' && met.length === 0) return null;
  if (type === 'street' && numbered.length === 0 && met.some((w) => /^\d+[a-z]?$/.test(w) || /^[a-z]{1,2}\d/.test(w)))
    sure = true;
  const before = DWELLINGS.exec(text.slice(Math.max(0, start - 24), start));
  if (type === 'street' && before !== null && before[0] !== '' && !/\p{L}/u.test(text[start - before[0].length - 1] ?? ' '))
    start -= before[0].length;
  if (type === 'postcode') start = backward(text, start, words);
  if (text.slice(start, end).includes('(') && text[end] === ')') end++;
  const whole = text.slice(start, end);
  const spelling = ids.written.has(whole) ? 'asWritten' : (formClass({ ...hit, splits: 0 }) ?? 'otherAddressSpelling');
  const entries = own.map((u) => u.entry);
  return { start, end, entries, kind: 'address', spelling, sure: sure && entries.length === 1 };
}

/** "St" after a street's name is a street; "st" of "1st" or "a place to go" is not. */
function isTypeHere(word: string, before: string): boolean {
  return /^\p{Lu}/u.test(word) || letterCase(before) === 'small' || word.length > 3;
}

/** Takes in the words of the same address that follow. */
function follow(text: string, from: number, words: ReadonlySet<string>, numberMet: boolean): { end: number; met: string[] } {
  const met: string[] = [];
  let end = from;
  for (let n = 0; n < 12; n++) {
    const next = WORD.exec(text.slice(end, end + 40));
    if (next === null) break;
    const word = squeeze(next[2] ?? '');
    const type = streetType(word);
    // Words such as "the" may be in an address and also begin what follows it; a full stop ends it.
    if (!words.has(word) && !(type !== undefined && words.has(type)) && !joinedPostcode(next[2] ?? '', words)) break;
    if (
      /\.\s/.test(next[1] ?? '') ||
      /^(?:the|of|and|in|at|a)$/.test(word) ||
      (/^\p{Ll}/u.test(next[2] ?? '') && /^\p{Lu}/u.test(text.slice(from - 1, from)))
    )
      break;
    if (/^\d+$/.test(word) && (met.includes(word) || (numberMet && !/^(?:flat|apartment|apt|unit)$/.test(met.at(-1) ?? ''))))
      break;
    // "27 Tanpit Row, 4 Ferryman's Court": the next address begins.
    if (
      /^\d+[a-z]?$/.test(word) &&
      met.at(-1) !== 'flat' &&
      /^,?\s+\p{Lu}\p{Ll}/u.test(text.slice(end + next[0].length, end + next[0].length + 5))
    )
      break;
    met.push(word);
    end += next[0].length;
  }
  return { end, met };
}

/** "QX47DB" where the address has "QX4 7DB". */
function joinedPostcode(word: string, words: ReadonlySet<string>): boolean {
  const plain = squeeze(word);
  return /^[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}$/.test(plain) && words.has(plain.slice(0, -3)) && words.has(plain.slice(-3));
}

function backward(text: string, from: number, words: ReadonlySet<string>): number {
  let start = from;
  for (let n = 0; n < 12; n++) {
    const m = /([\p{L}\p{N}][\p{L}\p{N}'’]*)(?:[\s,]{1,3}|\s*\n\s*)$/u.exec(text.slice(Math.max(0, start - 30), start));
    const word = m?.[1];
    if (m === null || word === undefined || !words.has(squeeze(word)) || !/^[\p{Lu}\d]/u.test(word)) break;
    start -= m[0].length;
  }
  return start;
}
