import { squeeze } from './fold.ts';
import { KIN_TITLES, TITLES } from './word-lists.ts';

/** A name taken apart. Words are as written; `titles` are left off, figures are a collar or case number in the name. */
export type NameParts = {
  given: string | undefined;
  middle: string[];
  surname: string | undefined;
  /** A former or second surname: "Bethan Pryce (née Ayres)". */
  otherSurnames: string[];
  /** Names in quotation marks or brackets. */
  calledNames: string[];
  figures: string[];
  /** A title or kin word stood before the name ("Mrs Pryce", "Auntie Shin"). */
  title: 'none' | 'title' | 'kin';
};

const PARTICLES = new Set(
  'de du da di del della la le van von der den ten ter zu af av bin ibn bint al el ap ab ferch nic mac mc o ó ní ni st dos das do e y'.split(
    ' ',
  ),
);
const SUFFIXES = new Set('jr jnr junior sr snr ii iii iv esq obe mbe cbe phd md qc kc frcp'.split(' '));

export function parseName(raw: string): NameParts {
  const parts: NameParts = {
    given: undefined,
    middle: [],
    surname: undefined,
    otherSurnames: [],
    calledNames: [],
    figures: [],
    title: 'none',
  };
  let text = raw.normalize('NFC').replace(/[\p{Cf}\p{Cc}]/gu, (c) => (/\s/.test(c) ? ' ' : ''));
  text = text.replace(
    /\(?\b(?:n[ée]e|formerly|previously|aka|a\.k\.a\.|also known as|or)\b\.?\s+([^)]*)\)?/giu,
    (_, other: string) => {
      const words = other.trim().split(/\s+/);
      const last = words.at(-1);
      if (last !== undefined && last !== '') parts.otherSurnames.push(last);
      return ' ';
    },
  );
  text = text.replace(/["“”„(]([^"“”„()]+)["“”)]|(?<=\s)['‘]([^'’]{2,20})['’](?=\s)/gu, (_, a?: string, b?: string) => {
    const called = (a ?? b ?? '').trim();
    if (/^\p{L}[\p{L}'’-]*$/u.test(called)) parts.calledNames.push(called);
    return ' ';
  });
  const comma = text.indexOf(',');
  let swapped = false;
  if (comma > 0) {
    const before = text.slice(0, comma).trim();
    const after = text.slice(comma + 1).trim();
    // "Wójcik, Rowan" is a name; "Ruth Ogbonna, housing officer" is a name and what somebody does.
    swapped =
      after !== '' && /^\p{Lu}/u.test(after) && (before.split(/\s+/).length === 1 || isParticle(before.split(/\s+/)[0] ?? ''));
    text = swapped ? `${after} ${before}` : before;
  }
  let words = text
    .split(/[\s_]+/)
    .map((w) => w.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu, ''))
    .filter((w) => /[\p{L}\p{N}]/u.test(w));
  while (words.length > 1) {
    const plain = squeeze(words[0] ?? '');
    if (TITLES.has(plain)) parts.title = 'title';
    else if (KIN_TITLES.has(plain) && words.length === 2) parts.title = 'kin';
    else break;
    words = words.slice(1);
  }
  words = words.filter((w) => {
    if (!/\p{N}/u.test(w) || /^\p{L}+$/u.test(w)) return true;
    parts.figures.push(w);
    return false;
  });
  while (words.length > 1 && SUFFIXES.has(squeeze(words.at(-1) ?? ''))) words = words.slice(0, -1);
  place(parts, words);
  return parts;
}

function place(parts: NameParts, words: string[]): void {
  if (words.length === 0) return;
  if (words.length === 1) {
    if (parts.title === 'title') parts.surname = words[0];
    else parts.given = words[0];
    return;
  }
  // "St John Carruthers": the saint is the first name.
  if (words.length > 2 && /^(?:st|saint)\.?$/i.test(words[0] ?? '')) words = [`${words[0]} ${words[1]}`, ...words.slice(2)];
  // The surname takes the particles before it: "Anna van der Berg".
  let from = words.length - 1;
  while (from > 1 && isParticle(words[from - 1] ?? '')) from--;
  parts.surname = words.slice(from).join(' ');
  parts.given = words[0];
  parts.middle = words.slice(1, from);
}

function isParticle(word: string): boolean {
  return PARTICLES.has(word.toLowerCase().replace(/['’.]$/, ''));
}
