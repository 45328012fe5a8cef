import { useEffect, useLayoutEffect, useState } from 'react';
import { type Geometry, indexAt, listTop, type Scale, scaleOf } from './geometry.ts';

export type Viewport = {
  first: number;
  last: number;
  scale: Scale /** Added to each row's own top, where the list is scaled. */;
  shift: number;
};
const AROUND = 6;

/** Which rows are in view; draws again only when that changes. */
export function useViewport(scroller: HTMLElement | null, geometry: Geometry, headHeight: number): Viewport {
  const [view, setView] = useState({ scroll: 0, height: 700 });
  useEffect(() => {
    if (!scroller) return undefined;
    const look = (): void => {
      const next = { scroll: scroller.scrollTop, height: scroller.clientHeight - headHeight };
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
  }, [scroller, headHeight]);
  // A list that became shorter leaves the scroll bar where the browser puts it.
  const { count } = geometry;
  useLayoutEffect(() => {
    if (scroller) setView((old) => (old.scroll === scroller.scrollTop ? old : { ...old, scroll: scroller.scrollTop }));
  }, [scroller, count]);
  const scale = scaleOf(geometry, view.height);
  const top = listTop(scale, view.scroll);
  return {
    first: Math.max(0, indexAt(geometry, top) - AROUND),
    last: Math.min(geometry.count - 1, indexAt(geometry, top + view.height) + AROUND),
    scale,
    shift: Math.round(view.scroll - top),
  };
}
