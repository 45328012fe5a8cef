import { CLASS_COUNT, classOfLetter, fold, pointAt, SPECIAL, unitClass } from './fold.ts';
import { CAPITAL, kindOfPlain, type Landmarks, walk } from './landmarks.ts';

/**
 * Aho–Corasick over class-mapped letters. What is no letter keeps the state (its column leads back to the state),
 * so a name is found through any spaces, hyphens, apostrophes and invisible marks, without a copy of the text;
 * whether those are allowed there is decided on the few hits.
 * States are numbered by depth, those where a pattern ends last: the ones that a text is mostly in lie side by side, and
 * one comparison tells of a hit.
 */
export type Automaton = {
  next: Uint16Array | Int32Array;
  /** From this state on a pattern ends in each. */
  ending: number;
  /** First pattern that ends in a state, or -1; then along `chain`. */
  first: Int32Array;
  /** State whose patterns also end here, or 0. */
  also: Int32Array;
  /** Next pattern with the same letters by class. */
  chain: Int32Array;
};

export function buildAutomaton(patterns: readonly string[]): Automaton {
  let capacity = 1024;
  let next = new Int32Array(capacity * CLASS_COUNT);
  const chain = new Int32Array(patterns.length).fill(-1);
  const firstOf: number[] = [-1];
  let count = 1;
  for (const [p, pattern] of patterns.entries()) {
    let state = 0;
    for (const letter of pattern) {
      const slot = state * CLASS_COUNT + classOfLetter(letter);
      let to = next[slot] ?? 0;
      if (to === 0) {
        to = count++;
        if (to >= capacity) {
          capacity *= 2;
          const grown = new Int32Array(capacity * CLASS_COUNT);
          grown.set(next);
          next = grown;
        }
        next[slot] = to;
        firstOf.push(-1);
      }
      state = to;
    }
    if (state === 0) continue;
    chain[p] = firstOf[state] ?? -1;
    firstOf[state] = p;
  }
  return link(next.subarray(0, count * CLASS_COUNT), Int32Array.from(firstOf), chain, count);
}

function link(tree: Int32Array, first: Int32Array, chain: Int32Array, count: number): Automaton {
  const fail = new Int32Array(count);
  const also = new Int32Array(count);
  const queue = new Int32Array(count);
  const next = new Int32Array(count * CLASS_COUNT);
  let tail = 1;
  for (let head = 0; head < tail; head++) {
    const state = queue[head] ?? 0;
    const back = fail[state] ?? 0;
    if (state !== 0) also[state] = (first[back] ?? -1) >= 0 ? back : (also[back] ?? 0);
    for (let k = 1; k < CLASS_COUNT; k++) {
      const child = tree[state * CLASS_COUNT + k] ?? 0;
      const other = state === 0 ? 0 : (next[back * CLASS_COUNT + k] ?? 0);
      next[state * CLASS_COUNT + k] = child === 0 ? other : child;
      if (child === 0) continue;
      fail[child] = other;
      queue[tail++] = child;
    }
    next[state * CLASS_COUNT] = state;
  }
  return renumber({ next, first, also, chain, queue });
}

function renumber({
  next,
  first,
  also,
  chain,
  queue,
}: Record<'next' | 'first' | 'also' | 'chain' | 'queue', Int32Array>): Automaton {
  const ends = (state: number): boolean => (first[state] ?? -1) >= 0 || (also[state] ?? 0) !== 0;
  const order = [...queue.filter((state) => !ends(state)), ...queue.filter(ends)];
  const number = new Int32Array(order.length);
  for (const [n, state] of order.entries()) number[state] = n;
  const to = (state: number | undefined): number => number[state ?? 0] ?? 0;
  const size = order.length * CLASS_COUNT;
  const renumbered = order.length <= 0xffff ? new Uint16Array(size) : new Int32Array(size);
  for (const [n, state] of order.entries())
    for (let k = 0; k < CLASS_COUNT; k++) renumbered[n * CLASS_COUNT + k] = to(next[state * CLASS_COUNT + k]);
  const ending = order.findIndex(ends);
  return {
    next: renumbered,
    ending: ending < 0 ? order.length : ending,
    first: Int32Array.from(order, (state) => first[state] ?? -1),
    also: Int32Array.from(order, (state) => to(also[state])),
    chain,
  };
}

