import type { TableRef } from '#shared/model/agency-return.ts';
import type { KeyboardEvent } from 'react';

export type RowAt = { table: TableRef; row: number };

/** Arrows, Page up and down, Home and End go through rows; a field inside keeps its own keys. */
export function rowKeys(event: KeyboardEvent, rows: readonly RowAt[], at: RowAt | null, onAt: (at: RowAt) => void): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || rows.length === 0) return;
  const now = at ? rows.findIndex((row) => row.row === at.row && row.table === at.table) : -1;
  const next = { ArrowDown: now + 1, ArrowUp: now - 1, PageDown: now + 10, PageUp: now - 10, Home: 0, End: rows.length - 1 }[
    event.key
  ];
  const row = next === undefined ? undefined : rows[Math.min(rows.length - 1, Math.max(0, next))];
  if (!row) return;
  event.preventDefault();
  onAt({ table: row.table, row: row.row });
}
