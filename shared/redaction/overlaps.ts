import type { Found } from './found.ts';

export type Span = { start: number; end: number };

/** In order and without overlaps: the longest stays; of two alike, the surer; of those for the same words, both are asked about. */
export function longest(found: readonly Found[]): Found[] {
  const ranked = [...found].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || Number(b.sure) - Number(a.sure) || a.start - b.start,
  );
  const kept: Found[] = [];
  const byStart = new Map<number, Found>();
  const taken: Span[] = [];
  for (const f of ranked) {
    const same = byStart.get(f.start);
    if (same !== undefined && same.end === f.end) {
      merge(same, f);
      continue;
    }
    if (overlaps(taken, f)) continue;
    const own = { ...f, entries: [...f.entries] };
    kept.push(own);
    byStart.set(own.start, own);
    insert(taken, own);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function merge(kept: Found, other: Found): void {
  if (kept.sure && !other.sure) return;
  for (const n of other.entries) if (!kept.entries.includes(n)) kept.entries.push(n);
  if (kept.entries.length > 1) kept.sure = false;
}

/** `taken` is sorted by start; its members do not overlap. */
function place(taken: readonly Span[], start: number): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a span meets one of those taken. */
export function overlaps(taken: readonly Span[], f: Span): boolean {
  const at = place(taken, f.start);
  const before = taken[at - 1];
  const after = taken[at];
  return (before !== undefined && before.end > f.start) || (after !== undefined && after.start < f.end);
}

export function insert(taken: Span[], f: Span): void {
  taken.splice(place(taken, f.start), 0, f);
}
