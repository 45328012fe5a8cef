import { type ReactNode, useEffect, useRef } from 'react';
import type { ColumnMapping, TableRef } from '#shared/model/agency-return.ts';
import { fieldAt } from '#shared/model/column-place.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { count } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { PaneHead } from '../mapping/pane-head.tsx';
import { tableWords } from '../problems/problem-words.ts';
import '../mapping/columns-table.css';

export type RowPlace = { table: TableRef; row: number };
export type RowsAsCameProps = {
  returnId: string;
  /** What each column fed: words need more room than figures. */
  mapping: ColumnMapping;
  place: RowPlace;
  /** The row of the problem in hand. */
  mark: number | null;
  onPlace(place: RowPlace): void;
  /** Leads to the original. */
  tools: ReactNode;
};

/** Rows asked for at once; earlier and later ones by the buttons. */
const AROUND = 120;

/** The rows of a return exactly as they stood; each leads to its entry. */
export function RowsAsCame({ returnId, mapping, place, mark, onPlace, tools }: RowsAsCameProps): ReactNode {
  const { data, error } = useQuery('returns.rows', { id: returnId, table: place.table, around: place.row, limit: AROUND });
  const root = useRef<HTMLTableSectionElement>(null);
  const here = data?.[0]?.table === place.table ? data : [];
  useEffect(() => {
    if (mark !== null) root.current?.querySelector(`[data-row="${mark}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [mark, data]);
  const columns = [...new Set(here.flatMap((row) => row.cells.map(({ column }) => column)))];
  const first = here[0]?.row;
  const last = here.at(-1)?.row;
  return (
    <div className="pl-rt-columns-pane">
      <PaneHead
        title="Rows as they came"
        tools={
          <>
            {first !== undefined && last !== undefined && (
              <>
                <Button
                  bar
                  cannot={place.row - AROUND / 2 <= 1 ? 'These are the first' : null}
                  onClick={() => onPlace({ ...place, row: Math.max(1, first - AROUND / 2) })}
                >
                  Earlier rows
                </Button>
                <Button
                  bar
                  cannot={here.length < AROUND ? 'These are the last' : null}
                  onClick={() => onPlace({ ...place, row: last + AROUND / 2 })}
                >
                  Later rows
                </Button>
              </>
            )}
            {tools}
          </>
        }
      >
        {tableWords(place.table)}
        {first !== undefined && last !== undefined && `, rows ${count(first)}–${count(last)}`}; never changed
      </PaneHead>
      {error && <ErrorNote error={error} />}
      {data && data.length === 0 && <p className="pl-rt-none pl-2">No rows of this table were kept.</p>}
      {columns.length > 0 && (
        <div className="pl-rt-columns-scroll" tabIndex={0} role="group" aria-label="Rows as they came">
          <table className="pl-rt-columns pl-rt-came" aria-label="Rows as they came">
            <thead>
              <tr>
                <td className="pl-rt-rowhead" />
                {columns.map((column) => (
                  <th key={column} scope="col" data-field={fieldAt(mapping, place.table, column)}>
                    {column}
                  </th>
                ))}
                <th scope="col">Entry</th>
              </tr>
            </thead>
            <tbody ref={root}>
              {here.map((row) => (
                <tr
                  key={row.row}
                  data-row={row.row}
                  data-at={row.row === mark || undefined}
                  data-aside={row.eventId === null || undefined}
                >
                  <th scope="row" className="pl-rt-rowhead">
                    {row.row}
                  </th>
                  {columns.map((column) => (
                    <td key={column}>
                      <span className="pl-rt-cell">{row.cells.find((cell) => cell.column === column)?.text}</span>
                    </td>
                  ))}
                  <td>
                    {row.eventId && (
                      <a href={hrefTo('chronology', { entry: row.eventId })} aria-label={`See entry of row ${row.row}`}>
                        See entry
                      </a>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
