import type { RegisterEntry } from '../model/register.ts';
import { squeeze } from './fold.ts';
import {
  ALIAS,
  addPattern,
  breaksOf,
  GIVEN,
  HALF,
  type Identifiers,
  MIDDLE,
  NEEDS_ACCENT,
  push,
  SURNAME,
  TRANSLITERATION,
} from './pattern.ts';
import { parseName } from './parse-name.ts';
import { addPhrase } from './phrase.ts';
import { transliterations } from './transliterations.ts';
import { ORDINARY_WORDS, RELATION_WORDS } from './word-lists.ts';
import type { Person } from './pattern.ts';

const STOP_WORDS = new Set(
  'the of and a an in on at to for with is are my his her their our your from by as or not no unknown unnamed male female man woman person'.split(
    ' ',
  ),
);

export function addPerson(ids: Identifiers, n: number, entry: RegisterEntry): void {
  const person: Person = {
    givens: new Set(),
    middles: new Set(),
    surnames: new Set(),
    aliases: new Set(),
    nicknames: new Set(),
    relations: new Set(),
    whole: new Set(),
  };
  ids.persons.set(n, person);
  addName(ids, n, person, entry.realName, false);
  for (const alias of entry.aliases) addName(ids, n, person, alias, true);
}

function addName(ids: Identifiers, n: number, person: Person, raw: string, isAlias: boolean): void {
  const parts = parseName(raw);
  // "Pete the Feet" is said whole or by its first word.
  if (parts.middle.some((middle) => STOP_WORDS.has(squeeze(middle)))) {
    addPhrase(ids, n, raw, true);
    if (parts.given !== undefined) single(ids, n, person, parts.given, true);
    return;
  }
  person.whole.add(squeeze(raw));
  for (const figure of parts.figures) {
    const text = raw.match(new RegExp(`\\p{L}+\\s+${figure.replace(/[^\p{L}\p{N}]/gu, '\\$&')}`, 'u'))?.[0];
    if (text !== undefined) addPattern(ids, squeeze(text), breaksOf(text), { entry: n, type: 'reference', role: 0 });
  }
  // "Unknown male" names nobody by its words, only as a whole.
  if ([parts.given, parts.surname].every((part) => part === undefined || STOP_WORDS.has(squeeze(part)))) {
    addPhrase(ids, n, raw, true);
    return;
  }
  const { given, surname } = parts;
  if (parts.title === 'kin') addPhrase(ids, n, raw, true);
  if (given !== undefined && surname === undefined) {
    // "Baby Pryce" makes no first name of a surname.
    if (parts.title !== 'kin' || !person.surnames.has(squeeze(given)))
      single(ids, n, person, given, isAlias && parts.title !== 'kin');
  } else if (given !== undefined && plainLength(given) === 1) {
    // "J. Smith": the register knows no more than the initial.
    person.givens.add(squeeze(given));
  } else if (given !== undefined && plainLength(given) > 1) {
    word(ids, n, given, GIVEN, person.givens);
    for (const half of halvesOf(given)) word(ids, n, half, GIVEN | HALF, person.givens);
  }
  for (const middle of parts.middle) if (plainLength(middle) > 1) word(ids, n, middle, MIDDLE, person.middles);
  for (const called of parts.calledNames) single(ids, n, person, called, true);
  for (const name of [surname, ...parts.otherSurnames]) {
    if (name === undefined || plainLength(name) < 2) continue;
    word(ids, n, name, SURNAME, person.surnames);
    push(ids.surnames, squeeze(name), n);
    for (const half of halvesOf(name)) {
      word(ids, n, half, SURNAME | HALF, person.surnames);
      push(ids.surnames, squeeze(half), n);
    }
  }
}

/** One word that the register gives by itself: a first name, a surname, a relation: it may be any of them. */
function single(ids: Identifiers, n: number, person: Person, name: string, isAlias: boolean): void {
  const plain = squeeze(name);
  if (RELATION_WORDS.has(plain)) person.relations.add(plain);
  word(ids, n, name, isAlias ? ALIAS : GIVEN, isAlias ? person.aliases : person.givens);
  if (isAlias) person.givens.add(plain);
}

function plainLength(name: string): number {
  return squeeze(name).length;
}

/** "Frost-Lane" → Frost, Lane; "van der Berg" → Berg; "O'Dowd" → Dowd; "O'Dowd-Lane" → O'Dowd, Dowd, Lane. */
function halvesOf(name: string): string[] {
  const pieces = new Set([...name.split(/[\s-]+/u), ...name.split(/[\s'’-]+/u)]);
  const halves = [...pieces]
    .filter((piece) => piece !== name)
    .filter((half) => plainLength(half) >= 3 && !(plainLength(half) === 3 && ORDINARY_WORDS.has(squeeze(half))));
  return halves.length === 1 && squeeze(halves[0] ?? '') === squeeze(name) ? [] : halves;
}

function word(ids: Identifiers, n: number, name: string, role: number, known: Set<string>): void {
  const letters = squeeze(name);
  if (STOP_WORDS.has(letters)) return;
  known.add(letters);
  if (/['’‘ʼ`´]/.test(name)) ids.apostrophed.add(letters);
  if (/\s/.test(name.trim())) ids.spaced.add(letters);
  addPattern(ids, letters, breaksOf(name), { entry: n, type: 'name', role });
  if (letters.length < 3) return;
  for (const { letters: other, written, needsAccent } of transliterations(name)) {
    if (other === letters) continue;
    known.add(other);
    addPattern(ids, other, breaksOf(written), {
      entry: n,
      type: 'name',
      role: role | TRANSLITERATION | (needsAccent ? NEEDS_ACCENT : 0),
    });
    if ((role & SURNAME) !== 0) push(ids.surnames, other, n);
  }
}
