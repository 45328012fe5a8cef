import type { Store } from '../../../db/store.ts';
import { placesBeside, slotAt, type Slot } from '../../chronology/writes.ts';
import { longestRising } from './longest-rising.ts';

/** An entry of the new version in the order of its file: where it belongs and where it stands. */
export type ToPlace = { id: string; slot: Slot; pos: number | null; byHand: boolean };

/**
 * Places for the entries of a version that are new, dated again, or moved within their slot. The others stay where they
 * are, those ordered by hand above all.
 */
export function placeEntries(
  store: Store,
  entries: readonly ToPlace[],
  ordinal: number,
  put: (id: string, pos: number) => void,
): void {
  const bySlot = new Map<Slot, ToPlace[]>();
  for (const entry of entries) {
    const own = bySlot.get(entry.slot);
    if (own) own.push(entry);
    else bySlot.set(entry.slot, [entry]);
  }
  for (const [slot, own] of bySlot) {
    const here = own.filter((entry) => entry.pos !== null && slotAt(entry.pos) === slot);
    const ordered = here.filter((entry) => !entry.byHand);
    const fixed = new Set(longestRising(ordered.map((entry) => entry.pos!)).map((i) => ordered[i]!.id));
    const stays = new Set([...fixed, ...here.filter((entry) => entry.byHand).map((entry) => entry.id)]);
    if (stays.size === own.length) continue;
    let last: string | null = null;
    for (let i = 0; i < own.length; ) {
      if (stays.has(own[i]!.id)) {
        if (fixed.has(own[i]!.id)) last = own[i]!.id;
        i += 1;
        continue;
      }
      let end = i;
      while (end < own.length && !stays.has(own[end]!.id)) end += 1;
      const run = own.slice(i, end);
      const next = last === null ? (own.slice(end).find((entry) => fixed.has(entry.id))?.id ?? null) : null;
      const places = placesBeside(store, slot, { after: last, before: next, ordinal }, run.length);
      run.forEach((entry, n) => put(entry.id, places[n]!));
      last = run.at(-1)!.id;
      i = end;
    }
  }
}
