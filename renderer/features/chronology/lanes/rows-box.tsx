import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { isoDay } from '#shared/kernel/clock.ts';
import { dayLabel } from '#renderer/ui/date-text.tsx';
import type { TimeWindow } from './time-window.ts';

export type RowsBoxProps = {
  /** The days of the rows in view. */
  days: TimeWindow;
  window: TimeWindow;
  all: TimeWindow;
  width: number;
  /** How many rows are in view. */
  page: number;
  onRows(by: number): void;
  /** The list goes to this day. */
  onDay(day: number): void;
  onEnd(last: boolean): void;
};

const LEAST = 8;

/** The rows in view as a box over the lanes: dragged, or moved by arrows, the list goes along. */
export function RowsBox({ days, window, all, width, page, onRows, onDay, onEnd }: RowsBoxProps): ReactNode {
  const [drag, setDrag] = useState<number | null>(null);
  const grip = useRef(0);
  const perDay = width / (window.to - window.from);
  const x = (at: number): number => (at - window.from) * perDay;
  const wide = Math.max(LEAST, (days.to - days.from) * perDay);
  const middle = x((days.from + days.to) / 2);
  const left = drag ?? middle - wide / 2;
  const outside = left + wide < 0 || left > width;
  const shown = Math.max(-2, Math.min(width - LEAST, left));
  const dayAt = (place: number): number => Math.floor(Math.min(all.to, Math.max(all.from, window.from + place / perDay)));
  const label = (at: number): string => dayLabel(isoDay(Math.floor(at)), { weekday: false });

  function key(event: KeyboardEvent): void {
    const does: Record<string, () => void> = {
      ArrowRight: () => onRows(1),
      ArrowDown: () => onRows(1),
      ArrowLeft: () => onRows(-1),
      ArrowUp: () => onRows(-1),
      PageDown: () => onRows(page),
      PageUp: () => onRows(-page),
      Home: () => onEnd(false),
      End: () => onEnd(true),
    };
    const act = does[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }
  function move(event: PointerEvent): void {
    if (drag === null) return;
    const next = event.clientX - grip.current;
    setDrag(next);
    onDay(dayAt(next + Math.min(wide / 2, LEAST / 2)));
  }
  return (
    <div
      role="slider"
      aria-label="Rows in view"
      aria-valuemin={Math.floor(all.from)}
      aria-valuemax={Math.ceil(all.to)}
      aria-valuenow={Math.floor(days.from)}
      aria-valuetext={`${label(days.from)} to ${label(days.to)}`}
      tabIndex={0}
      className="pl-ln-box"
      data-outside={outside || undefined}
      data-dragging={drag === null ? undefined : true}
      style={{ left: shown, width: outside ? LEAST : wide }}
      onKeyDown={key}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = event.clientX - shown;
        setDrag(shown);
      }}
      onPointerMove={move}
      onPointerUp={() => setDrag(null)}
      onPointerCancel={() => setDrag(null)}
    />
  );
}
