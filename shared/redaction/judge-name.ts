import { squeeze } from './fold.ts';
import type { Found } from './found.ts';
import { type Atom, fit, surnameRole } from './name-atoms.ts';
import type { Chain } from './chain.ts';
import { ALIAS, GIVEN, HALF, type Identifiers, MIDDLE, NICKNAME, SURNAME, TRANSLITERATION } from './pattern.ts';
import { judgeAlone } from './judge-alone.ts';
import type { SpellingClass } from './spelling-classes.ts';
import { formClass, hasPossessive, plainClass } from './spelling-of.ts';
import { letterCase, type TextCase, type Token, tokenAround } from './surroundings.ts';
import { familyFollows, isOrdinary } from './ordinary.ts';
import type { Judged } from './judged.ts';

/** Whether a chain is somebody on the register, and how surely; null for what is no name here. */
export function judgeName(text: string, chain: Chain, ids: Identifiers, how: TextCase): Found | null {
  const first = chain.atoms[0] as Atom;
  const last = chain.atoms.at(-1) as Atom;
  const token = tokenAround(text, chain.start, chain.end);
  const linked = token.kind !== 'plain';
  const letters = chain.atoms.reduce((sum, a) => sum + a.letters.length, 0);
  if ((last.right === 'digit' || first.left === 'digit') && !linked && letters < 4) return null;
  const judged = decide(text, chain, ids, how, token);
  if (judged === null || judged.entries.length === 0) return null;
  const found: Found = {
    start: chain.start,
    end: chain.end,
    entries: judged.entries,
    kind: 'name',
    spelling: spell(text, chain, ids, token, judged),
    sure: judged.sure && judged.entries.length === 1,
  };
  // A whole address is given away by one name in it, and nothing of it may stay.
  if (token.kind === 'email')
    return { ...found, start: token.start, end: token.end, kind: 'email', sure: found.sure && nameBeforeAt(text, chain) };
  return found;
}

/** A name in the domain may be a company's. */
function nameBeforeAt(text: string, chain: Chain): boolean {
  return /^[^\s@]*@/.test(text.slice(chain.end));
}

function decide(text: string, chain: Chain, ids: Identifiers, how: TextCase, token: Token): Judged | null {
  const slips = chain.atoms.filter((a) => a.slip).length;
  if (chain.mixed || chain.shortSlip) return { entries: [...chain.entries.keys()], sure: false };
  const first = chain.atoms[0] as Atom;
  const two = chain.atoms.length > 1 || first.glued === 'full';
  if (two && chain.given && chain.surname) {
    const small = chain.atoms.every((a) => letterCase(text.slice(a.start, a.end)) === 'small');
    const bare = small && token.kind === 'plain' && how !== 'noCapitals' && chain.atoms.every((a) => isOrdinary(a.letters));
    const list = chain.joins.has('comma') && chain.atoms.some((a) => isOrdinary(a.letters)) && small;
    if (bare && chain.joins.has('comma')) return null;
    return {
      entries: [...chain.entries.keys()],
      sure: !bare && !list && slips < chain.atoms.length && !(slips > 0 && first.glued !== 'no'),
    };
  }
  if (two && chain.given)
    return { entries: [...chain.entries.keys()], sure: slips === 0 && chain.atoms.some((a) => !isOrdinary(a.letters)) };
  if (chain.initials !== null) return withInitials(text, chain, token);
  // "jlane" is an account's name, "plane" a word: outside links and files only long ones are asked about.
  const plainWord = first.glued === 'initial' && token.kind === 'plain' && !/^\p{Lu}{2}\p{Ll}/u.test(text.slice(first.start));
  if (plainWord && (first.letters.length < 6 || isOrdinary(first.letters))) return null;
  if (first.glued === 'initial')
    return {
      entries: owners(chain.entries),
      sure: first.letters.length >= 5 && token.kind !== 'plain' && unshared(chain.entries, ids, first.letters),
    };
  if (chain.title !== 'none') return withTitle(text, chain);
  return judgeAlone(text, chain, ids, how, token);
}

function withInitials(text: string, chain: Chain, token: Token): Judged | null {
  const { fitting = [] } = chain.initials ?? {};
  const first = chain.atoms[0] as Atom;
  const slip = chain.atoms.some((a) => a.slip);
  if (!chain.surname || (chain.given && fitting.length > 0 && !owners(chain.entries).some((n) => fitting.includes(n)))) {
    // "Luke W": the initial is of the surname.
    const others = [...chain.entries.keys()];
    return { entries: fitting, sure: !slip && others.length === 1 && !onlyNickname(chain.entries) };
  }
  const all = owners(chain.entries);
  if (letterCase(text.slice(first.start, first.end)) === 'small' && token.kind === 'plain' && isOrdinary(first.letters))
    return null;
  if (fitting.length === 0) return { entries: all, sure: false };
  return {
    entries: fitting,
    sure: !slip && !doubleFollows(text, chain.end) && all.length === 1 && (first.roles.get(fitting[0] ?? -1) ?? 0) !== NICKNAME,
  };
}

