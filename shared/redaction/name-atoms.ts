import { ACCENTED, flags, LETTER, MARK, pointAt, squeeze } from './fold.ts';
import type { Edge, Hit } from './hit.ts';
import { ALIAS, GIVEN, type Identifiers, MIDDLE, NEEDS_ACCENT, NICKNAME, type Person, SURNAME } from './pattern.ts';

/** One part of a person's name in the text, with all who bear it. */
export type Atom = {
  start: number;
  end: number;
  /** Entry → role bits. */
  roles: Map<number, number>;
  letters: string;
  hit: Hit | null;
  slip: boolean;
  left: Edge;
  right: Edge;
  /** Joined without anything between: "rowanwojcik", "rwojcik". */
  glued: 'no' | 'full' | 'initial';
  reversed: boolean;
};

export const GIVEN_LIKE = GIVEN | NICKNAME | ALIAS;

/** A checked hit as an atom; null where it is inside a longer word that is not this person's name. */
export function atomOf(text: string, hit: Hit, ids: Identifiers): Atom | null {
  let roles = hit.pattern.roles;
  if ((hit.form & ACCENTED) === 0 && [...roles.values()].some((r) => r & NEEDS_ACCENT)) {
    roles = new Map([...roles].filter(([, r]) => (r & NEEDS_ACCENT) === 0));
    if (roles.size === 0) return null;
  }
  const atom: Atom = {
    start: hit.start,
    end: hit.end,
    roles,
    letters: hit.pattern.letters,
    hit,
    slip: false,
    left: hit.left,
    right: hit.right,
    glued: 'no',
    reversed: false,
  };
  if (hit.right === 'initial') {
    if (hit.left !== 'open' || hit.pattern.letters.length < 4) return null;
    const letter = squeeze(String.fromCodePoint(pointAt(text, hit.end)));
    const fitting = fit(roles, (n, r) => (r & SURNAME) !== 0 && initialsOf(ids, n).has(letter));
    if (fitting.size === 0) return null;
    return { ...atom, end: hit.end + 1, roles: fitting, glued: 'initial', right: 'open', reversed: true };
  }
  if (hit.left !== 'letter') return atom;
  let start = hit.start;
  while (start > 0 && hit.start - start < 40 && flags(pointAt(text, start - 1)) & (LETTER | MARK)) start--;
  const prefix = squeeze(text.slice(start, hit.start));
  const known = namesOf(ids);
  const full = known.whole.has(prefix)
    ? fit(roles, (n, r) => {
        const person = ids.persons.get(n);
        if (person === undefined) return false;
        if ((r & SURNAME) !== 0 && spells(prefix, person)) return true;
        if ((r & SURNAME) !== 0) return person.middles.has(prefix);
        return (r & GIVEN_LIKE) !== 0 && person.surnames.has(prefix);
      })
    : NOBODY;
  if (full.size > 0) {
    const reversed = [...full.values()].every((r) => (r & SURNAME) === 0);
    return { ...atom, start, roles: full, glued: 'full', left: 'open', reversed };
  }
  const initial =
    hit.pattern.letters.length >= 4 && (prefix.length <= 2 || known.middles.has(prefix.slice(1)))
      ? fit(
          roles,
          (n, r) =>
            (r & SURNAME) !== 0 &&
            initialsOf(ids, n).has(prefix.charAt(0)) &&
            (prefix.length <= 2 || ids.persons.get(n)?.middles.has(prefix.slice(1)) === true),
        )
      : NOBODY;
  if (initial.size > 0) return { ...atom, start, roles: initial, glued: 'initial', left: 'open' };
  return null;
}

const NOBODY: Map<number, number> = new Map();

/** "harvindersingh": a first name, with or without a middle name. */
function spells(prefix: string, { givens, nicknames, middles }: Person): boolean {
  for (const names of [givens, nicknames])
    for (const given of names)
      if (prefix.startsWith(given) && (prefix.length === given.length || middles.has(prefix.slice(given.length)))) return true;
  return false;
}

/** What may stand before a name without a gap, of anybody: most words that end like a name are dismissed by it. */
type Names = { whole: ReadonlySet<string>; middles: ReadonlySet<string>; initials: Map<number, Set<string>> };
const names = new WeakMap<Identifiers, Names>();

function namesOf(ids: Identifiers): Names {
  const made = names.get(ids);
  if (made !== undefined) return made;
  const whole = new Set<string>();
  const middles = new Set<string>();
  for (const person of ids.persons.values()) {
    for (const middle of person.middles) middles.add(middle);
    for (const own of [person.middles, person.surnames]) for (const name of own) whole.add(name);
    for (const own of [person.givens, person.nicknames])
      for (const given of own) {
        whole.add(given);
        for (const middle of person.middles) whole.add(given + middle);
      }
  }
  const all = { whole, middles, initials: new Map<number, Set<string>>() };
  names.set(ids, all);
  return all;
}

export function fit(roles: Map<number, number>, test: (entry: number, role: number) => boolean): Map<number, number> {
  let fitting: Map<number, number> | null = null;
  for (const [n, r] of roles) if (test(n, r)) (fitting ??= new Map()).set(n, r);
  return fitting ?? new Map();
}

/** First letters of a person's first names and aliases. */
export function initialsOf(ids: Identifiers, entry: number): Set<string> {
  const { initials } = namesOf(ids);
  const made = initials.get(entry);
  if (made !== undefined) return made;
  const out = new Set<string>();
  const person = ids.persons.get(entry);
  if (person !== undefined)
    for (const name of person.givens) if (!person.relations.has(name) && !person.surnames.has(name)) out.add(name.charAt(0));
  initials.set(entry, out);
  return out;
}

export function surnameInitialsOf(ids: Identifiers, entry: number): Set<string> {
  return new Set([...(ids.persons.get(entry)?.surnames ?? [])].map((name) => name.charAt(0)));
}

export function givenRole(role: number): boolean {
  return (role & (GIVEN_LIKE | MIDDLE)) !== 0;
}

export function surnameRole(role: number): boolean {
  return (role & (SURNAME | ALIAS)) !== 0;
}
