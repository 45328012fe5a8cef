import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import { setPreferences, usePreferences } from './preferences.ts';
import './split-panes.css';

export type ResizeHandleProps = {
  /** What it resizes: "Width of details". */
  label: string;
  value: number;
  min: number;
  max: number;
  /** The side of the line on which the sized pane lies. */
  side: 'before' | 'after';
  axis?: 'x' | 'y';
  onChange(value: number): void;
};

/** A line that is dragged, or moved by arrow keys (8 px; with Shift 40; Home and End to the limits). */
export function ResizeHandle({ label, value, min, max, side, axis = 'x', onChange }: ResizeHandleProps): ReactNode {
  const [from, setFrom] = useState<{ at: number; value: number } | null>(null);
  const clamp = (next: number): number => Math.round(Math.min(max, Math.max(min, next)));
  const sign = side === 'before' ? 1 : -1;
  const along = (event: PointerEvent): number => (axis === 'x' ? event.clientX : event.clientY);

  function key(event: KeyboardEvent): void {
    const more = axis === 'x' ? 'ArrowRight' : 'ArrowDown';
    const less = axis === 'x' ? 'ArrowLeft' : 'ArrowUp';
    const step = event.shiftKey ? 40 : 8;
    const next = { [more]: value + sign * step, [less]: value - sign * step, Home: min, End: max }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onChange(clamp(next));
  }
  return (
    // A separator that takes focus is a widget by ARIA 1.2; there is no native element for it.
    <div
      className="pl-handle"
      role="separator"
      aria-label={label}
      aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(value)}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      data-dragging={from ? true : undefined}
      onKeyDown={key}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom({ at: along(event), value });
      }}
      onPointerMove={(event) => from && onChange(clamp(from.value + sign * (along(event) - from.at)))}
      onPointerUp={() => setFrom(null)}
      onPointerCancel={() => setFrom(null)}
    />
  );
}

export type SplitPanesProps = {
  /** Under this name the size is remembered on this computer. */
  name: string;
  axis?: 'x' | 'y';
  /** Which pane has the size; the other takes the rest. */
  sized: 'first' | 'second';
  size: number;
  min?: number;
  max?: number;
  labels: readonly [string, string];
  first: ReactNode;
  second: ReactNode;
};

/** Two panes with a line between them that mouse and arrow keys move. Each is a stop of F6. */
export function SplitPanes(props: SplitPanesProps): ReactNode {
  const { name, axis = 'x', sized, size, min = 160, max = 900, labels, first, second } = props;
  const { widths } = usePreferences();
  const now = Math.min(max, Math.max(min, widths[name] ?? size));
  const set = (value: number): void => setPreferences({ widths: { ...widths, [name]: value } });
  const style = axis === 'x' ? { width: now, flex: 'none' } : { height: now, flex: 'none' };
  const firstSized = sized === 'first';
  return (
    <div className="pl-split" data-axis={axis}>
      <section
        data-pane={labels[0]}
        aria-label={labels[0]}
        tabIndex={-1}
        data-quiet-focus
        data-rest={!firstSized || undefined}
        style={firstSized ? style : undefined}
      >
        {first}
      </section>
      <ResizeHandle
        label={`Size of ${(firstSized ? labels[0] : labels[1]).toLowerCase()}`}
        value={now}
        min={min}
        max={max}
        axis={axis}
        side={firstSized ? 'before' : 'after'}
        onChange={set}
      />
      <section
        data-pane={labels[1]}
        aria-label={labels[1]}
        tabIndex={-1}
        data-quiet-focus
        data-rest={firstSized || undefined}
        style={firstSized ? undefined : style}
      >
        {second}
      </section>
    </div>
  );
}
