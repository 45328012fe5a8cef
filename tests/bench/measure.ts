/** One way of doing a measure's work: ours, the cheapest pass written for it, or a peer. Each runs in a process of its own. */
export type Variant = {
  name: string;
  role: 'ours' | 'floor' | 'peer';
  /** Timed runs; the median counts. Slow peers run once. */
  runs?: number;
  /** Runs before the timed ones. */
  warmUps?: number;
  /** False where the program is not on this machine. */
  present?(): boolean;
  /** Makes ready outside the time, then answers what is timed. */
  prepare(folder: string): Run | Promise<Run>;
};
export type Run = {
  /** Before each timed run, outside its time. */
  before?(): unknown;
  run(): unknown;
  /** After the timed runs: further numbers by name, in milliseconds unless the name says otherwise, and closing. */
  finish?(): Record<string, number> | Promise<Record<string, number>>;
};

export type Measure = {
  id: string;
  work: string;
  /** Inputs by name, made once before the variants run. */
  needs: readonly string[];
  /** How much is done in one run, for rates: bytes or items. */
  size?: { amount: number; unit: 'MB' | 'dates' };
  variants: readonly Variant[];
  goals: readonly Goal[];
  /** Every variant has the room for new objects that the program gives its threads, and not as much as the machine allows. */
  asThread?: true;
  /** Only with --large. */
  large?: true;
};

/** A goal of the numbers that the variants gave. `value` answers null where a peer is missing. */
export type Goal = { text: string; value(results: Results): number | null; most?: number; least?: number };

/** `cpuMs`: of this process, all its threads together; steadier than the time where the machine has other work. */
export type Outcome = { ms: number; all: number[]; cpuMs: number; peakMb: number; more: Record<string, number> };
export type Results = ReadonlyMap<string, Outcome>;

export const OURS = 'ours';
export const FLOOR = 'floor';

/** Time of one variant over that of another. */
export const ratio =
  (of: string, to: string) =>
  (results: Results): number | null => {
    const a = results.get(of);
    const b = results.get(to);
    return a && b ? a.ms / b.ms : null;
  };
export const peakMb =
  (of: string) =>
  (results: Results): number | null =>
    results.get(of)?.peakMb ?? null;
export const time =
  (of: string) =>
  (results: Results): number | null =>
    results.get(of)?.ms ?? null;
export const more =
  (of: string, name: string) =>
  (results: Results): number | null =>
    results.get(of)?.more[name] ?? null;

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