function withTitle(text: string, chain: Chain): Judged | null {
  const first = chain.atoms[0] as Atom;
  const slip = chain.atoms.some((a) => a.slip) || (first.hit?.splits ?? 0) > 0;
  if (letterCase(text.slice(first.start, first.end)) === 'small' && isOrdinary(first.letters)) {
    return /^(?:mr|mrs|ms|miss|dr)\b/i.test(text.slice(chain.start)) ? { entries: [...chain.entries.keys()], sure: false } : null;
  }
  const sure = !slip && chain.title !== 'couple' && !doubleFollows(text, chain.end) && !familyFollows(text, chain.end);
  const surnames = fit(chain.entries, (_, r) => (r & (SURNAME | ALIAS)) !== 0 && (r & NICKNAME) === 0);
  if (chain.title !== 'kin' && surnames.size > 0) return { entries: [...surnames.keys()], sure };
  const givens = fit(chain.entries, (_, r) => (r & (GIVEN | ALIAS)) !== 0);
  if (givens.size > 0)
    return { entries: [...givens.keys()], sure: sure && (chain.title === 'kin' || !isOrdinary(first.letters)) };
  return { entries: [...chain.entries.keys()], sure: sure && ![...chain.entries.values()].every((r) => (r & NICKNAME) !== 0) };
}

/** "Ms T Oyelaran-Smith" may be somebody else. */
function doubleFollows(text: string, end: number): boolean {
  return /^[-‐‑]\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3));
}

function onlyNickname(entries: Map<number, number>): boolean {
  return [...entries.values()].every((r) => (r & (GIVEN | ALIAS)) === 0);
}

function owners(entries: Map<number, number>): number[] {
  return [...fit(entries, (_, r) => surnameRole(r)).keys()];
}

function unshared(entries: Map<number, number>, ids: Identifiers, letters: string): boolean {
  return (ids.surnames.get(letters) ?? []).every((n) => entries.has(n));
}

function spell(text: string, chain: Chain, ids: Identifiers, token: Token, judged: Judged): SpellingClass {
  const hits = chain.atoms.flatMap((a) => (a.hit === null ? [] : [a.hit]));
  if (chain.atoms.some((a) => a.slip)) return 'slip';
  for (const hit of hits) {
    const form = formClass(hit);
    if (form !== null) return form;
  }
  const roles = chain.atoms.map((a) => judged.entries.map((n) => a.roles.get(n) ?? 0));
  if (roles.some((r) => r.some((bits) => (bits & TRANSLITERATION) !== 0))) return 'transliteration';
  if (token.kind === 'email') return 'emailAddress';
  if (token.kind === 'fileName' || token.kind === 'handle') return token.kind;
  if (token.kind === 'slug' || chain.joins.has('glued') || (chain.joins.has('mark') && chain.initials === null)) return 'slug';
  const raw = text.slice(chain.start, chain.end);
  const written = ids.written.has(raw);
  const closed = raw.normalize('NFC').replace(/\s+/g, ' ');
  if (!written && closed !== raw.normalize('NFC') && ids.written.has(closed)) return 'oddSpace';
  const possessive = hasPossessive(text, chain.end) || chain.atoms.at(-1)?.right === 's';
  if (written) {
    if (possessive) return 'possessive';
    return relation(chain, ids, judged) ? 'relation' : partial(chain, ids, text) ? 'partOfName' : 'asWritten';
  }
  if (chain.reversed && (chain.given || chain.initials !== null)) return 'surnameFirst';
  if (chain.initials !== null) return 'initials';
  if (chain.title !== 'none') return 'title';
  if (roles.some((r) => r.length > 0 && r.every((bits) => (bits & NICKNAME) !== 0 && (bits & (GIVEN | ALIAS)) === 0)))
    return 'nickname';
  if (roles.some((r) => r.length > 0 && r.every((bits) => (bits & HALF) !== 0))) return 'hyphenatedHalf';
  if (relation(chain, ids, judged)) return 'relation';
  const plain = plainClass(text, chain.start, chain.end, ids, hits);
  if (plain === 'apostrophe' || plain === 'accents' || plain === 'hyphenatedHalf') return plain;
  if (possessive) return 'possessive';
  if (plain !== null) return plain;
  if (chain.joins.has('oddSpace')) return 'oddSpace';
  if (chain.joins.has('bridge') || roles.some((r) => r.some((bits) => (bits & MIDDLE) !== 0))) return 'middleName';
  return partial(chain, ids, text) || chain.atoms.length === 1 ? 'partOfName' : 'asWritten';
}

function relation(chain: Chain, ids: Identifiers, judged: Judged): boolean {
  return chain.atoms.length === 1 && judged.entries.some((n) => ids.persons.get(n)?.relations.has(chain.atoms[0]?.letters ?? ''));
}

/** One word of somebody's longer name that is not itself on the register. */
function partial(chain: Chain, ids: Identifiers, text: string): boolean {
  if (chain.atoms.length > 1) return false;
  const plain = squeeze(text.slice(chain.start, chain.end));
  return ![...chain.entries.keys()].some((n) => ids.persons.get(n)?.whole.has(plain));
}
