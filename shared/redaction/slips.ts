import { APOSTROPHE, flags, fold, LETTER, MARK, pointAt, UPPER } from './fold.ts';
import type { Atom } from './name-atoms.ts';
import { type Identifiers, NICKNAME } from './pattern.ts';

/** Names shorter than this have too many neighbours among ordinary names. */
export const LONG = 6;
const LONGEST = 24;

/** Tries the word that begins with the capital at `start`. */
export type SlipFinder = (text: string, start: number, atoms: Atom[], words: SlippedWord[]) => void;
type Target = { letters: string; roles: Map<number, number> | null };

/** A word one slip away from a word of some longer name. */
export type SlippedWord = { start: number; end: number; meant: string };

/**
 * One letter wrong, missing, added or changed over, in names of six letters and more. Only words with a capital are tried,
 * and of those only such as share their first three or last three letters with a name: one slip leaves one end whole.
 */
export function slipFinder(ids: Identifiers): SlipFinder {
  const patterns = ids.patterns.filter(
    (p) => p.letters.length >= LONG && p.letters.length <= LONGEST && [...p.roles.values()].some((r) => (r & NICKNAME) === 0),
  );
  const targets: Target[] = patterns.map((p) => ({ letters: p.letters, roles: p.roles }));
  for (const letters of ids.longWords) targets.push({ letters, roles: null });
  if (targets.length === 0) return () => {};
  const heads = new Map<number, Target[]>();
  const tails = new Map<number, Target[]>();
  // Keys of plain letters fit in 15 bits: most words are dismissed without being read whole.
  const seenHead = new Uint8Array(32768);
  const seenTail = new Uint8Array(32768);
  for (const p of targets) {
    const head = endKey(p.letters, 0);
    const tail = endKey(p.letters, p.letters.length - 3);
    put(heads, head, p);
    put(tails, tail, p);
    seenHead[head & 32767] = 1;
    seenTail[tail & 32767] = 1;
  }
  const exact = new Set([...ids.patterns.map((p) => p.letters), ...ids.longWords]);

  return (text, start, atoms, words) => {
    let end = start + 1;
    let c = text.charCodeAt(end);
    while ((c >= 97 && c <= 122) || (c >= 65 && c <= 90)) c = text.charCodeAt(++end);
    const plain = !(c >= 128 || c === 39) && text.charCodeAt(start) < 128;
    if (plain) {
      const length = end - start;
      if (length < LONG - 1 || length > LONGEST + 1) return;
      if (seenHead[endKey(text, start) & 32767] === 0 && seenTail[endKey(text, end - 3) & 32767] === 0) return;
      tryWord(text.slice(start, end).toLowerCase(), start, end, atoms, words);
      return;
    }
    const [word, last] = readWord(text, start);
    tryWord(word, start, last, atoms, words);
  };

  function tryWord(word: string, start: number, end: number, atoms: Atom[], words: SlippedWord[]): void {
    if (
      word.length < LONG - 1 ||
      word.length > LONGEST + 1 ||
      exact.has(word) ||
      (word.endsWith('s') && exact.has(word.slice(0, -1)))
    )
      return;
    const near = new Set<Target>();
    collect(heads.get(endKey(word, 0)), word, near);
    collect(tails.get(endKey(word, word.length - 3)), word, near);
    if (near.size === 0) return;
    const roles = new Map<number, number>();
    let letters = '';
    for (const target of near) {
      if (target.roles === null) {
        words.push({ start, end, meant: target.letters });
        continue;
      }
      letters ||= target.letters;
      for (const [n, r] of target.roles) roles.set(n, (roles.get(n) ?? 0) | r);
    }
    if (roles.size > 0)
      atoms.push({
        start,
        end,
        roles,
        letters,
        hit: null,
        slip: true,
        left: 'open',
        right: 'open',
        glued: 'no',
        reversed: false,
      });
  }
}

/** A word with letters beyond a–z, marks or an apostrophe in it, in plain letters, and its end. */
function readWord(text: string, start: number): [word: string, end: number] {
  let word = '';
  let end = start;
  for (let i = start; i < text.length && word.length <= LONGEST + 1; ) {
    const point = pointAt(text, i);
    const f = flags(point);
    const size = point > 0xffff ? 2 : 1;
    if (f & LETTER) {
      word += fold(point).letters;
      end = i + size;
    } else if (!(f & MARK) && !(f & APOSTROPHE && i + 1 < text.length && flags(pointAt(text, i + 1)) & UPPER)) break;
    i += size;
  }
  return [word, end];
}

function collect(list: readonly Target[] | undefined, word: string, near: Set<Target>): void {
  if (list === undefined) return;
  for (const p of list) if (oneSlip(word, p.letters)) near.add(p);
}

/** Three letters as one number, large and small alike. */
function endKey(word: string, from: number): number {
  return ((word.charCodeAt(from) & 31) << 10) | ((word.charCodeAt(from + 1) & 31) << 5) | (word.charCodeAt(from + 2) & 31);
}

function put(map: Map<number, Target[]>, key: number, p: Target): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [p]);
  else list.push(p);
}

/** Exactly one letter changed, added, left out, or two neighbours changed over. */
export function oneSlip(a: string, b: string): boolean {
  const gap = a.length - b.length;
  if (gap > 1 || gap < -1 || a === b) return false;
  let head = 0;
  const shortest = Math.min(a.length, b.length);
  while (head < shortest && a.charCodeAt(head) === b.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shortest - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++;
  const restA = a.length - head - tail;
  const restB = b.length - head - tail;
  if (restA <= 1 && restB <= 1) return true;
  return (
    restA === 2 && restB === 2 && a.charCodeAt(head) === b.charCodeAt(head + 1) && a.charCodeAt(head + 1) === b.charCodeAt(head)
  );
}
