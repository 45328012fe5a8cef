import { type KeyboardEvent, useState } from 'react';
import type { LaneItem } from './lane-model.ts';
import type { Zoom } from './use-time-window.ts';

export type KeyedLane = { id: string; items: readonly LaneItem[] };
export type LaneKeys = {
  /** The lane in hand; -1 while there is none. */
  row: number;
  here: LaneItem | null;
  focus(row: number): void;
  set(row: number, item: LaneItem | null): void;
  key(event: KeyboardEvent<HTMLElement>, row: number): void;
};
export type LaneKeysOptions = {
  lanes: readonly KeyedLane[];
  zoom: Zoom;
  whole(): void;
  choose(item: LaneItem, laneId: string): void;
  leave(): void;
  focusRow(row: number): void;
};

/** Walking through lanes: left and right from one to the next, up and down to the nearest of the other lane. */
export function useLaneKeys({ lanes, zoom, whole, choose, leave, focusRow }: LaneKeysOptions): LaneKeys {
  const [at, setAt] = useState<{ laneId: string; key: string | null; time: number } | null>(null);
  const row = at === null ? -1 : lanes.findIndex(({ id }) => id === at.laneId);
  const here = (at && row >= 0 && lanes[row]?.items.find(({ key }) => key === at.key)) || null;
  const set = (to: number, item: LaneItem | null): void => {
    const lane = lanes[to];
    if (lane)
      setAt({
        laneId: lane.id,
        key: item?.key ?? null,
        time: item ? Math.max(item.from, Math.min(zoom.window.from, item.to)) : (at?.time ?? zoom.window.from),
      });
  };
  const nearest = (to: number, time: number): LaneItem | null =>
    (lanes[to]?.items ?? []).reduce<LaneItem | null>(
      (best, item) => (best && Math.abs(best.from - time) <= Math.abs(item.from - time) ? best : item),
      null,
    );
  const toRow = (to: number): void => {
    if (to < 0 || to >= lanes.length) return;
    set(to, nearest(to, here?.from ?? at?.time ?? zoom.window.from));
    focusRow(to);
  };
  const step = (from: number, by: 1 | -1): void => {
    const items = lanes[from]?.items ?? [];
    // After a change of scale the one that was in hand is no more: the nearest to it is.
    const next = here ? items[items.indexOf(here) + by] : nearest(from, at?.time ?? zoom.window.from);
    if (!next) return zoom.pan(by * 0.5);
    set(from, next);
    // What begins before the window is in view as it is.
    if (next.from > zoom.window.to || next.to < zoom.window.from) zoom.reveal(next.from);
  };

  const inView = (time: number | undefined): number | undefined =>
    time !== undefined && time >= zoom.window.from && time <= zoom.window.to ? time : undefined;

  function key(event: KeyboardEvent<HTMLElement>, from: number): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const items = lanes[from]?.items ?? [];
    const about = here ? (Math.max(here.from, zoom.window.from) + Math.min(here.to, zoom.window.to)) / 2 : inView(at?.time);
    const does: Record<string, () => void> = {
      ArrowRight: () => (event.shiftKey ? zoom.pan(0.25) : step(from, 1)),
      ArrowLeft: () => (event.shiftKey ? zoom.pan(-0.25) : step(from, -1)),
      ArrowDown: () => toRow(from + 1),
      ArrowUp: () => toRow(from - 1),
      Home: () => set(from, items[0] ?? null),
      End: () => set(from, items.at(-1) ?? null),
      PageDown: () => zoom.pan(0.8),
      PageUp: () => zoom.pan(-0.8),
      '+': () => zoom.nearer(about),
      '=': () => zoom.nearer(about),
      '-': () => zoom.farther(about),
      '0': whole,
      Enter: () => {
        const lane = lanes[from];
        if (here && lane) choose(here, lane.id);
      },
      Escape: leave,
    };
    const act = does[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }
  return { row, here, focus: (to) => void (row !== to && set(to, null)), set, key };
}
