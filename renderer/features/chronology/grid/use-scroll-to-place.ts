import { useLayoutEffect, useRef } from 'react';
import { useLatest } from '#renderer/data/use-latest.ts';
import type { Selection } from '../list/use-selection.ts';
import { type Geometry, listTop, rowHeight, type Scale, scrollFor, topOf } from './geometry.ts';

/** How long after a move the list still follows: until the row that opened has said how high it is. */
const FOLLOWS_MS = 400;

/** After a move: by key just into view, by search to the upper third, by pointer the row stays where it was pressed. */
export function useScrollToPlace(scroller: HTMLElement | null, geometry: Geometry, scale: Scale, { at, moved }: Selection): void {
  const last = useRef({ n: -1, when: 0, geometry });
  const { openHeight, openAt } = geometry;
  const empty = geometry.count === 0;
  const settle = useLatest(() => {
    if (!scroller) return;
    const before = last.current.geometry;
    const now = performance.now();
    const fresh = last.current.n !== moved.n;
    last.current = { n: moved.n, when: fresh ? now : last.current.when, geometry };
    if (!fresh && now - last.current.when > FOLLOWS_MS) return;
    const top = topOf(geometry, at.index);
    const bottom = top + rowHeight(geometry, at.index);
    const from = listTop(scale, scroller.scrollTop);
    const to = from + scale.view;
    const set = (place: number): void => {
      scroller.scrollTop = scrollFor(scale, Math.max(0, place));
    };
    if (moved.by === 'pointer') {
      // The row that closes above would pull the one pressed from under the pointer.
      if (fresh && before.count === geometry.count) set(from + top - topOf(before, at.index));
    } else if (moved.by === 'search') {
      if (top < from || bottom > to) set(top - scale.view / 3);
    } else if (top < from) {
      set(top);
    } else if (bottom > to) {
      set(Math.min(top, bottom - scale.view));
    }
  });
  // Only a move, the height of the row it opened, and the coming of the list itself make it scroll.
  useLayoutEffect(() => settle.current(), [settle, scroller, moved.n, openHeight, openAt, empty]);
}
