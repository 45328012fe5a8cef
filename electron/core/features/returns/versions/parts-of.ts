import type { RowPair } from './row-to-match.ts';
import type { Weighed } from './near-pairs.ts';
import type { WeighedRow } from './row-words.ts';

/** Parts stand beside each other. */
const FURTHEST = 3;

/**
 * Rows left over that are parts: a row after whose words stood in the row before of a neighbour (it was split), a row
 * before whose words stand in the row after of a neighbour (it was joined).
 */
export function partsOf(
  pairs: readonly RowPair[],
  before: number,
  after: number,
  weighed: Weighed,
): { splits: Map<number, number>; joins: Map<number, number> } {
  const ofAfter = new Map(pairs.map((pair) => [pair.after, pair.before]));
  const ofBefore = new Map(pairs.map((pair) => [pair.before, pair.after]));
  const splits = new Map<number, number>();
  const joins = new Map<number, number>();
  for (let a = 0; a < after; a++) {
    if (ofAfter.has(a)) continue;
    const whole = bestWhole(a, ofAfter, weighed.after, weighed.before, weighed.weightOf, (b) => weighed.sameDay(b, a));
    if (whole !== null) splits.set(a, whole);
  }
  for (let b = 0; b < before; b++) {
    if (ofBefore.has(b)) continue;
    const whole = bestWhole(b, ofBefore, weighed.before, weighed.after, weighed.weightOf, (a) => weighed.sameDay(b, a));
    if (whole !== null) joins.set(b, whole);
  }
  return { splits, joins };
}

/** The row on the other side that holds this one's words and those of the neighbour it is paired with. */
function bestWhole(
  part: number,
  partner: ReadonlyMap<number, number>,
  parts: readonly WeighedRow[],
  wholes: readonly WeighedRow[],
  weightOf: Float64Array,
  sameDay: (whole: number) => boolean,
): number | null {
  const own = parts[part]!;
  if (own.count < 2) return null;
  let best: { whole: number; held: number } | null = null;
  for (let step = -FURTHEST; step <= FURTHEST; step++) {
    const whole = partner.get(part + step);
    if (whole === undefined || step === 0) continue;
    const neighbour = parts[part + step]!;
    const { held, fresh } = heldBy(own, neighbour, wholes[whole]!, weightOf);
    // Its words stand in the whole, and enough of them not already in the neighbour.
    const enough = own.count >= 4 ? 0.72 : 0.95;
    if (held < enough || fresh < 0.5 || (!sameDay(whole) && held < 0.9)) continue;
    if (!best || held > best.held) best = { whole, held };
  }
  return best?.whole ?? null;
}

function heldBy(
  own: WeighedRow,
  neighbour: WeighedRow,
  whole: WeighedRow,
  weightOf: Float64Array,
): { held: number; fresh: number } {
  const inWhole = new Set(whole.words);
  const inNeighbour = new Set(neighbour.words);
  let held = 0;
  let fresh = 0;
  for (const word of own.words) {
    if (!inWhole.has(word)) continue;
    held += weightOf[word]!;
    if (!inNeighbour.has(word)) fresh += weightOf[word]!;
  }
  return { held: held / Math.max(1e-9, own.weight), fresh: fresh / Math.max(1e-9, own.weight) };
}
