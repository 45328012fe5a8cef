import { useEffect, useMemo, useRef, useState } from 'react';
import { announce } from '#renderer/data/announce.ts';
import { panned, showing, spanOf, type TimeWindow, windowLabel, within, zoomed } from './time-window.ts';

const NEARER = 0.6;
const SAID_AFTER_MS = 500;

export type Zoom = {
  window: TimeWindow;
  nearer(at?: number): void;
  farther(at?: number): void;
  by(factor: number, at: number): void;
  /** By a share of what is in view. */
  pan(share: number): void;
  show(window: TimeWindow): void;
  /** Brings a point into view. */
  reveal(at: number): void;
};

/** What stretch of time is in view. Begins with the detailed period; says where it is once it rests. */
export function useTimeWindow(all: TimeWindow, scope: TimeWindow | null, entries: (window: TimeWindow) => string): Zoom {
  const [chosen, setChosen] = useState<TimeWindow | null>(null);
  const bounds = useMemo(
    () => (scope ? { from: Math.min(all.from, scope.from), to: Math.max(all.to, scope.to) } : all),
    [all, scope],
  );
  const window = useMemo(() => within(chosen ?? scope ?? all, bounds), [chosen, scope, all, bounds]);
  const said = useRef(entries);
  useEffect(() => {
    said.current = entries;
  });
  useEffect(() => {
    if (chosen === null) return undefined;
    const timer = setTimeout(() => announce(`${windowLabel(chosen)}: ${said.current(chosen)}`), SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, [chosen]);
  const change = (next: (now: TimeWindow) => TimeWindow): void =>
    setChosen((old) => within(next(within(old ?? scope ?? all, bounds)), bounds));
  const middle = window.from + spanOf(window) / 2;
  return {
    window,
    nearer: (at = middle) => change((now) => zoomed(now, at, NEARER, bounds)),
    farther: (at = middle) => change((now) => zoomed(now, at, 1 / NEARER, bounds)),
    by: (factor, at) => change((now) => zoomed(now, at, factor, bounds)),
    pan: (share) => change((now) => panned(now, share, bounds)),
    show: (next) => change(() => next),
    reveal: (at) => change((now) => showing(now, at, bounds)),
  };
}
