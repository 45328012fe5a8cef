/** Which of these numbers form the longest rising row: what need not move when a list is put in order. */
export function longestRising(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before: number[] = [];
  values.forEach((value, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (values[tails[mid]!]! < value) low = mid + 1;
      else high = mid;
    }
    before[i] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = i;
  });
  const kept = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) kept.add(at);
  return kept;
}

/** Below this a position cannot be halved again without doubt, and the section is numbered afresh. */
const LEAST_GAP = 1e-9;

/**
 * Positions for blocks in this order. A block that has one keeps it where it can; a new or moved one lies between its
 * neighbours, so that an edit writes the blocks that it touched and no others.
 */
export function placeBlocks(ids: readonly string[], known: ReadonlyMap<string, number>): Map<string, number> {
  const placed = ids.flatMap((id, i) => (known.has(id) ? [{ i, at: known.get(id)! }] : []));
  const keep = longestRising(placed.map((block) => block.at));
  const fixed = new Map(placed.filter((_, n) => keep.has(n)).map((block) => [block.i, block.at]));
  const out = new Map<string, number>();
  let last = 0;
  let crowded = false;
  for (let i = 0; i < ids.length; i++) {
    let at = fixed.get(i);
    if (at === undefined) {
      let next = i + 1;
      while (next < ids.length && !fixed.has(next)) next += 1;
      const end = fixed.get(next);
      at = end === undefined ? Math.floor(last) + 1 : last + (end - last) / (next - i + 1);
      if (at - last < LEAST_GAP) crowded = true;
    }
    out.set(ids[i]!, at);
    last = at;
  }
  if (crowded) ids.forEach((id, i) => out.set(id, i + 1));
  return out;
}

export type Move = { id: string; to: number };

/** The fewest moves that bring `list` into an order in which those of `wanted` follow one another; others stay put. */
export function movesTo(list: readonly string[], wanted: readonly string[]): Move[] {
  const now = [...list];
  const known = wanted.filter((id) => now.includes(id));
  const keep = longestRising(known.map((id) => now.indexOf(id)));
  const moves: Move[] = [];
  known.forEach((id, i) => {
    if (keep.has(i)) return;
    now.splice(now.indexOf(id), 1);
    // Behind the one before it; the first stands before the one that follows it and stays.
    const follower = known.find((_, n) => n > i && keep.has(n));
    const to = i > 0 ? now.indexOf(known[i - 1]!) + 1 : follower === undefined ? 0 : now.indexOf(follower);
    now.splice(to, 0, id);
    moves.push({ id, to });
  });
  return moves;
}
