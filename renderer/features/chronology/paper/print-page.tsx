import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { shownWords } from '#shared/chronology/beneath-words.ts';
import { besideOf, COLUMN_HEADS } from '#shared/chronology/columns.ts';
import type { EventRow } from '#shared/model/chronology-event.ts';
import { announce } from '#renderer/data/announce.ts';
import { useLatest } from '#renderer/data/use-latest.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { cellOf } from '../grid/entry-cells.tsx';
import type { RowContext } from '../grid/row-context.ts';
import type { EntryList } from '../list/use-entry-list.ts';
import './print-page.css';

export const MOST_PRINTED = 2000;

export type PrintPageProps = {
  list: EntryList;
  sentence: string;
  viewName: string | null;
  context: RowContext;
  headingName(key: string | null): string;
  onDone(): void;
};
type Part = { key: string | null; rows: EventRow[] };

/** All entries of the list as one plain table, seen by the printer alone; then the browser is asked to print. */
export function PrintPage({ list, sentence, viewName, context, headingName, onDone }: PrintPageProps): ReactNode {
  const { client } = useWorkbench();
  const { data: review } = useQuery('review.get', {});
  const [parts, setParts] = useState<Part[] | null>(null);
  const latest = useLatest({ list, keys: context.columns.keys, onDone });
  useEffect(() => {
    let gone = false;
    async function read(): Promise<Part[]> {
      const { list: now, keys } = latest.current;
      const beside = besideOf(keys);
      const found: Part[] = [];
      for (const [i, { filter }] of now.segments.entries()) {
        const own = now.group === 'agency' || now.group === 'theme' ? (now.headings[i]?.key ?? null) : null;
        for (let from: number | null = null, more = true; more; ) {
          const page: { rows: EventRow[]; next: number | null } = await client.call('chronology.page', {
            filter,
            from,
            limit: 500,
            beside,
          });
          for (const row of page.rows) {
            const key = now.group === 'day' ? row.day : own;
            if (found.length === 0 || found.at(-1)?.key !== key) found.push({ key, rows: [] });
            found.at(-1)?.rows.push(row);
          }
          from = page.next;
          more = from !== null;
        }
      }
      return found;
    }
    void read().then(
      (found) => !gone && setParts(found),
      () => {
        announce('The page could not be made.', true);
        latest.current.onDone();
      },
    );
    return () => {
      gone = true;
    };
  }, [client, latest]);
  useEffect(() => {
    if (!parts) return;
    // After the page has been drawn.
    requestAnimationFrame(() => {
      window.print();
      latest.current.onDone();
    });
  }, [parts, latest]);
  if (!parts) return null;
  const { keys } = context.columns;
  return createPortal(
    <div className="pl-print-page">
      <h1>Integrated chronology</h1>
      <p>
        {[review?.reference, review?.partnership].filter(Boolean).join(', ')}.{' '}
        {context.identified ? 'Identified: real names.' : 'Anonymised.'}
      </p>
      <p>
        {viewName ? `View: ${viewName}. ` : ''}
        {sentence}, {shownWords(list.matching, list.beneath)} of {list.all.toLocaleString('en-GB')}.
      </p>
      {parts.map(({ key, rows }) => (
        <section key={key ?? ''}>
          {list.group && (
            <h2>
              {headingName(key)} ({rows.length})
            </h2>
          )}
          <table>
            <thead>
              <tr>
                {keys.map((column) => (
                  <th key={column} scope="col">
                    {COLUMN_HEADS[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  {keys.map((column) => (
                    <td key={column} className={`pl-print-${column}`}>
                      {cellOf(column, { row, hits: undefined, context, open: true })}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>,
    document.body,
  );
}
