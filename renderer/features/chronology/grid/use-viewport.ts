import { useEffect, useLayoutEffect, useState } from 'react';
import { useLatest } from '#renderer/data/use-latest.ts';
import { type Geometry, indexAt, listTop, type Scale, scaleOf } from './geometry.ts';

export type Viewport = {
  first: number;
  last: number;
  scale: Scale /** Added to each row's own top, where the list is scaled. */;
  shift: number;
};
const AROUND = 6;

/** Which rows are in view; draws again only when that changes. `onScroll` is told before anything is drawn. */
export function useViewport(
  scroller: HTMLElement | null,
  geometry: Geometry,
  headHeight: number,
  onScroll: (first: number, last: number) => void,
): Viewport {
  const [view, setView] = useState({ scroll: 0, height: 700 });
  const latest = useLatest({ geometry, onScroll });
  useEffect(() => {
    if (!scroller) return undefined;
    const look = (): void => {
      const next = { scroll: scroller.scrollTop, height: scroller.clientHeight - headHeight };
      const { first, last } = linesAt(latest.current.geometry, next);
      latest.current.onScroll(first, last);
      setView((old) => (old.scroll === next.scroll && old.height === next.height ? old : next));
    };
    const size = new ResizeObserver(look);
    size.observe(scroller);
    scroller.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      size.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, [scroller, headHeight, latest]);
  // A list that became shorter leaves the scroll bar where the browser puts it.
  const { count } = geometry;
  useLayoutEffect(() => {
    if (scroller) setView((old) => (old.scroll === scroller.scrollTop ? old : { ...old, scroll: scroller.scrollTop }));
  }, [scroller, count]);
  return linesAt(geometry, view);
}

function linesAt(geometry: Geometry, { scroll, height }: { scroll: number; height: number }): Viewport {
  const scale = scaleOf(geometry, height);
  const top = listTop(scale, scroll);
  return {
    first: Math.max(0, indexAt(geometry, top) - AROUND),
    last: Math.min(geometry.count - 1, indexAt(geometry, top + height) + AROUND),
    scale,
    shift: Math.round(scroll - top),
  };
}
