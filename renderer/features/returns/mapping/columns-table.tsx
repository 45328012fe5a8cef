import { ChevronDown } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { ReturnPreview } from '#shared/contract/returns.ts';
import type { ColumnMapping, ReturnField, ReturnProblem, TableRef } from '#shared/model/agency-return.ts';
import { fieldAt } from '#shared/model/column-place.ts';
import { columnLetter, FIELD_WORDS, FIELDS, WHY_WORDS } from './field-words.ts';
import { rowKeys } from './row-keys.ts';
import './columns-table.css';
import type { RowAt } from './row-keys.ts';

export type ColumnsTableProps = {
  preview: ReturnPreview;
  table: TableRef;
  /** What a person has placed since; shown at once, before the file has been read again. */
  placed: ColumnMapping;
  at: RowAt | null;
  onAt(at: RowAt): void;
  onPlace(column: string, field: ReturnField): void;
};

/** Each column of the file with what it feeds, why, and rows as they stand. The row in hand is shown in full. */
export function ColumnsTable({ preview, table, placed, at, onAt, onPlace }: ColumnsTableProps): ReactNode {
  const root = useRef<HTMLTableSectionElement>(null);
  const columns = preview.columns.filter((column) => column.table === table);
  const rows = preview.rows.filter((row) => row.table === table);
  const doubts = useMemo(() => doubtsOf(preview.problems, table), [preview.problems, table]);
  const atRow = at?.table === table ? at.row : null;
  useEffect(() => {
    if (atRow !== null) root.current?.querySelector(`[data-row="${atRow}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [atRow]);
  return (
    // Takes focus so that it scrolls, and its rows are gone through, by keyboard.
    <div
      className="pl-rt-columns-scroll"
      tabIndex={0}
      role="group"
      aria-label="Rows of the file"
      onKeyDown={(event) => rowKeys(event, rows, at, onAt)}
    >
      <table className="pl-rt-columns" aria-label="Columns to fields">
        <thead>
          <tr>
            <td className="pl-rt-rowhead" />
            {columns.map((column, index) => (
              <th key={column.name} scope="col" data-field={fieldAt(placed, table, column.name) ?? column.field}>
                <span className="pl-dim" aria-hidden>
                  {columnLetter(index)}
                </span>{' '}
                {column.name}
              </th>
            ))}
          </tr>
          <tr>
            <td className="pl-rt-rowhead" />
            {columns.map((column) => {
              const own = fieldAt(placed, table, column.name);
              const field = own ?? column.field;
              return (
                <td key={column.name}>
                  <span className="pl-rt-select">
                    <select
                      className="pl-input pl-rt-field"
                      data-kept={field === 'other' || field === 'ignore' || undefined}
                      aria-label={`${column.name} feeds`}
                      aria-description={WHY_WORDS[own ? 'given' : column.because]}
                      value={field}
                      onChange={(event) => onPlace(column.name, event.currentTarget.value as ReturnField)}
                    >
                      {FIELDS.map((value) => (
                        <option key={value} value={value}>
                          {FIELD_WORDS[value]}
                        </option>
                      ))}
                    </select>
                    <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
                  </span>
                  <span className="pl-rt-why" aria-hidden>
                    {WHY_WORDS[own ? 'given' : column.because]}
                  </span>
                </td>
              );
            })}
          </tr>
        </thead>
        <tbody ref={root}>
          {rows.map((row) => {
            const marked = doubts.get(row.row);
            return (
              <tr
                key={row.row}
                data-row={row.row}
                data-at={row.row === atRow || undefined}
                data-aside={!row.isEntry || undefined}
                onClick={() => onAt({ table, row: row.row })}
              >
                <th scope="row" className="pl-rt-rowhead">
                  {row.row}
                </th>
                {columns.map((column, index) => (
                  <td key={column.name} data-doubt={marked?.has(column.name) || undefined}>
                    <span className="pl-rt-cell">{row.cells[index]}</span>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Row → columns with something to look at there. */
function doubtsOf(problems: readonly ReturnProblem[], table: TableRef): ReadonlyMap<number, ReadonlySet<string>> {
  const doubts = new Map<number, Set<string>>();
  for (const problem of problems) {
    if (problem.table !== table || problem.row === null || problem.column === undefined || problem.severity === 'notice')
      continue;
    const columns = doubts.get(problem.row) ?? new Set();
    doubts.set(problem.row, columns.add(problem.column));
  }
  return doubts;
}
