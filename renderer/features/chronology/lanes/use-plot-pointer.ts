import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { spanOf } from './time-window.ts';
import type { Zoom } from './use-time-window.ts';

const SLOP = 4;
const WHEEL = 0.0016;
/** Less than a lane too high is no list to be scrolled. */
const BARELY = 18;

/** Width of the drawing, in whole pixels. */
export function useWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element) return undefined;
    const size = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    size.observe(element);
    return () => size.disconnect();
  }, [element]);
  return width;
}

/** The wheel zooms where the pointer is; sideways, or with Shift, it pans. A lane list that overflows scrolls without Ctrl. */
export function useWheel(area: HTMLElement | null, axis: HTMLElement | null, zoom: Zoom): void {
  const latest = useRef(zoom);
  useEffect(() => {
    latest.current = zoom;
  });
  useEffect(() => {
    if (!area || !axis) return undefined;
    const wheel = (event: WheelEvent): void => {
      const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (!event.ctrlKey && !sideways && area.scrollHeight > area.clientHeight + BARELY) return;
      event.preventDefault();
      const { left, width } = axis.getBoundingClientRect();
      const { window } = latest.current;
      if (sideways) return latest.current.pan((event.deltaX || event.deltaY) / Math.max(1, width));
      const share = Math.min(1, Math.max(0, (event.clientX - left) / Math.max(1, width)));
      latest.current.by(Math.exp(event.deltaY * WHEEL), window.from + share * spanOf(window));
    };
    // A wheel that is to be kept from scrolling must be listened to by hand: React's own listener is passive.
    area.addEventListener('wheel', wheel, { passive: false });
    return () => area.removeEventListener('wheel', wheel);
  }, [area, axis]);
}

export type PlotPointer = {
  onPointerDown(event: PointerEvent<HTMLElement>): void;
  onPointerMove(event: PointerEvent<HTMLElement>): void;
  onPointerUp(event: PointerEvent<HTMLElement>): void;
};

/** Dragging pans; a press without a move is a choice. */
export function usePlotPointer(width: number, zoom: Zoom, pressed: (event: PointerEvent<HTMLElement>) => void): PlotPointer {
  const from = useRef<{ x: number; last: number; moved: boolean } | null>(null);
  return {
    onPointerDown(event) {
      if (event.button !== 0) return;
      from.current = { x: event.clientX, last: event.clientX, moved: false };
    },
    onPointerMove(event) {
      const start = from.current;
      if (!start || event.buttons === 0) return;
      if (!start.moved && Math.abs(event.clientX - start.x) < SLOP) return;
      if (!start.moved) event.currentTarget.setPointerCapture(event.pointerId);
      start.moved = true;
      zoom.pan((start.last - event.clientX) / Math.max(1, width));
      start.last = event.clientX;
    },
    onPointerUp(event) {
      const start = from.current;
      from.current = null;
      if (start && !start.moved) pressed(event);
    },
  };
}
