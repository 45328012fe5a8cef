import { type FormEvent, type ReactNode, useState } from 'react';
import type { OriginalPage, OriginalPlace } from '#shared/contract/return-original.ts';
import { Button } from './button.tsx';
import { count } from './date-text.tsx';
import { tableTitle } from './original-view.tsx';

export type OriginalBarProps = {
  page: OriginalPage;
  pending: boolean;
  onTurn(from: number): void;
  onGoTo(place: OriginalPlace): void;
};

/** Goes through the pages of an original: earlier, later, a table or sheet, a row by its number. */
export function OriginalBar({ page, pending, onTurn, onGoTo }: OriginalBarProps): ReactNode {
  const [typed, setTyped] = useState('');
  const { tables, from, lines, total } = page;
  const end = from + lines.length;
  // The last page may be short; the one before it is not.
  const step = Math.max(lines.length, 100);
  const here = tables.findLast((table) => table.first <= (page.at ?? from)) ?? tables[0];
  const busy = pending ? 'It is being read' : null;
  const row = /^\d{1,7}$/.test(typed.trim()) ? Number(typed.trim()) : 0;
  function go(event: FormEvent): void {
    event.preventDefault();
    if (row > 0 && here) onGoTo({ table: here.ref, row });
  }
  return (
    <>
      {tables.length > 1 && (
        <select
          className="pl-input pl-or-choice"
          aria-label="Table or sheet"
          value={String(tables.findIndex((table) => table === here))}
          onChange={(event) => {
            const chosen = tables[Number(event.currentTarget.value)];
            if (chosen) onTurn(chosen.first);
          }}
        >
          {tables.map((table, index) => (
            <option key={table.first} value={index}>
              {tableTitle(table.ref)}, {count(table.rows)} rows
            </option>
          ))}
        </select>
      )}
      {here && total > lines.length && (
        <form className="pl-row" onSubmit={go}>
          <input
            className="pl-input pl-or-row"
            aria-label="Row to go to"
            placeholder="Row"
            inputMode="numeric"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button bar type="submit" cannot={row > 0 ? null : 'Type the number of a row first'}>
            Go to row
          </Button>
        </form>
      )}
      {total > lines.length && (
        <>
          <Button
            bar
            cannot={busy ?? (from === 0 ? 'This is the beginning' : null)}
            onClick={() => onTurn(Math.max(0, from - step))}
          >
            Earlier
          </Button>
          <Button bar cannot={busy ?? (end >= total ? 'This is the end' : null)} onClick={() => onTurn(end)}>
            Later
          </Button>
        </>
      )}
    </>
  );
}

/** "lines 201–400 of 10,001" */
export const pageWords = ({ from, lines, total }: OriginalPage): string =>
  total > lines.length ? `lines ${count(from + 1)}–${count(from + lines.length)} of ${count(total)}` : '';
