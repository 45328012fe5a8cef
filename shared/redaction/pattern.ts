import type { RegisterEntry } from '../model/register.ts';
import { classOfLetter, squeeze } from './fold.ts';

/** What is known of a person's names, in plain letters. */
export type Person = {
  givens: Set<string>;
  middles: Set<string>;
  surnames: Set<string>;
  aliases: Set<string>;
  nicknames: Set<string>;
  relations: Set<string>;
  /** Word pairs that the register gives as they are ("Baby Pryce", "Luke W"). */
  whole: Set<string>;
};

/** What a part of a name is to the person who bears it; bits, because one word may be several. */
export const GIVEN = 1;
export const MIDDLE = 2;
export const SURNAME = 4;
export const ALIAS = 8;
export const NICKNAME = 16;
export const HALF = 32;
/** A spelling that counts only where the text has an accent ("Müller" for "Mueller"). */
export const NEEDS_ACCENT = 64;
/** A spelling made by another alphabet or by writing an umlaut out. */
export const TRANSLITERATION = 128;
/** The register has the pet form and this is the full one: weaker than the other way about. */
export const FULLER = 256;

export type UseType = 'name' | 'phrase' | 'reference' | 'phone' | 'email' | 'postcode' | 'street';
export type Use = {
  entry: number;
  type: UseType;
  /** For names. */
  role: number;
  /** For the rest: how this pattern relates to the identifier as it stands on the register. */
  detail?: PatternDetail;
};
export type PatternDetail = {
  shortForm?: boolean;
  /** A single word, whose letters must have the case they have on the register. */
  exactCase?: string;
  ask?: boolean;
  /** Streets: the number is part of the pattern. */
  numbered?: boolean;
  typed?: boolean;
  /** Streets: the register has a kind of street after these words. */
  hadType?: boolean;
  /** Words of the same address that may follow. */
  words?: ReadonlySet<string>;
};
/** Letters to find, where they may be parted as on the register, and what they are. */
export type Pattern = { letters: string; breaks: boolean[]; uses: Use[]; roles: Map<number, number>; types: Set<UseType> };

export type Identifiers = {
  entries: readonly RegisterEntry[];
  patterns: Pattern[];
  /** By letters. */
  index: Map<string, Pattern>;
  persons: Map<number, Person>;
  /** Persons by plain surname (halves too). */
  surnames: Map<string, number[]>;
  /** Dates of birth: ISO day → entries. */
  births: Map<string, number[]>;
  /** Everything on the register in the very spelling it has there. */
  written: Set<string>;
  /** Letters of names that the register writes with an apostrophe. */
  apostrophed: Set<string>;
  /** Long words of the names of places, organisations and streets: a slip in one is looked for in the whole name. */
  longWords: Set<string>;
  /** Letters of names that the register writes with a space. */
  spaced: Set<string>;
};

export function push<K>(map: Map<K, number[]>, key: K, n: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [n]);
  else if (!list.includes(n)) list.push(n);
}

export function noBreaks(letters: string): boolean[] {
  return Array.from({ length: letters.length }, () => false);
}

/** true at each letter before which the register itself has a space, hyphen or apostrophe. */
export function breaksOf(text: string): boolean[] {
  const breaks: boolean[] = [];
  let parted = false;
  for (const ch of text.normalize('NFC')) {
    const letters = squeeze(ch);
    if (letters === '') parted = parted || !/[\p{M}\p{Cf}]/u.test(ch);
    for (let i = 0; i < letters.length; i++) breaks.push(i === 0 && parted && breaks.length > 0);
    if (letters !== '') parted = false;
  }
  return breaks;
}

/** Adds a use of some letters; the same letters for several entries are one pattern. */
export function addPattern(ids: Identifiers, letters: string, breaks: boolean[], use: Use): void {
  if (letters.length < 2 || [...letters].length !== letters.length || [...letters].some((ch) => classOfLetter(ch) === 0)) return;
  let pattern = ids.index.get(letters);
  if (pattern === undefined) {
    pattern = { letters, breaks: [...breaks], uses: [], roles: new Map(), types: new Set() };
    ids.index.set(letters, pattern);
    ids.patterns.push(pattern);
  }
  for (const [i, parted] of breaks.entries()) if (parted) pattern.breaks[i] = true;
  pattern.types.add(use.type);
  if (use.type !== 'name') {
    const at = pattern.uses.findIndex((u) => u.type === use.type && u.entry === use.entry);
    if (at < 0) pattern.uses.push(use);
    // What the register says outright outweighs what was made up from it.
    else if (pattern.uses[at]?.detail?.ask === true && use.detail?.ask !== true) pattern.uses[at] = use;
    return;
  }
  const known = pattern.roles.get(use.entry);
  // A spelling that is plainly on the register outweighs the same one made up from it.
  const made = NEEDS_ACCENT | TRANSLITERATION | HALF | NICKNAME;
  if (known === undefined) pattern.roles.set(use.entry, use.role);
  else if ((use.role & made) === 0) pattern.roles.set(use.entry, (known & ~made) | use.role);
  else if ((known & made) !== 0) pattern.roles.set(use.entry, known | use.role);
  if (!pattern.uses.some((u) => u.type === 'name' && u.entry === use.entry)) pattern.uses.push(use);
}
