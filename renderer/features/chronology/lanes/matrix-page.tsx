import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { Agency } from '#shared/contract/review.ts';
import { dayNumber, isoDay, partsOf } from '#shared/kernel/clock.ts';
import { announce } from '#renderer/data/announce.ts';
import { go, hrefTo, type RouteParams } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { agencyFill, AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { count, counted, dayLabel } from '#renderer/ui/date-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { usePatterns } from '#renderer/ui/preferences.ts';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { type Cell, moveInMatrix } from './matrix-keys.ts';
import './matrix-page.css';

type Parts = 'quarter' | 'month';
const HIGH = 20;

/** Themes against agencies over time: how often each agency recorded what a theme is about; a cell opens its entries. */
export function MatrixPage(): ReactNode {
  const agencies = useAgencies();
  const patterns = usePatterns();
  const [parts, setParts] = useState<Parts>('quarter');
  const [scoped, setScoped] = useState<'scope' | 'all'>('scope');
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const grid = useRef<HTMLTableElement>(null);
  const { data: review } = useQuery('review.get', {});
  const scope = scoped === 'scope' ? { from: review?.scopeFrom ?? null, to: review?.scopeTo ?? null } : { from: null, to: null };
  const { data, error } = useQuery('matrix.get', { ...scope, parts }, { enabled: review !== undefined });
  const columns = (data?.agencies ?? []).flatMap((id): Agency | [] => agencies.get(id) ?? []);
  const rows = data?.rows ?? [];
  const most = Math.max(1, ...rows.flatMap((row) => row.cells.flatMap((cell) => cell.parts)));
  const period: RouteParams = { ...(scope.from ? { from: scope.from } : {}), ...(scope.to ? { to: scope.to } : {}) };
  function key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moveInMatrix(event.key, at, { rows: rows.length, columns: columns.length + 1 });
    if (!next) return;
    event.preventDefault();
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.row}:${next.column}"]`)?.focus();
  }
  function enter(entries: number, params: RouteParams): void {
    if (entries > 0) go('chronology', params);
    else announce('No entry is counted here.');
  }
  const cellProps = (
    row: number,
    column: number,
  ): { 'data-cell': string; 'data-page-focus': true | undefined; tabIndex: number; onFocus: () => void } => ({
    'data-cell': `${row}:${column}`,
    'data-page-focus': (at.row === row && at.column === column) || undefined,
    tabIndex: at.row === row && at.column === column ? 0 : -1,
    onFocus: () => setAt({ row, column }),
  });
  return (
    <Page
      title="Themes by agency"
      about={
        data &&
        data.starts.length > 0 &&
        `${counted(data.starts.length, parts)} from ${dayLabel(data.starts[0] ?? '', { weekday: false })}`
      }
      toolbar={
        <>
          <a href={hrefTo('chronology')}>Back to the chronology</a>
          <SegmentedControl
            label="Years"
            value={scoped}
            onChange={setScoped}
            segments={[
              { value: 'scope', label: 'Period under review' },
              { value: 'all', label: 'All years' },
            ]}
          />
          <SegmentedControl
            label="Parts"
            value={parts}
            onChange={setParts}
            segments={[
              { value: 'quarter', label: 'Quarters' },
              { value: 'month', label: 'Months' },
            ]}
          />
        </>
      }
      foot={
        <FootKeys
          keys={[
            ['Arrows', 'move'],
            ['Enter', 'open the entries'],
          ]}
        />
      }
    >
      <ErrorNote error={error} />
      {data && rows.length === 0 && (
        <EmptyState title="No theme yet">
          Themes are added in the chronology with T, or under Analysis. Here each is counted by agency and time.
        </EmptyState>
      )}
      {rows.length > 0 && (
        <table ref={grid} className="pl-mx" role="grid" aria-label="Themes by agency" onKeyDown={key}>
          <thead>
            <tr>
              <th scope="col">Theme</th>
              {columns.map((agency) => (
                <th key={agency.id} scope="col">
                  <AgencyTag agency={agency} />
                </th>
              ))}
              <th scope="col" className="pl-num">
                All
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, r) => {
              const all = row.cells.reduce((sum, cell) => sum + cell.entries, 0);
              return (
                <tr key={row.themeId}>
                  <th scope="row" style={{ paddingInlineStart: `calc(var(--pl-edge) + ${row.depth}rem)` }}>
                    {row.name}
                  </th>
                  {columns.map((agency, c) => {
                    const cell = row.cells.find((one) => one.agencyId === agency.id);
                    const counts = cell?.parts ?? [];
                    const open: RouteParams = { theme: row.themeId, agency: agency.id, ...period };
                    return (
                      <td
                        key={agency.id}
                        {...cellProps(r, c)}
                        aria-label={`${row.name}, ${agency.name}: ${cellWords(cell?.entries ?? 0, counts, data?.starts ?? [], parts)}`}
                        onClick={() => (cell?.entries ?? 0) > 0 && go('chronology', open)}
                        onKeyDown={(event) => event.key === 'Enter' && enter(cell?.entries ?? 0, open)}
                        data-some={(cell?.entries ?? 0) > 0 || undefined}
                      >
                        <span className="pl-mx-cell">
                          <span className={cell?.entries ? undefined : 'pl-dim'}>{count(cell?.entries ?? 0)}</span>
                          {(cell?.entries ?? 0) > 0 && (
                            <Parts counts={counts} most={most} fill={agencyFill(agency.colour, patterns)} />
                          )}
                        </span>
                      </td>
                    );
                  })}
                  <td
                    {...cellProps(r, columns.length)}
                    className="pl-num pl-mx-all"
                    aria-label={`${row.name}, all agencies: ${counted(all, 'entry', 'entries')}`}
                    onClick={() => all > 0 && go('chronology', { theme: row.themeId, ...period })}
                    onKeyDown={(event) => event.key === 'Enter' && enter(all, { theme: row.themeId, ...period })}
                    data-some={all > 0 || undefined}
                  >
                    {count(all)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Page>
  );
}

function Parts({ counts, most, fill }: { counts: readonly number[]; most: number; fill: string }): ReactNode {
  const wide = Math.max(2, Math.min(6, Math.floor(48 / Math.max(1, counts.length))));
  return (
    <svg width={counts.length * wide} height={HIGH} aria-hidden="true" focusable="false">
      <line x1="0" x2={counts.length * wide} y1={HIGH - 0.5} y2={HIGH - 0.5} className="pl-ln-grid" />
      {counts.map((n, i) => {
        const high = n === 0 ? 0 : Math.max(2, (n / most) * (HIGH - 1));
        // The parts of a period have no name of their own: their place is what they are.
        return n === 0 ? null : (
          <rect
            key={`part ${i}`}
            x={i * wide}
            y={HIGH - high}
            width={Math.max(1, wide - 1)}
            height={high}
            style={{ fill }}
            className="pl-ln-bar"
          />
        );
      })}
    </svg>
  );
}

/** "9 entries: 2 in Apr–Jun 2025, …", as the bars of the cell show them. */
function cellWords(entries: number, counts: readonly number[], starts: readonly string[], parts: Parts): string {
  if (entries === 0) return 'no entries';
  const named = counts.flatMap((n, i) => (n === 0 ? [] : [`${n} ${partName(starts[i] ?? '', parts)}`]));
  return `${counted(entries, 'entry', 'entries')}: ${named.join(', ')}`;
}
function partName(start: string, parts: Parts): string {
  const { year, month } = partsOf(dayNumber(start));
  return parts === 'quarter'
    ? `in quarter ${Math.floor((month - 1) / 3) + 1} of ${year}`
    : `from ${dayLabel(isoDay(dayNumber(start)), { weekday: false })}`;
}
