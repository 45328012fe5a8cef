import { squeeze } from './fold.ts';
import { type Atom, fit } from './name-atoms.ts';
import type { Chain } from './chain.ts';
import type { Judged } from './judged.ts';
import { isKnownFirstName } from './nicknames.ts';
import { familyFollows, isDateHere, isOrdinary, isVerbHere, isWeak, placeFollows, weakIsName } from './ordinary.ts';
import { ALIAS, FULLER, GIVEN, HALF, type Identifiers, MIDDLE, NICKNAME, SURNAME } from './pattern.ts';
import { beginsSentence, letterCase, type TextCase, type Token, wordAfter, wordBefore } from './surroundings.ts';
import {
  FIRST_NAMES,
  NAMES_BY_CAPITAL,
  NATURE_WORDS,
  NEUTRAL_CAPITALS,
  ORDINARY_WORDS,
  PERSON_VERBS,
  PLACE_NOUNS,
  TITLES,
} from './word-lists.ts';

/** One word of a name by itself: sure only where one person bears it, it is no other word, and nobody else's name goes on. */
export function judgeAlone(text: string, chain: Chain, ids: Identifiers, how: TextCase, token: Token): Judged | null {
  const atom = chain.atoms[0] as Atom;
  const { letters } = atom;
  const known = fit(chain.entries, (_, r) => (r & FULLER) === 0);
  const entries = [...(known.size > 0 ? known : chain.entries).keys()];
  const ask: Judged = { entries, sure: false };
  const letter = letterCase(text.slice(atom.start, atom.end));
  if (entries.some((n) => ids.persons.get(n)?.relations.has(letters))) return ask;
  const linked = token.kind !== 'plain';
  if (
    !linked &&
    atom.left === 'camel' &&
    /(?:^|[^\p{L}])(?:Mc|Mac|O|De|La|Le|Fitz|Van)$/u.test(text.slice(Math.max(0, atom.start - 5), atom.start))
  )
    return null;
  if (!linked && saintBefore(text, atom.start)) return null;
  // "Li-ion", "Na-based": the beginning of another word.
  if (letters.length <= 3 && !linked && /^[-‐‑]\p{Ll}/u.test(text.slice(chain.end, chain.end + 2))) return null;
  if (letter === 'small' && isCaseless(text.slice(atom.start, atom.end))) return plain(text, chain, ask, how);
  if (letter === 'small' && how !== 'noCapitals' && !linked) return smallLetters(text, chain, ask);
  if (isDateHere(text, atom.start, atom.end, letters) || isVerbHere(text, atom.start, atom.end, letters)) return null;
  // Half of a double first name ("Jean" of Jean-Luc) is most often somebody else's whole one.
  if ([...chain.entries.values()].every((r) => (r & HALF) !== 0 && (r & GIVEN) !== 0)) return ask;
  const bearers = fit(chain.entries, (_, r) => (r & (GIVEN | SURNAME | ALIAS)) !== 0);
  if (bearers.size === 0) return nicknameOrMiddle(chain, letter, linked, ask);
  if (
    how === 'noCapitals' &&
    isOrdinary(letters) &&
    /(?<!\p{L})(?:a|an|the|some|any|no|to)\s+$/u.test(text.slice(Math.max(0, atom.start - 6), atom.start))
  )
    return null;
  if (how === 'noCapitals' && letter === 'small' && !linked)
    return letters.length <= 3 && isOrdinary(letters)
      ? null
      : isOrdinary(letters) || letters.length <= 2
        ? ask
        : plain(text, chain, ask, how);
  if (letters.length <= 2 && (letter !== 'title' || linked)) return letter === 'capitals' && !linked ? ask : null;
  if (isWeak(letters))
    return {
      entries,
      sure: !isShaky(text, atom) && (linked || weakIsName(text, atom.start, atom.end)) && plain(text, chain, ask, how).sure,
    };
  if (isOrdinary(letters)) return ask;
  if (letter === 'capitals' && letters.length <= 3 && how !== 'allCapitals') return ask;
  return plain(text, chain, ask, how);
}

/** Han, Arabic and other letters that know no capitals. */
function isCaseless(word: string): boolean {
  return word.toLowerCase() === word.toUpperCase();
}

/** "St Patrick's Day", "St James's Hospital"; not "in High St. Patrick said". */
function saintBefore(text: string, start: number): boolean {
  const before = /(\p{L}+\s+)?(?:St|Saint)\.?[^\S\n]+$/u.exec(text.slice(Math.max(0, start - 40), start));
  return before !== null && !/^\p{Lu}\p{Ll}/u.test(before[1] ?? '');
}

