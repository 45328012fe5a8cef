import {
  ACCENTED,
  APOSTROPHE,
  DIGIT,
  flags,
  fold,
  HYPHEN,
  isUnspaced,
  LETTER,
  LOOK_ALIKE,
  MARK,
  pointAt,
  SPACE,
  UPPER,
} from './fold.ts';
import type { Pattern } from './pattern.ts';

/** What stands directly beside a hit. `letter`: it is inside a longer word; `initial`: one more letter, then the word ends. */
export type Edge = 'open' | 'camel' | 'digit' | 'letter' | 's' | 'initial';

/** A pattern found in the text, its letters checked one by one. */
export type Hit = {
  start: number;
  end: number;
  pattern: Pattern;
  left: Edge;
  right: Edge;
  /** Bits of fold.ts: how its letters came to be plain. */
  form: number;
  /** Spaces inside a word. */
  splits: number;
  /** Every letter stands apart, in the same way. */
  spelledOut: boolean;
  lineBreak: boolean;
  hidden: boolean;
  apostrophe: boolean;
  /** Separators where the register has a break. */
  joined: 'asRegister' | 'spaces' | 'nothing' | 'marks';
  hasAt: boolean;
};

/** Longest run of spaces that may stand between two words of one name. */
const MAX_GAP = 60;
const COMBINING = (c: number): boolean => c >= 0x300 && c <= 0x36f && c !== 0x34f;

/** Quick look at what follows: most hits inside longer words end here. */
export function rightEdge(text: string, end: number): Edge {
  const c = text.charCodeAt(end);
  if (c >= 97 && c <= 122) {
    const next = text.charCodeAt(end + 1) | 32;
    if (next >= 97 && next <= 122) return isPluralAt(text, end) ? 's' : 'letter';
  }
  let i = end;
  for (;;) {
    if (i >= text.length) return 'open';
    const point = pointAt(text, i);
    const f = flags(point);
    const size = point > 0xffff ? 2 : 1;
    if (f & MARK) {
      i += size;
      continue;
    }
    if (f & DIGIT) return 'digit';
    if (!(f & LETTER) || isUnspaced(point) || isUnspaced(pointAt(text, end - 1))) return 'open';
    if (f & UPPER && isSmall(text, end - 1)) return 'camel';
    let j = i + size;
    while (j < text.length && flags(pointAt(text, j)) & MARK) j++;
    const after = j < text.length ? flags(pointAt(text, j)) : 0;
    // "RWojcikR": the next word of a camel-case name may be one letter.
    if (after & LETTER) return isPluralAt(text, end) ? 's' : 'letter';
    return fold(point).letters === 's' ? 's' : 'initial';
  }
}

/** "The Marshes", "the Joneses". */
function isPluralAt(text: string, end: number): boolean {
  return (
    text.charCodeAt(end) === 101 &&
    text.charCodeAt(end + 1) === 115 &&
    /(?:[sxz]|[cs]h)$/i.test(text.slice(end - 2, end)) &&
    !(flags(pointAt(text, end + 2)) & LETTER)
  );
}

function isSmall(text: string, i: number): boolean {
  let j = i;
  while (j >= 0 && flags(pointAt(text, j)) & MARK) j--;
  if (j < 0) return false;
  const f = flags(pointAt(text, j));
  return (f & LETTER) !== 0 && (f & UPPER) === 0;
}

function leftEdge(text: string, start: number): Edge {
  let i = start - 1;
  while (i >= 0 && flags(pointAt(text, i)) & MARK) i--;
  if (i < 0) return 'open';
  const f = flags(pointAt(text, i));
  if (f & DIGIT) return 'digit';
  if (!(f & LETTER) || isUnspaced(pointAt(text, i)) || isUnspaced(pointAt(text, start))) return 'open';
  return (f & UPPER) === 0 && flags(pointAt(text, start)) & UPPER ? 'camel' : 'letter';
}

