import { allWords, compareDates, type Gaps, type RowPair, type RowToMatch } from './row-to-match.ts';
import { alike, lettersOf, shared, weighRows, type WeighedRow } from './row-words.ts';

/** A row is held against so many others at most of each kind: of the same gap, of the same day, with the same rare words. */
const MOST_EACH = 24;
const RARE_WORDS = 6;
/** Of the same day and nearly the same words: nothing further away can be more like it. */
const SURELY = 1.15;

export type Weighed = {
  before: readonly WeighedRow[];
  after: readonly WeighedRow[];
  weightOf: Float64Array;
  gaps: Gaps;
  /** Whether a row before and one after are of the same time, as far as anyone can tell. */
  sameDay(before: number, after: number): boolean;
};

/** Pairs among the rows left: the most alike first, each row once. */
export function nearPairs(
  before: readonly RowToMatch[],
  after: readonly RowToMatch[],
  skip: ReadonlySet<string>,
  found: readonly RowPair[],
  gaps: Gaps,
): Weighed & { pairs: RowPair[] } {
  const texts = { before: before.map((row) => allWords(row, skip)), after: after.map((row) => allWords(row, skip)) };
  const { rows, weightOf } = weighRows([...texts.before, ...texts.after]);
  const weighed: Weighed = {
    before: rows.slice(0, before.length),
    after: rows.slice(before.length),
    weightOf,
    gaps,
    sameDay: (b, a) => ['same', 'unknown'].includes(compareDates(before[b]!, after[a]!)),
  };
  const letters = { before: kept((b) => lettersOf(texts.before[b]!)), after: kept((a) => lettersOf(texts.after[a]!)) };
  const left = {
    before: without(before.length, new Set(found.map((pair) => pair.before))),
    after: without(after.length, new Set(found.map((pair) => pair.after))),
  };
  const candidates = candidatesOf(left.before, before, weighed);
  const edges: { before: number; after: number; worth: number }[] = [];
  for (const a of left.after) {
    let best = 0;
    for (const b of candidates(a, after[a]!, () => best >= SURELY)) {
      const worth = likeness(b, a);
      if (worth === null) continue;
      best = Math.max(best, worth);
      edges.push({ before: b, after: a, worth });
    }
  }
  edges.sort((x, y) => y.worth - x.worth || Math.abs(x.before - x.after) - Math.abs(y.before - y.after) || x.after - y.after);
  const taken = { before: new Set<number>(), after: new Set<number>() };
  const pairs: RowPair[] = [];
  for (const edge of edges) {
    if (taken.before.has(edge.before) || taken.after.has(edge.after)) continue;
    taken.before.add(edge.before);
    taken.after.add(edge.after);
    pairs.push({ before: edge.before, after: edge.after, because: 'alike' });
  }
  return { ...weighed, pairs };

  /** How alike two rows are, or null where they are not one row put right. */
  function likeness(b: number, a: number): number | null {
    const left = weighed.before[b]!;
    const right = weighed.after[a]!;
    const dates = compareDates(before[b]!, after[a]!);
    const gap = gaps.before[b] === gaps.after[a];
    const both = shared(left, right, weightOf);
    const empty = left.count === 0 && right.count === 0;
    let same = empty ? 1 : (2 * both) / Math.max(1e-9, left.weight + right.weight);
    const least = Math.min(left.count, right.count);
    const within = least >= 4 ? both / Math.max(1e-9, Math.min(left.weight, right.weight)) : 0;
    if (within >= 0.8 && (dates === 'same' || (gap && dates !== 'apart'))) same = Math.max(same, 0.45 + within * 0.15);
    const needed = neededFor(dates, gap);
    if (same < needed && (gap || dates === 'same')) same = Math.max(same, alike(letters.before(b), letters.after(a)) - 0.1);
    if (same < needed) return null;
    return same + (dates === 'same' ? 0.3 : dates === 'apart' ? 0 : 0.1) + (gap ? 0.15 : 0) + (sameTime(b, a) ? 0.1 : 0);
  }
  function sameTime(b: number, a: number): boolean {
    return before[b]!.time !== null && before[b]!.time === after[a]!.time;
  }
}

/** Worked out once for a row, when it is first asked for. */
function kept<T>(make: (i: number) => T): (i: number) => T {
  const known = new Map<number, T>();
  return (i) => {
    const had = known.get(i);
    if (had !== undefined) return had;
    const made = make(i);
    known.set(i, made);
    return made;
  };
}

/** The further apart in time and place, the more must be the same for two rows to be one. */
function neededFor(dates: ReturnType<typeof compareDates>, gap: boolean): number {
  if (dates === 'same' || dates === 'unknown') return gap ? 0.3 : 0.42;
  if (dates === 'near') return gap ? 0.5 : 0.65;
  return gap ? 0.62 : 0.8;
}

const without = (length: number, taken: ReadonlySet<number>): number[] =>
  Array.from({ length }, (_, i) => i).filter((i) => !taken.has(i));

/** For a row after, the rows before that it may be: looked up, never all against all. */
function candidatesOf(
  left: readonly number[],
  before: readonly RowToMatch[],
  { before: rows, after: rowsAfter, weightOf, gaps }: Weighed,
): (a: number, row: RowToMatch, enough: () => boolean) => Generator<number> {
  const byGap = new Map<number, number[]>();
  const byDay = new Map<string, number[]>();
  const byWord = new Map<number, number[]>();
  const put = <K>(map: Map<K, number[]>, key: K, i: number): void => {
    const list = map.get(key);
    if (list) list.push(i);
    else map.set(key, [i]);
  };
  for (const i of left) {
    put(byGap, gaps.before[i]!, i);
    const row = before[i]!;
    put(byDay, row.earliest ?? row.latest ?? '', i);
    for (const word of rows[i]!.words) put(byWord, word, i);
  }
  return function* (a, row, enough) {
    const seen = new Set<number>();
    yield* near(byDay.get(row.earliest ?? row.latest ?? ''), a, seen);
    if (enough()) return;
    yield* near(byGap.get(gaps.after[a]!), a, seen);
    if (enough()) return;
    const rare = Array.from(rowsAfter[a]!.words)
      .filter((word) => byWord.has(word))
      .sort((x, y) => weightOf[y]! - weightOf[x]!)
      .slice(0, RARE_WORDS);
    for (const word of rare) yield* near(byWord.get(word), a, seen);
  };
}

/** Of a long list those that stand nearest: the row before keeps the place of the one after, more or less. */
function* near(list: readonly number[] | undefined, a: number, seen: Set<number>): Generator<number> {
  if (!list) return;
  let from = 0;
  if (list.length > MOST_EACH) {
    let high = list.length;
    while (from < high) {
      const middle = (from + high) >> 1;
      if (list[middle]! < a) from = middle + 1;
      else high = middle;
    }
    from = Math.min(Math.max(0, from - MOST_EACH / 2), list.length - MOST_EACH);
  }
  for (let i = from; i < list.length && i < from + MOST_EACH; i++) {
    const b = list[i]!;
    if (seen.has(b)) continue;
    seen.add(b);
    yield b;
  }
}
