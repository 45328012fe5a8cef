import { CLASS_COUNT, classOfLetter, fold, pointAt, SPECIAL, unitClass } from './fold.ts';

/**
 * Aho–Corasick over class-mapped letters. What is no letter keeps the state (its column leads back to the state),
 * so a name is found through any spaces, hyphens, apostrophes and invisible marks, without a copy of the text;
 * whether those are allowed there is decided on the few hits.
 * A negative transition means that at least one pattern ends there.
 */
export type Automaton = {
  next: Int32Array;
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
      const other = state === 0 ? 0 : Math.abs(next[back * CLASS_COUNT + k] ?? 0) / CLASS_COUNT;
      if (child === 0) {
        next[state * CLASS_COUNT + k] = other * CLASS_COUNT;
        continue;
      }
      fail[child] = other;
      queue[tail++] = child;
      next[state * CLASS_COUNT + k] = child * CLASS_COUNT;
    }
    next[state * CLASS_COUNT] = state * CLASS_COUNT;
  }
  for (let slot = 0; slot < next.length; slot++) {
    if (slot % CLASS_COUNT === 0) continue;
    const to = (next[slot] ?? 0) / CLASS_COUNT;
    if (to !== 0 && ((first[to] ?? -1) >= 0 || (also[to] ?? 0) !== 0)) next[slot] = -(next[slot] ?? 0);
  }
  return { next, first, also, chain };
}

/** Calls `hit` with the end (exclusive) of each place where patterns end, and the state they end in. */
export function scan(automaton: Automaton, text: string, hit: (end: number, state: number) => void): void {
  const { next } = automaton;
  const length = text.length;
  let state = 0;
  for (let i = 0; i < length; i++) {
    const k = unitClass[text.charCodeAt(i)] as number;
    if (k !== SPECIAL) {
      state = next[state + k] as number;
      if (state < 0) {
        state = -state;
        hit(i + 1, state / CLASS_COUNT);
      }
      continue;
    }
    const point = pointAt(text, i);
    if (point > 0xffff) i++;
    const { letters } = fold(point);
    let ended = false;
    for (const letter of letters) {
      state = next[state + classOfLetter(letter)] as number;
      ended = state < 0;
      if (ended) state = -state;
    }
    if (ended) hit(i + 1, state / CLASS_COUNT);
  }
}
