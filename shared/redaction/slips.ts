import { flags, fold, LETTER, MARK, pointAt, UPPER } from './fold.ts';
import type { Atom } from './name-atoms.ts';
import { type Identifiers, NICKNAME, type Pattern } from './pattern.ts';

/** Names shorter than this have too many neighbours among ordinary names. */
const LONG = 6;
const LONGEST = 24;

export type SlipFinder = { find(text: string, atoms: Atom[]): void };

/**
 * One letter wrong, missing, added or changed over, in names of six letters and more. Only words with a capital are tried,
 * and of those only such as share their first three or last three letters with a name: one slip leaves one end whole.
 */
export function slipFinder(ids: Identifiers): SlipFinder {
  const patterns = ids.patterns.filter(
    (p) => p.letters.length >= LONG && p.letters.length <= LONGEST && [...p.roles.values()].some((r) => (r & NICKNAME) === 0),
  );
  const heads = new Map<number, Pattern[]>();
  const tails = new Map<number, Pattern[]>();
  for (const p of patterns) {
    put(heads, ends(p.letters, 0), p);
    put(tails, ends(p.letters, p.letters.length - 3), p);
  }
  const exact = new Set(ids.patterns.map((p) => p.letters));
  return { find: patterns.length === 0 ? () => {} : find };

  function find(text: string, atoms: Atom[]): void {
    const length = text.length;
    for (let i = 0; i < length; i++) {
      const c = text.charCodeAt(i);
      if (c < 128 ? c < 65 || c > 90 : (flags(pointAt(text, i)) & UPPER) === 0) continue;
      if (i > 0 && flags(pointAt(text, i - 1)) & (LETTER | MARK)) continue;
      i = tryWord(text, i, atoms) - 1;
    }
  }

  /** Returns where the word ends. */
  function tryWord(text: string, start: number, atoms: Atom[]): number {
    let word = '';
    let i = start;
    let end = start;
    while (i < text.length && word.length <= LONGEST + 1) {
      const c = text.charCodeAt(i);
      if ((c >= 97 && c <= 122) || (c >= 65 && c <= 90)) {
        word += c < 97 ? String.fromCharCode(c + 32) : text[i];
        end = ++i;
        continue;
      }
      const point = pointAt(text, i);
      const f = flags(point);
      const size = point > 0xffff ? 2 : 1;
      if (f & LETTER) {
        word += fold(point).letters;
        i += size;
        end = i;
      } else if (f & MARK || ((c === 39 || c === 0x2019) && i + 1 < text.length && flags(pointAt(text, i + 1)) & UPPER)) i += size;
      else break;
    }
    if (word.length >= LONG - 1 && word.length <= LONGEST + 1 && !exact.has(word)) {
      const near = new Set<Pattern>();
      collect(heads.get(ends(word, 0)), word, near);
      collect(tails.get(ends(word, word.length - 3)), word, near);
      const [one] = near;
      if (one !== undefined) {
        const roles = new Map<number, number>();
        for (const p of near) for (const [n, r] of p.roles) roles.set(n, (roles.get(n) ?? 0) | r);
        atoms.push({ start, end, roles, letters: one.letters, hit: null, slip: true, left: 'open', right: 'open', glued: 'no', reversed: false });
      }
    }
    return Math.max(i, start + 1);
  }
}

function collect(list: readonly Pattern[] | undefined, word: string, near: Set<Pattern>): void {
  if (list === undefined) return;
  for (const p of list) if (oneSlip(word, p.letters)) near.add(p);
}

function ends(word: string, from: number): number {
  return (word.charCodeAt(from) * 31 + word.charCodeAt(from + 1)) * 31 + word.charCodeAt(from + 2);
}

function put(map: Map<number, Pattern[]>, key: number, p: Pattern): void {
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
  return restA === 2 && restB === 2 && a.charCodeAt(head) === b.charCodeAt(head + 1) && a.charCodeAt(head + 1) === b.charCodeAt(head);
}
