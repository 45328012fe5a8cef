import type { Mention, RegisterEntry } from '../model/register.ts';
import { buildAutomaton, scan } from './automaton.ts';
import { birthFinder, type FigureRun } from './births.ts';
import type { Found } from './found.ts';
import { type Hit, rightEdge, verify } from './hit.ts';
import { identifiersOf } from './identifiers.ts';
import { judgeName } from './judge-name.ts';
import { judgeOther } from './judge-other.ts';
import { type Atom, atomOf } from './name-atoms.ts';
import type { Landmarks } from './landmarks.ts';
import { chainFrom } from './name-chain.ts';
import { bareInitials } from './bare-initials.ts';
import { otherScripts } from './other-scripts.ts';
import { longest } from './overlaps.ts';
import { type SlippedWord, slipFinder } from './slips.ts';
import { pseudonymFinder } from './pseudonyms.ts';
import { textCase } from './surroundings.ts';

/** How far around a slip the rest of a name may reach. */
const REACH = 80;
const NO_LANDMARKS: Landmarks = { capitals: () => {}, figures: () => {} };

/**
 * Finds everyone and everything on a register in a text. Built once, used for many texts.
 * Offsets are UTF-16 code units of the text as given; mentions come in order and never overlap.
 */
export type Matcher = { find(text: string): Mention[] };

export function createMatcher(register: readonly RegisterEntry[]): Matcher {
  const ids = identifiersOf(register);
  const automaton = buildAutomaton(ids.patterns.map((p) => p.letters));
  const trySlip = slipFinder(ids);
  const tryInitials = bareInitials(ids);
  const tryScripts = otherScripts(ids);
  const tryBirths = birthFinder(ids);
  const { first, also, chain } = automaton;
  const isPseudonym = pseudonymFinder(register);

  function find(text: string): Mention[] {
    const atoms: Atom[] = [];
    const found: Found[] = [];
    const words: SlippedWord[] = [];
    const runs: FigureRun[] = [];
    const take = (hit: Hit): void => {
      if (hit.pattern.roles.size > 0) {
        const atom = atomOf(text, hit, ids);
        if (atom !== null) atoms.push(atom);
      }
      if (hit.pattern.types.size > 1 || !hit.pattern.types.has('name'))
        for (const one of judgeOther(text, hit, ids)) found.push(one);
    };
    hits(text, take, {
      capitals(start) {
        trySlip(text, start, atoms, words);
        tryScripts(text, start, atoms);
        tryInitials(text, start, found);
      },
      figures: (start, end) => void runs.push({ start, end }),
    });
    if (atoms.length > 0) addNames(text, atoms, found);
    tryBirths(text, runs, found);
    for (const word of words) addSlipped(text, word, found);
    return found.length === 0 ? [] : longest(found.filter((f) => !isPseudonym(text, f))).map((f) => toMention(text, f));
  }

  function hits(text: string, take: (hit: Hit) => void, on: Landmarks): void {
    const atEnd = (end: number, state: number): void => {
      const edge = rightEdge(text, end);
      if (edge === 'letter') return;
      for (let s = state; s !== 0; s = also[s] ?? 0) {
        for (let p = first[s] ?? -1; p >= 0; p = chain[p] ?? -1) {
          const pattern = ids.patterns[p];
          const hit = pattern === undefined ? null : verify(text, end, pattern, edge);
          if (hit !== null) take(hit);
        }
      }
    };
    scan(automaton, text, atEnd, on);
  }

  /** Puts the slip right in a small piece of the text and looks whether the whole name stands there then. */
  function addSlipped(text: string, word: SlippedWord, found: Found[]): void {
    const from = Math.max(0, word.start - REACH);
    const meant = word.meant.charAt(0).toUpperCase() + word.meant.slice(1);
    const piece = text.slice(from, word.start) + meant + text.slice(word.end, word.end + REACH);
    const at = word.start - from;
    const shift = word.end - word.start - meant.length;
    hits(
      piece,
      (hit) => {
        if (hit.start > at || hit.end < at + meant.length || hit.pattern.letters.length <= word.meant.length) return;
        for (const one of judgeOther(piece, hit, ids)) {
          const sure = one.sure && one.kind === 'address';
          found.push({ ...one, start: from + one.start, end: from + one.end + shift, spelling: 'slip', sure });
        }
      },
      NO_LANDMARKS,
    );
  }

  function addNames(text: string, atoms: Atom[], found: Found[]): void {
    atoms.sort((a, b) => a.start - b.start || b.end - a.end);
    const how = textCase(text);
    let done = -1;
    for (let i = 0; i < atoms.length; i++) {
      const start = (atoms[i] as Atom).start;
      if (start < done) continue;
      // Several parts may begin at one place ("Frost", "Frost-Lane"): the longest name wins.
      let best: Found | null = null;
      for (let j = i; j < atoms.length && (atoms[j] as Atom).start === start; j++) {
        const one = judgeName(text, chainFrom(text, atoms, j, ids), ids, how);
        if (one !== null && (best === null || one.end - one.start > best.end - best.start)) best = one;
      }
      if (best === null) continue;
      found.push(best);
      done = best.end;
    }
  }

  function toMention(text: string, f: Found): Mention {
    return {
      start: f.start,
      end: f.end,
      text: text.slice(f.start, f.end),
      entryIds: [...f.entries].sort((a, b) => a - b).map((n) => register[n]?.id ?? ''),
      kind: f.kind,
      spelling: f.spelling,
      status: f.sure && f.entries.length === 1 ? 'sure' : 'ask',
    };
  }
  return { find };
}