/** What a plain character is, in one number: its class, and from the sixth bit on what kind of landmark. */
const LANDMARK = 32;
const look = new Uint8Array(128);
for (let c = 0; c < look.length; c++) look[c] = (unitClass[c] ?? 0) | (kindOfPlain(c) * LANDMARK);

const MOST_AT_ONCE = 4_000_000;
const encoder = new TextEncoder();
let bytes = new Uint8Array(4_096);
let marks = new Int32Array(1_024);

/**
 * Calls `hit` with the end (exclusive) of each place where patterns end and the state they end in; then `on` with the
 * landmarks, in order. A text of plain characters is gone through once, as bytes: strings are slower letter by letter.
 * Neither may scan another text.
 */
export function scan(automaton: Automaton, text: string, hit: (end: number, state: number) => void, on: Landmarks): void {
  const { length } = text;
  if (length <= MOST_AT_ONCE) {
    if (bytes.length < length) bytes = new Uint8Array(length * 2);
    const { read, written } = encoder.encodeInto(text, bytes);
    if (read === length && written === length) {
      scanPlain(automaton, length, hit, on);
      return;
    }
  }
  scanUnits(automaton, text, hit);
  walk(text, on);
}

/** A capital is kept as its place; a run of figures as its place and, below zero, its end. */
function scanPlain({ next, ending }: Automaton, length: number, hit: (end: number, state: number) => void, on: Landmarks): void {
  const own = bytes;
  let state = 0;
  let marked = 0;
  let inFigures = false;
  for (let i = 0; i < length; i++) {
    const v = look[own[i] as number] as number;
    state = next[state * CLASS_COUNT + (v & (LANDMARK - 1))] as number;
    // A separator keeps the state: what ended there has been told.
    if (state >= ending && (v & (LANDMARK - 1)) !== 0) hit(i + 1, state);
    if (v < LANDMARK) {
      inFigures = false;
      continue;
    }
    if (marked + 2 > marks.length) marks = twice(marks);
    if (v < (CAPITAL + 1) * LANDMARK) {
      inFigures = false;
      if (i === 0 || !isPlainLetter(own[i - 1] as number)) marks[marked++] = i;
      continue;
    }
    if (!inFigures) {
      marks[marked] = i;
      marked += 2;
      inFigures = true;
    }
    marks[marked - 1] = -1 - i;
  }
  for (let m = 0; m < marked; m++) {
    const place = marks[m] as number;
    const after = m + 1 < marked ? (marks[m + 1] as number) : 0;
    if (after >= 0) {
      on.capitals(place);
      continue;
    }
    on.figures(place, -after);
    m++;
  }
}

const isPlainLetter = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 97 && c <= 122);

function twice(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function scanUnits({ next, ending }: Automaton, text: string, hit: (end: number, state: number) => void): void {
  const { length } = text;
  let state = 0;
  for (let i = 0; i < length; i++) {
    const k = unitClass[text.charCodeAt(i)] as number;
    if (k !== SPECIAL) {
      state = next[state * CLASS_COUNT + k] as number;
      if (state >= ending && k !== 0) hit(i + 1, state);
      continue;
    }
    const point = pointAt(text, i);
    if (point > 0xffff) i++;
    const { letters } = fold(point);
    for (const letter of letters) state = next[state * CLASS_COUNT + classOfLetter(letter)] as number;
    if (letters.length > 0 && state >= ending) hit(i + 1, state);
  }
}
