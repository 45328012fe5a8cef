import { squeeze } from './fold.ts';
import { type Atom, fit, GIVEN_LIKE, givenRole, initialsOf, surnameInitialsOf, surnameRole } from './name-atoms.ts';
import { GIVEN, type Identifiers, MIDDLE, SURNAME } from './pattern.ts';
import { slipBeside } from './slip-beside.ts';
import { KIN_TITLES, NEUTRAL_CAPITALS, RELATION_WORDS, TITLES } from './word-lists.ts';
import type { Chain } from './chain.ts';

type Join = 'space' | 'oddSpace' | 'comma' | 'mark' | 'glued' | 'quote' | 'bridge';

function joinOf(text: string, from: number, to: number): Join | null {
  if (from === to) return 'glued';
  if (to - from > 90) return null;
  const gap = text.slice(from, to).replace(/[\p{Cf}\p{M}]/gu, '');
  if (gap === '') return 'glued';
  if (gap === ' ') return 'space';
  if (/^\s+$/u.test(gap)) return /\n\s*\n/.test(gap) ? null : 'oddSpace';
  if (/^\s*[,，]\s*$/u.test(gap)) return 'comma';
  if (/^(?:[-‐‑–—._+~·]{1,2}|%20)$/u.test(gap)) return 'mark';
  if (/^[-‐‑–]\s+$/u.test(gap)) return 'oddSpace';
  if (/^\s*["“”'‘’(]\s*$|^["“”'’)]\s+$/u.test(gap)) return 'quote';
  const between = /^\s+(\p{Lu}\.?|\p{Lu}\p{Ll}[\p{L}'’-]{0,14})\s+$/u.exec(gap)?.[1];
  if (between === undefined || NEUTRAL_CAPITALS.has(squeeze(between)) || TITLES.has(squeeze(between))) return null;
  return 'bridge';
}

/** The longest chain that begins with atom `i`. */
export function chainFrom(text: string, atoms: readonly Atom[], i: number, ids: Identifiers): Chain {
  const first = atoms[i] as Atom;
  const roles = [...first.roles.values()];
  const chain: Chain = {
    start: first.start,
    end: first.end,
    atoms: [first],
    entries: first.roles,
    given: false,
    surname: false,
    reversed: first.reversed,
    mixed: false,
    shortSlip: false,
    joins: new Set(),
    initials: null,
    title: 'none',
  };
  if (first.glued !== 'no') {
    chain.joins.add('glued');
    chain.given = first.glued === 'full';
    chain.surname = true;
  } else {
    chain.given = roles.some((r) => givenRole(r));
    chain.surname = roles.some((r) => surnameRole(r));
    extend(text, atoms, i, chain);
    if (chain.atoms.length === 1 && !first.slip) slipBeside(text, chain, ids);
  }
  addInitials(text, chain, ids);
  addTitle(text, chain);
  if (text[chain.end] === ')' && text.slice(chain.start, chain.end).includes('(')) chain.end++;
  return chain;
}

function extend(text: string, atoms: readonly Atom[], i: number, chain: Chain): void {
  const first = chain.atoms[0] as Atom;
  let used = 1;
  for (let j = i + 1; j < atoms.length && used < 4; j++) {
    const next = atoms[j] as Atom;
    if (next.start < chain.end) continue;
    if (next.start - chain.end > 90) break;
    if (next.glued !== 'no') continue;
    const join = joinOf(text, chain.end, next.start);
    if (join === 'quote' && [chain.atoms[0] as Atom, next].some((a) => RELATION_WORDS.has(a.letters))) continue;
    if (join === 'quote' && text.slice(chain.end, next.start).includes('(') && !goesOnAfterBracket(text, atoms, first, j)) break;
    if (join === null || (join === 'comma' && goesOn(text, atoms, j))) continue;
    const shared = combine(chain, next, join, used);
    if (shared !== null) {
      chain.entries = shared.entries;
      chain.reversed = shared.reversed || chain.reversed;
      chain.given = shared.given;
      chain.surname = shared.surname;
    } else if (used === 1 && (join === 'space' || join === 'oddSpace') && isMixed(chain, next, text)) {
      chain.entries = new Map([...fit(chain.entries, (_, r) => givenRole(r)), ...fit(next.roles, (_, r) => (r & SURNAME) !== 0)]);
      chain.mixed = true;
      chain.given = chain.surname = true;
    } else continue;
    chain.atoms.push(next);
    chain.joins.add(join);
    chain.end = next.end;
    used++;
    if (chain.mixed) break;
  }
}

type Combined = { entries: Map<number, number>; reversed: boolean; given: boolean; surname: boolean };

/** Those for whom the next word goes on with the name. A comma only parts a surname from what comes after it. */
function combine(chain: Chain, next: Atom, join: Join, used: number): Combined | null {
  const forward = new Map<number, number>();
  const backward = new Map<number, number>();
  const middle = new Map<number, number>();
  for (const [n, r] of next.roles) {
    const before = chain.entries.get(n);
    if (before === undefined) continue;
    // A pet name in between: "Rowan 'Ro' Wójcik".
    const petName = used > 1 && !chain.reversed && [...chain.entries.values()].every((bits) => (bits & SURNAME) === 0);
    if (used === 1) {
      if (join !== 'comma' && givenRole(before) && surnameRole(r) && !same(chain.atoms[0] as Atom, next)) forward.set(n, r);
      else if (
        join !== 'bridge' &&
        join !== 'quote' &&
        (before & SURNAME) !== 0 &&
        givenRole(r) &&
        !same(chain.atoms[0] as Atom, next) &&
        (r & SURNAME) === 0
      )
        backward.set(n, r);
      else if (join !== 'comma' && givenRole(before) && (r & (MIDDLE | GIVEN_LIKE)) !== 0 && !same(chain.atoms[0] as Atom, next))
        middle.set(n, r);
    } else if (petName && join !== 'comma' && (r & SURNAME) !== 0) forward.set(n, r);
    else if (chain.surname && chain.given) {
      if (chain.reversed && join !== 'comma' && (r & MIDDLE) !== 0) middle.set(n, r);
    } else if (chain.given && surnameRole(r)) forward.set(n, r);
  }
  if (forward.size > 0) return { entries: forward, reversed: false, given: true, surname: true };
  if (backward.size > 0) return { entries: backward, reversed: true, given: true, surname: true };
  if (middle.size > 0) return { entries: middle, reversed: chain.reversed, given: true, surname: used > 1 && chain.surname };
  return null;
}

/** "Frost, Jodie Frost" is a list; "Frost, Jodie" is one name turned round. */
function goesOn(text: string, atoms: readonly Atom[], j: number): boolean {
  const next = atoms[j] as Atom;
  for (let k = j + 1; k < atoms.length && (atoms[k] as Atom).start <= next.end + 3; k++) {
    const after = atoms[k] as Atom;
    if (after.start <= next.end || joinOf(text, next.end, after.start) !== 'space') continue;
    if (
      after.letters !== next.letters &&
      [...after.roles].some(([n, r]) => (r & SURNAME) !== 0 && givenRole(next.roles.get(n) ?? 0))
    )
      return true;
  }
  return false;
}

/** "Rowan (Ro) Wójcik" is one name; in "Babcia (Zofia Wójcik)" the bracket says who was meant. */
function goesOnAfterBracket(text: string, atoms: readonly Atom[], first: Atom, j: number): boolean {
  const next = atoms[j] as Atom;
  if (!/^["“”'’]?\)/u.test(text.slice(next.end, next.end + 2))) return false;
  // "Rowan (Wójcik)": the surname is added.
  if ([...next.roles].some(([n, r]) => (r & SURNAME) !== 0 && (first.roles.get(n) ?? 0) & GIVEN)) return true;
  return atoms.some(
    (after) =>
      after.start > next.end &&
      /^["“”'’]?\)\s+$/u.test(text.slice(next.end, after.start)) &&
      [...after.roles].some(([n, r]) => (r & SURNAME) !== 0 && next.roles.has(n)),
  );
}

function same(a: Atom, b: Atom): boolean {
  return a.letters === b.letters;
}

function isMixed(chain: Chain, next: Atom, text: string): boolean {
  const first = chain.atoms[0] as Atom;
  if (!/^\p{Lu}/u.test(text.slice(first.start)) || !/^\p{Lu}/u.test(text.slice(next.start))) return false;
  const plainGiven = [...chain.entries.values()].some((r) => (r & GIVEN_LIKE) !== 0);
  return (
    plainGiven &&
    [...next.roles.values()].some((r) => (r & SURNAME) !== 0) &&
    ![...next.roles.values()].some((r) => (r & GIVEN_LIKE) !== 0)
  );
}

const BEFORE = /(?<![\p{L}\p{N}'’])((?:\p{L}(?:\.[-‐‑]|\.\s{0,2}|\s{1,2}|[-_])){1,3}|\p{Lu}{1,3}\.?\s{1,2})$/u;
const AFTER = /^(\s*[,，]\s*|\s+|[_.-])(\p{L})(?:(?:\.\s?|\s|[_.-]|)(\p{Lu}))?(?![\p{L}\p{N}'’])\.?/u;

function addInitials(text: string, chain: Chain, ids: Identifiers): void {
  if (chain.atoms[0]?.glued !== 'no') return;
  // "H. Singh Gill": the middle name stands for no first name.
  const middleFirst = [...(chain.atoms[0]?.roles.values() ?? [])].every((r) => (r & MIDDLE) !== 0 && (r & GIVEN_LIKE) === 0);
  if (chain.surname && (!chain.given || chain.atoms.length === 1 || middleFirst)) {
    const owners = [...fit(chain.entries, (_, r) => surnameRole(r)).keys()];
    const before = BEFORE.exec(text.slice(Math.max(0, chain.start - 14), chain.start))?.[1];
    if (owners.length > 0 && before !== undefined && takeBefore(text, chain, before, owners, ids)) return;
    const after = AFTER.exec(text.slice(chain.end, chain.end + 14));
    if (owners.length > 0 && after !== null && takeAfter(text, chain, after, owners, ids)) return;
  }
  if (chain.given && !chain.surname) {
    const after = AFTER.exec(text.slice(chain.end, chain.end + 8));
    const letter = squeeze(after?.[2] ?? '');
    if (after === null || !/^\p{Lu}/u.test(after[2] ?? '') || /,/.test(after[1] ?? '') || after[3] !== undefined) return;
    const fitting = [...chain.entries.keys()].filter((n) => surnameInitialsOf(ids, n).has(letter));
    if (fitting.length === 0 || ((letter === 'i' || letter === 'a') && !after[0].endsWith('.'))) return;
    chain.initials = { letters: letter, fitting, spaced: true };
    chain.end += endOfInitial(text, chain.end, after[0]);
  }
}

function takeBefore(text: string, chain: Chain, before: string, owners: number[], ids: Identifiers): boolean {
  const letters = squeeze(before);
  const small = !/\p{Lu}/u.test(before);
  const spaced = /\s$/u.test(before);
  const fitting = owners.filter((n) => initialsOf(ids, n).has(letters.charAt(0)));
  // "a wojcik" and "I Pryce" are hardly initials; "r wojcik" is, where it fits.
  if (fitting.length === 0 && (small || letters === 'i' || letters === 'a' || !/\./.test(before) || TITLES.has(letters)))
    return false;
  if (small && spaced && (letters === 'a' || letters === 'i')) return false;
  if (letters.length > 1 && !/[.\s_-]\p{L}/u.test(before.trim()) && (TITLES.has(letters) || fitting.length === 0)) return false;
  chain.initials = { letters, fitting, spaced };
  chain.start -= before.length;
  chain.start += /^\s*/u.exec(text.slice(chain.start, chain.end))?.[0].length ?? 0;
  return true;
}

function takeAfter(text: string, chain: Chain, after: RegExpExecArray, owners: number[], ids: Identifiers): boolean {
  const letter = squeeze(after[2] ?? '');
  const fitting = owners.filter((n) => initialsOf(ids, n).has(letter));
  if (fitting.length === 0) return false;
  const join = after[1] ?? '';
  const capital = /^\p{Lu}/u.test(after[2] ?? '');
  const small = !/\p{Lu}/u.test(text.slice(chain.start, chain.end));
  if (!capital && !/^[_.-]$/.test(join) && !(small && join.includes(','))) return false;
  if (/^\s+$/.test(join) && (letter === 'i' || letter === 'a') && !after[0].endsWith('.')) return false;
  chain.initials = { letters: letter, fitting, spaced: /\s/.test(join) };
  chain.reversed = true;
  chain.end += endOfInitial(text, chain.end, after[0]);
  return true;
}

/** The dot after an initial belongs to it, unless it also ends the sentence or begins what follows ("wojcik.r.docx"). */
function endOfInitial(text: string, from: number, matched: string): number {
  if (!matched.endsWith('.')) return matched.length;
  const next = text.slice(from + matched.length, from + matched.length + 3);
  return /^\s+\p{Ll}|^,/u.test(next) ? matched.length : matched.length - 1;
}

const TITLE = /(?<![\p{L}\p{N}])(\p{L}{2,14}|(?:\p{L}\.){2,3})\.?[^\S\n]+(?:\d{1,6}[^\S\n]+)?$/u;
const RANK = /(?<!\p{L})(?:detective|police|chief|temporary|acting|head|staff|school|lord|lady|right|rt\.?)\s+$/iu;
/** Titles that are no other word, so that small letters are enough. */
const PLAIN_TITLES = new Set('mr mrs ms miss dr pc dc ds di dci pcso prof cllr rev auntie aunty uncle nanny nain'.split(' '));

function addTitle(text: string, chain: Chain): void {
  const from = Math.max(0, chain.start - 24);
  const m = TITLE.exec(text.slice(from, chain.start));
  const word = m?.[1];
  if (m === null || word === undefined) return;
  const plain = squeeze(word);
  if (!/^\p{Lu}/u.test(word) && !PLAIN_TITLES.has(plain)) return;
  const kin = KIN_TITLES.has(plain);
  if (!TITLES.has(plain) && !(kin && (chain.given || chain.surname))) return;
  if (kin && !TITLES.has(plain) && !chain.given && plain !== 'baby') return;
  if (RELATION_WORDS.has(plain) && !chain.given && !TITLES.has(plain) && plain !== 'baby') return;
  chain.start = from + m.index;
  // "Detective Constable", "Chief Inspector".
  const rank = RANK.exec(text.slice(Math.max(0, chain.start - 12), chain.start));
  if (rank !== null && /^(?:constable|sergeant|inspector|superintendent|nurse|justice|judge)$/.test(plain))
    chain.start -= rank[0].length;
  const couple = /(?<!\p{L})(?:mr|mrs|ms|miss|dr)\.?\s*(?:and|&|\+|\/)\s*$/iu.test(
    text.slice(Math.max(0, chain.start - 16), chain.start),
  );
  chain.title = couple ? 'couple' : TITLES.has(plain) && !(kin && chain.given && !chain.surname) ? 'title' : 'kin';
}
