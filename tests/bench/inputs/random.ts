/** mulberry32: the same numbers on every machine, so that runs can be compared. */
export type Random = {
  next(): number;
  below(n: number): number;
  pick<T>(from: readonly T[]): T;
  chance(of: number): boolean;
};

export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { next, below, pick: (from) => from[below(from.length)]!, chance: (of) => next() < of };
}
