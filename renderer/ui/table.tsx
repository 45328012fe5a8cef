import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import './panel.css';

export type Column<Row> = {
  key: string;
  head: ReactNode;
  cell(row: Row): ReactNode;
  /** Numbers stand right. */
  num?: boolean;
  /** The cell that names the row. */
  names?: boolean;
  width?: string;
};
export type TableProps<Row> = {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): string;
  /** Set: rows can be chosen, by click, arrows, Home and End; Enter opens. */
  selected?: string | null;
  onSelect?: (row: Row) => void;
  onOpen?: (row: Row) => void;
  /** Focus comes here when the place is opened. */
  arrive?: boolean;
  /** Rows under headings of their own: the heading before this row, or null. */
  group?: (row: Row, before: Row | undefined) => ReactNode;
};

/** The simple table: 34 px rows, a head that stays, numbers right, no zebra. Long lists use `VirtualList`. */
export function Table<Row>(props: TableProps<Row>): ReactNode {
  const { label, columns, rows, rowKey, selected, onSelect, onOpen, group, arrive } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const at = rows.findIndex((row) => rowKey(row) === selected);

  const isStop = (index: number): boolean => index === Math.max(0, at);
  function key(event: KeyboardEvent): void {
    if (!onSelect || event.target instanceof HTMLInputElement) return;
    // With Ctrl or Alt a key is the place's: Ctrl+Enter, Alt+arrows.
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (next !== undefined) {
      const row = rows[Math.min(rows.length - 1, Math.max(0, next))];
      if (!row) return;
      event.preventDefault();
      onSelect(row);
      body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(rowKey(row))}"]`)?.focus();
    } else if (event.key === 'Enter' && at >= 0 && onOpen && event.target instanceof HTMLTableRowElement) {
      event.preventDefault();
      onOpen(rows[at] as Row);
    }
  }
  return (
    <table className="pl-table" aria-label={label} role={onSelect ? 'grid' : undefined}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.num ? 'pl-num' : undefined} style={{ width: column.width }}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={key}>
        {rows.map((row, index) => {
          const id = rowKey(row);
          const heading = group?.(row, rows[index - 1]);
          const line = (
            <tr
              key={id}
              data-row={id}
              aria-selected={onSelect ? id === selected : undefined}
              tabIndex={onSelect ? (isStop(index) ? 0 : -1) : undefined}
              data-page-focus={(arrive && isStop(index)) || undefined}
              onClick={onSelect && (() => onSelect(row))}
              onDoubleClick={onOpen && (() => onOpen(row))}
            >
              {columns.map((column) => {
                const className = column.num ? 'pl-num' : undefined;
                return column.names ? (
                  <th key={column.key} scope="row" className={className}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={className}>
                    {column.cell(row)}
                  </td>
                );
              })}
            </tr>
          );
          if (!heading) return line;
          return [
            <tr key={`group ${id}`} className="pl-group">
              <th colSpan={columns.length} scope="colgroup">
                {heading}
              </th>
            </tr>,
            line,
          ];
        })}
      </tbody>
    </table>
  );
}
