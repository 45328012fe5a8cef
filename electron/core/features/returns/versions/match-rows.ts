import { equalPairs } from './equal-pairs.ts';
import { longestRising } from './longest-rising.ts';
import { nearPairs } from './near-pairs.ts';
import { partsOf } from './parts-of.ts';
import type { RowToMatch, RowPair, Gaps } from './row-to-match.ts';

export type Matching = {
  /** In the order of the version after. `moved`: it stands elsewhere among the others than it did. */
  pairs: (RowPair & { moved: boolean })[];
  /** Rows of the version after without one before; `of`: the row before that was split. */
  added: { after: number; of: number | null }[];
  /** Rows of the version before without one after; `into`: the row after that it was joined to. */
  removed: { before: number; into: number | null }[];
};

/**
 * Which row of a corrected return is which row of the one before. Equal rows first; then, between rows already found,
 * the most alike by words that are rare here, by date, by place. What is left is added or removed, or a part of a row
 * that was split or joined.
 */
export function matchRows(before: readonly RowToMatch[], after: readonly RowToMatch[]): Matching {
  const skip = countingColumns(before, after);
  const pairs = equalPairs(before, after, skip);
  const near = nearPairs(before, after, skip, pairs, gapsOf(before, after, pairs));
  pairs.push(...near.pairs);
  const { splits, joins } = partsOf(pairs, before.length, after.length, near);
  keepWorkedOn(pairs, joins, before);
  pairs.sort((a, b) => a.after - b.after);
  const inOrder = new Set(longestRising(pairs.map((pair) => pair.before)));
  const paired = { before: new Set(pairs.map((p) => p.before)), after: new Set(pairs.map((p) => p.after)) };
  return {
    pairs: pairs.map((pair, i) => ({ ...pair, moved: !inOrder.has(i) })),
    added: rest(after.length, paired.after).map((i) => ({ after: i, of: splits.get(i) ?? null })),
    removed: rest(before.length, paired.before).map((i) => ({ before: i, into: joins.get(i) ?? null })),
  };
}

/** Of joined rows the one that people worked on goes on as the entry. */
function keepWorkedOn(pairs: RowPair[], joins: Map<number, number>, before: readonly RowToMatch[]): void {
  for (const [away, into] of joins) {
    const pair = pairs.find(({ after }) => after === into);
    if (!pair || !before[away]!.workedOn || before[pair.before]!.workedOn) continue;
    joins.delete(away);
    joins.set(pair.before, into);
    pair.before = away;
  }
}

const rest = (length: number, taken: ReadonlySet<number>): number[] =>
  Array.from({ length }, (_, i) => i).filter((i) => !taken.has(i));

/** Columns that only count the rows in whichever version has them: they change when a row is put in, and say nothing. */
export function countingColumns(before: readonly RowToMatch[], after: readonly RowToMatch[]): Set<string> {
  const counting = [countingIn(before), countingIn(after)];
  const namedIn = [before, after].map((rows) => new Set(rows.flatMap((row) => Object.keys(row.rest))));
  const everywhere = (name: string): boolean => [0, 1].every((i) => counting[i]!.has(name) || !namedIn[i]!.has(name));
  return new Set([...counting[0]!, ...counting[1]!].filter(everywhere));
}

function countingIn(rows: readonly RowToMatch[]): Set<string> {
  const found = new Set<string>();
  const names = new Set(rows.flatMap((row) => Object.keys(row.rest)));
  for (const name of names) {
    const values = rows.flatMap((row) => row.rest[name] ?? []);
    if (values.length < 2 || values.length < rows.length * 0.8 || !values.every((text) => /^\d{1,6}\.?$/.test(text.trim())))
      continue;
    const numbers = values.map((text) => Number.parseInt(text, 10));
    const steps = numbers.slice(1).filter((n, i) => n === numbers[i]! + 1).length;
    if (steps >= (numbers.length - 1) * 0.6 && Number.isInteger(numbers[0])) found.add(name);
  }
  return found;
}

function gapsOf(before: readonly unknown[], after: readonly unknown[], pairs: readonly RowPair[]): Gaps {
  const sorted = pairs.slice().sort((a, b) => a.before - b.before);
  const kept = longestRising(sorted.map((pair) => pair.after)).map((i) => sorted[i]!);
  const count = (length: number, marks: readonly number[]): Int32Array => {
    const out = new Int32Array(length);
    let n = 0;
    for (let i = 0; i < length; i++) {
      if (marks[n] === i) n += 1;
      out[i] = n;
    }
    return out;
  };
  return {
    before: count(
      before.length,
      kept.map((pair) => pair.before),
    ),
    after: count(
      after.length,
      kept.map((pair) => pair.after),
    ),
  };
}