/** Walks back from the end of a hit; null where letters differ or something stands between them that parts words. */
export function verify(text: string, foundEnd: number, pattern: Pattern, right: Edge): Hit | null {
  const { letters, breaks } = pattern;
  const hit: Hit = {
    start: 0,
    end: foundEnd,
    pattern,
    left: 'open',
    right,
    form: 0,
    splits: 0,
    spelledOut: false,
    lineBreak: false,
    hidden: false,
    apostrophe: false,
    joined: 'asRegister',
    hasAt: false,
  };
  const free = pattern.types.has('email') || pattern.types.has('phone');
  let need = letters.length;
  let i = foundEnd;
  let gapFrom = -1;
  let gaps = 0;
  let sameGap: string | null = null;
  let swaps = 0;
  while (need > 0) {
    i--;
    if (i < 0) return null;
    const c = text.charCodeAt(i);
    const point = c < 0xd800 ? c : pointAt(text, i);
    if (point > 0xffff) i--;
    const { letters: own, form } = fold(point);
    if (own.length === 0) {
      if (gapFrom < 0) gapFrom = i + (point > 0xffff ? 2 : 1);
      if (gapFrom - i > MAX_GAP) return null;
      continue;
    }
    if (gapFrom >= 0 && need < letters.length) {
      const gap = text.slice(i + (point > 0xffff ? 2 : 1), gapFrom);
      const kind = gapKind(gap, breaks[need] === true, free, hit);
      if (kind === 'no') return null;
      if (kind === 'split') {
        gaps++;
        sameGap = sameGap === null || sameGap === gap ? gap : '';
      }
      if (kind === 'plain' && breaks[need] !== true) {
        gaps++;
        sameGap = sameGap === null || sameGap === gap ? gap : '';
        hit.splits += 100;
      }
    } else if (gapFrom < 0 && breaks[need] === true && need < letters.length && hit.joined === 'asRegister')
      hit.joined = 'nothing';
    gapFrom = -1;
    need -= own.length;
    if (need < 0) return null;
    hit.form |= form;
    for (let k = 0; k < own.length; k++) {
      const a = own[k] ?? '';
      const b = letters[need + k] ?? '';
      if (a === b) continue;
      if (!mistaken(a, b, text, i, need)) return null;
      hit.form |= LOOK_ALIKE;
      swaps++;
    }
  }
  if (swaps * 2 > letters.length || (swaps * 2 === letters.length && pattern.roles.size > 0 && flags(pointAt(text, i)) & DIGIT))
    return null;
  hit.start = i;
  hit.left = leftEdge(text, i);
  // Every letter apart ("R o w a n", "R-o-w-a-n") or a word that fell in two ("Row an").
  const places = letters.length - 1;
  hit.spelledOut =
    gaps > 0 && gaps === places - breaks.filter((b, n) => b && n > 0).length && sameGap !== '' && letters.length >= 3;
  if (!hit.spelledOut && hit.splits >= 100) return null;
  if (hit.spelledOut) hit.splits = gaps;
  while (hit.end < text.length && COMBINING(text.charCodeAt(hit.end))) {
    hit.end++;
    hit.form |= ACCENTED;
  }
  return hit;
}

/** What may stand between two letters of a name, and what it says about the spelling. */
function gapKind(gap: string, atBreak: boolean, free: boolean, hit: Hit): 'ok' | 'split' | 'plain' | 'no' {
  let spaces = 0;
  let hyphens = 0;
  let apostrophes = 0;
  let others = 0;
  let newline = false;
  for (const ch of gap) {
    const point = ch.codePointAt(0) ?? 0;
    const f = flags(point);
    if (COMBINING(point)) hit.form |= ACCENTED;
    else if (f & MARK) hit.hidden = true;
    else if (f & SPACE) {
      spaces++;
      if (ch === '\n' || ch === '\r' || ch === '\u2028') newline = true;
    } else if (f & HYPHEN) hyphens++;
    else if (f & APOSTROPHE) apostrophes++;
    else {
      others++;
      if (ch === '@') hit.hasAt = true;
    }
  }
  const visible = spaces + hyphens + apostrophes + others;
  if (visible === 0) return 'ok';
  if (newline) hit.lineBreak = true;
  if (atBreak || free) {
    if (hyphens + apostrophes + others > 4) return 'no';
    if (hit.joined === 'asRegister') hit.joined = spaces === visible ? 'spaces' : 'marks';
    if (spaces > 1 && spaces === visible) hit.joined = 'spaces';
    return 'ok';
  }
  if (hyphens === 1 && spaces > 0 && others + apostrophes === 0) {
    hit.lineBreak = true;
    return 'ok';
  }
  if (apostrophes === 1 && visible === 1) {
    hit.apostrophe = true;
    return 'ok';
  }
  if (spaces === visible && spaces <= 3) {
    hit.splits++;
    return 'split';
  }
  return visible === 1 ? 'plain' : 'no';
}

/** Whether letter `a` of the text may be taken for `b`; the classes already agree. */
function mistaken(a: string, b: string, text: string, at: number, position: number): boolean {
  const figureA = a >= '0' && a <= '9';
  const figureB = b >= '0' && b <= '9';
  if (figureA !== figureB) return true;
  if (figureA) return false;
  // i and l: only a capital I inside a small word, or a small l where a capital I would begin it.
  const ch = text[at];
  if (a === 'i' && b === 'l') return ch === 'I' && (position > 0 ? isSmall(text, at - 1) : isSmall(text, at + 1));
  if (a === 'l' && b === 'i') return ch === 'l' && position === 0 && isSmall(text, at + 1);
  return false;
}
