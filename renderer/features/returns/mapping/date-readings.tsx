import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { ReturnPreview } from '#shared/contract/returns.ts';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import type { RowAt } from './row-keys.ts';
import { dateNotes } from './date-notes.ts';
import { rowKeys } from './row-keys.ts';
import './date-readings.css';

export type DateReadingsProps = { preview: ReturnPreview; at: RowAt | null; onAt(at: RowAt): void };

/** What was written beside what was understood, row by row. Arrows move. */
export function DateReadings({ preview, at, onAt }: DateReadingsProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const note = useMemo(() => dateNotes(preview), [preview]);
  const rows = preview.rows.filter((row) => row.isEntry && row.dateWritten !== null);
  const several = new Set(rows.map((row) => row.table)).size > 1;
  const key = at && `${at.table} ${at.row}`;
  useEffect(() => {
    if (key !== null) root.current?.querySelector(`[data-row="${CSS.escape(key)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [key]);
  if (rows.length === 0) return <p className="pl-rt-none pl-2">No dated row was read.</p>;
  return (
    // Takes focus so that it scrolls, and its rows are gone through, by keyboard.
    <div
      ref={root}
      className="pl-rt-dates-scroll"
      tabIndex={0}
      role="group"
      aria-label="Dates by row"
      onKeyDown={(event) => rowKeys(event, rows, at, onAt)}
    >
      <table className="pl-rt-dates" aria-label="How the dates read">
        <thead className="pl-hidden">
          <tr>
            <th scope="col">Row</th>
            <th scope="col">As written</th>
            <th scope="col">Understood as</th>
            <th scope="col">How</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const how = note(row);
            const mine = `${row.table} ${row.row}`;
            return (
              <tr
                key={mine}
                data-row={mine}
                data-at={key === mine || undefined}
                onClick={() => onAt({ table: row.table, row: row.row })}
              >
                <th scope="row">{several ? `${row.table}:${row.row}` : row.row}</th>
                <td className="pl-rt-written">{row.dateWritten?.trim() || <span className="pl-dim">(blank)</span>}</td>
                <td className="pl-rt-understood">{row.dateLabel}</td>
                <td className="pl-rt-how">
                  {how.status ? (
                    <StatusMark status={how.status}>{how.words}</StatusMark>
                  ) : (
                    <span className="pl-dim">{how.words}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