function smallLetters(text: string, chain: Chain, ask: Judged): Judged | null {
  const { letters, slip, hit } = chain.atoms[0] as Atom;
  const split = (hit?.splits ?? 0) > 0;
  if (slip || (split && hit?.spelledOut !== true)) return null;
  if (isWeak(letters)) {
    const after = squeeze(wordAfter(text, chain.end));
    if (ORDINARY_WORDS.has(letters) || NATURE_WORDS.has(after) || PLACE_NOUNS.has(after)) return null;
    const before = squeeze(wordBefore(text, chain.start));
    if (/^(?:the|a|an|some|wild|poison)$/.test(before)) return null;
    if (/^(?:of|with|and|green)$/.test(before) && !PERSON_VERBS.has(after)) return null;
    return ask;
  }
  if (isOrdinary(letters) || NAMES_BY_CAPITAL.has(letters) || letters.length <= 2) return null;
  if ([...chain.entries.values()].every((r) => (r & (GIVEN | SURNAME | ALIAS)) === 0)) return null;
  const article = /(?<!\p{L})(?:a|an|the|some|any|no)\s+$/iu.test(text.slice(Math.max(0, chain.start - 6), chain.start));
  return letters.length <= 3 || article ? ask : plain(text, chain, ask, 'normal');
}

function nicknameOrMiddle(chain: Chain, letter: string, linked: boolean, ask: Judged): Judged | null {
  const { letters, slip } = chain.atoms[0] as Atom;
  if (slip || letters.length <= 2 || (letter === 'capitals' && letters.length <= 3)) return null;
  const roles = [...chain.entries.values()];
  if (roles.every((r) => (r & (NICKNAME | MIDDLE)) !== 0) && linked && letters.length < 4) return null;
  return ask;
}

/** Split in two, inside a camel-case word, or in the plural: likely, not sure. */
function isShaky(text: string, atom: Atom): boolean {
  if (atom.slip) return true;
  const hit = atom.hit;
  if (hit !== null && hit.splits > 0 && !(hit.spelledOut && atom.letters.length >= 4)) {
    if (atom.letters.length < 6 || hit.splits > 1) return true;
    const pieces = text.slice(atom.start, atom.end).trim().split(/\s+/);
    return pieces.some((piece, i) => isCommonPiece(squeeze(piece)) || (i > 0 && /^\p{Lu}/u.test(piece)));
  }
  return false;
}

const PIECES = new Set(
  'a an and as at be by do go ham he her his i if in is it man me my no of off old on one or our out over own she so son than the then to ton under up us we well will win with'.split(
    ' ',
  ),
);
function isCommonPiece(piece: string): boolean {
  return PIECES.has(piece) || ORDINARY_WORDS.has(piece);
}

function plain(text: string, chain: Chain, ask: Judged, how: TextCase): Judged {
  const atom = chain.atoms[0] as Atom;
  const { entries } = ask;
  if (entries.length > 1 || isShaky(text, atom)) return ask;
  const role = chain.entries.get(entries[0] ?? -1) ?? 0;
  if (placeFollows(text, chain.end) || familyFollows(text, chain.end)) return ask;
  if (atom.right === 's' && (role & SURNAME) !== 0 && (role & GIVEN) === 0) return ask;
  if (
    (atom.left === 'camel' || atom.right === 'camel') &&
    /^\p{L}|\p{L}$/u.test(
      chain.start > 0
        ? text.slice(chain.start - 1, chain.start) + text.slice(chain.end, chain.end + 1)
        : text.slice(chain.end, chain.end + 1),
    )
  ) {
    return { entries, sure: /[-_.@/\\]/.test(text.slice(Math.max(0, chain.start - 1), chain.end + 1)) };
  }
  if (how === 'normal' && strangerBeside(text, chain, role)) return ask;
  return { entries, sure: true };
}

/** "Grace Kelly" where only the first name is on the register; "Helen Pryce" where only the surname is. */
function strangerBeside(text: string, chain: Chain, role: number): boolean {
  const givenRole = (role & (GIVEN | ALIAS)) !== 0;
  const surnameRole = (role & (SURNAME | ALIAS)) !== 0;
  if (/^[-‐‑](?=\p{Lu}\p{L})/u.test(text.slice(chain.end, chain.end + 3))) return true;
  if (/\p{Lu}\p{Ll}+[-‐‑]$/u.test(text.slice(Math.max(0, chain.start - 20), chain.start))) return true;
  if (/\p{L}['’]$/u.test(text.slice(Math.max(0, chain.start - 2), chain.start))) return true;
  if (/^\s+(?:the|of)\s+\p{Lu}/u.test(text.slice(chain.end, chain.end + 8))) return true;
  if (givenRole && isName(wordAfter(text, chain.end))) return true;
  if (surnameRole) {
    const before = wordBefore(text, chain.start);
    if (!isName(before)) return false;
    return (
      isKnownFirstName(squeeze(before)) ||
      FIRST_NAMES.has(squeeze(before)) ||
      !beginsSentence(text, text.slice(0, chain.start).lastIndexOf(before))
    );
  }
  return false;
}

function isName(word: string): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(word)) return false;
  const plain = squeeze(word);
  return !NEUTRAL_CAPITALS.has(plain) && !TITLES.has(plain) && !PERSON_VERBS.has(plain) && !PLACE_NOUNS.has(plain);
}
