import { type CSSProperties, memo, type ReactNode } from 'react';
import type { EventRow, Range } from '#shared/model/chronology-event.ts';
import { FIELD_IN_CELL, FITS } from './columns.ts';
import { cellOf } from './entry-cells.tsx';
import type { RowContext } from './row-context.ts';

export { refLabel } from './entry-cells.tsx';

export type EntryRowProps = {
  row: EventRow | undefined;
  index: number;
  /** Its place among all rows of the grid, headings counted. */
  line: number;
  top: number;
  /** null while it stands open: then the text says how high it is. */
  height: number | null;
  selected: boolean;
  tabStop: boolean;
  hits: readonly Range[] | undefined;
  context: RowContext;
  measure?: ((element: HTMLElement | null) => void) | undefined;
};

/** One entry in the grid. What the agency wrote has the most room; nothing else of the row is as strong. */
export const EntryRow = memo(function EntryRow(props: EntryRowProps): ReactNode {
  const { row, index, line, top, height, selected, tabStop, measure } = props;
  return (
    <div
      ref={measure}
      role="row"
      aria-rowindex={line + 1}
      aria-selected={selected}
      tabIndex={tabStop ? 0 : -1}
      data-index={index}
      data-open={height === null || undefined}
      className="pl-ch-row"
      style={height === null ? { top } : { top, height }}
    >
      {row ? <Cells {...props} row={row} /> : <span role="gridcell" aria-colindex={1} aria-label="Being fetched" />}
    </div>
  );
});

function Cells({ row, hits, context, height }: EntryRowProps & { row: EventRow }): ReactNode {
  const { agencies, columns } = context;
  const open = height === null;
  return columns.keys.map((key, i) => {
    const left = columns.frozen[i];
    const long = key === 'agency' && !columns.letters && (agencies.get(row.agencyId)?.name.length ?? 0) > FITS;
    return (
      <div
        key={key}
        role={key === 'ref' ? 'rowheader' : 'gridcell'}
        aria-colindex={i + 1}
        tabIndex={-1}
        className={`pl-ch-cell pl-ch-${key}${key === 'text' ? ' pl-marked' : ''}`}
        data-frozen={left === undefined ? undefined : ''}
        data-long={long || undefined}
        data-list-words={FIELD_IN_CELL[key]}
        style={left === undefined ? undefined : ({ left } satisfies CSSProperties)}
      >
        {cellOf(key, { row, hits, context, open })}
      </div>
    );
  });
}
