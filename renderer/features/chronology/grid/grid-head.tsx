import { type PointerEvent, type ReactNode, useState } from 'react';
import { COLUMN_ABOUT, COLUMN_HEADS } from '#shared/chronology/columns.ts';
import type { ColumnKey } from '#shared/contract/views.ts';
import type { RowContext } from './row-context.ts';

export type GridHeadProps = { context: RowContext; onWidth(key: ColumnKey, width: number | null): void };

/** What the contract takes as a width. */
export const LEAST_WIDTH = 24;
export const MOST_WIDTH = 1600;

/** The heads of the columns, each with an edge that is drawn to another width; twice pressed, the width is as it comes. */
export function GridHead({ context, onWidth }: GridHeadProps): ReactNode {
  const { keys, frozen } = context.columns;
  return (
    <div role="rowgroup" className="pl-ch-head">
      <div role="row" aria-rowindex={1}>
        {keys.map((key, i) => (
          <span
            key={key}
            role="columnheader"
            aria-colindex={i + 1}
            aria-sort={key === 'date' ? 'ascending' : undefined}
            title={COLUMN_ABOUT[key]}
            className={`pl-ch-cell pl-ch-${key}`}
            data-frozen={frozen[i] === undefined ? undefined : ''}
            style={frozen[i] === undefined ? undefined : { left: frozen[i] }}
          >
            {key === 'problems' ? <span className="pl-hidden">{COLUMN_HEADS[key]}</span> : <span>{COLUMN_HEADS[key]}</span>}
            <Edge onWidth={(width) => onWidth(key, width)} />
          </span>
        ))}
      </div>
    </div>
  );
}

/** Drawn by pointer alone: by keys the panel of columns does it. In sixteenths of the type size, so that it grows with the type. */
function Edge({ onWidth }: { onWidth(width: number | null): void }): ReactNode {
  const [drag, setDrag] = useState<{ x: number; width: number } | null>(null);
  const perPixel = (): number => 16 / (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
  function down(event: PointerEvent<HTMLElement>): void {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ x: event.clientX, width: (event.currentTarget.parentElement?.offsetWidth ?? 0) * perPixel() });
  }
  function move(event: PointerEvent): void {
    if (!drag) return;
    const width = Math.round(drag.width + (event.clientX - drag.x) * perPixel());
    onWidth(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width)));
  }
  return (
    <span
      aria-hidden
      className="pl-ch-edge"
      data-drag={drag !== null || undefined}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={() => setDrag(null)}
      onPointerCancel={() => setDrag(null)}
      onDoubleClick={() => onWidth(null)}
    />
  );
}
