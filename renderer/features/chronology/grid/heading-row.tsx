import { memo, type ReactNode } from 'react';
import { counted } from '#renderer/ui/date-text.tsx';

export type HeadingRowProps = { name: string; total: number; line: number; columns: number; top: number; height: number };

/** A heading of the grouped list: a row of the grid like the others, over all its columns. */
export const HeadingRow = memo(function HeadingRow({ name, total, line, columns, top, height }: HeadingRowProps): ReactNode {
  return (
    <div role="row" aria-rowindex={line + 1} className="pl-ch-group" style={{ top, height }}>
      <span role="rowheader" aria-colindex={1} aria-colspan={columns} className="pl-ch-group-name">
        <span>{name}</span> <span className="pl-dim">{counted(total, 'entry', 'entries')}</span>
      </span>
    </div>
  );
});
