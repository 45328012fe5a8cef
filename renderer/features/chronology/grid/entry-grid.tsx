import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { ColumnKey } from '#shared/contract/views.ts';
import type { Range } from '#shared/model/chronology-event.ts';
import { announce } from '#renderer/data/announce.ts';
import { counted } from '#renderer/ui/date-text.tsx';
import type { EntryList } from '../list/use-entry-list.ts';
import type { Selection } from '../list/use-selection.ts';
import { ROW_REM } from './columns.ts';
import { EntryRow } from './entry-row.tsx';
import type { RowContext } from './row-context.ts';
import { type Geometry, headsUpTo, rowHeight, topOf } from './geometry.ts';
import { GridHead } from './grid-head.tsx';
import { HeadingRow } from './heading-row.tsx';
import { gridMove } from './grid-keys.ts';
import { useSlimContext } from './use-slim-context.ts';
import { useScrollToPlace } from './use-scroll-to-place.ts';
import { useViewport } from './use-viewport.ts';
import './entry-grid.css';

export type EntryGridProps = {
  list: EntryList;
  selection: Selection;
  context: RowContext;
  /** What a heading of the grouped list is called. */
  headingName(key: string | null): string;
  onWidth(key: ColumnKey, width: number | null): void;
  /** Hits of a search that steps and does not filter, by entry. */
  hits: ReadonlyMap<string, readonly Range[]> | null;
  onOpen(): void;
  onEdit(column: ColumnKey | null): void;
  onMenu(at: { x: number; y: number }): void;
  onReorder(by: -1 | 1): void;
};

const HEAD_REM = 1.75;
const GROUP_REM = 1.75;
const NO_STARTS: readonly number[] = [];
const remPixels = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** The integrated chronology as a grid: only the rows in view exist, and a screen reader is told of all. */
export function EntryGrid(props: EntryGridProps): ReactNode {
  const { list, selection, headingName, hits, onOpen, onEdit, onMenu, onReorder, onWidth } = props;
  const { at, moved } = selection;
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const context = useSlimContext(scroller, props.context);
  const { columns } = context;
  const [openHeight, setOpenHeight] = useState(0);
  const [cell, setCell] = useState<number | null>(null);
  const rem = remPixels();
  const row = Math.round(ROW_REM[context.rows] * rem);
  const head = HEAD_REM * rem;
  const openAt = at.id === null || at.hidden ? null : at.index;
  const starts = list.starts ?? NO_STARTS;
  const groupHeight = Math.round(GROUP_REM * rem);
  const geometry: Geometry = { count: list.total, row, openAt, openHeight, starts, head: groupHeight };
  const { look } = list;
  const view = useViewport(scroller, geometry, head, look);
  useEffect(() => look(view.first, view.last), [look, view.first, view.last]);

  // The open row says how high it is; again when its words or its width change.
  const [openRow, setOpenRow] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (!openRow) return undefined;
    const measure = (): void => setOpenHeight(openRow.offsetHeight);
    const sizes = new ResizeObserver(measure);
    sizes.observe(openRow);
    measure();
    return () => sizes.disconnect();
  }, [openRow]);

  useScrollToPlace(scroller, geometry, view.scale, selection);

  const come = list.rowAt(at.index) !== undefined;
  // Focus goes with the selection, if it was in the grid.
  const [focused, setFocused] = useState(false);
  // A row that gives way to its loaded self takes the focus with it, and no event tells of that: it is still the grid's.
  const owned = useRef(false);
  useLayoutEffect(() => {
    if (!scroller) return;
    const active = document.activeElement;
    if (!scroller.contains(active) && !(owned.current && (active === null || active === document.body))) return;
    const line = scroller.querySelector<HTMLElement>(`[data-index="${at.index}"]`);
    const target = cell === null ? line : line?.querySelectorAll<HTMLElement>('[aria-colindex]')[cell];
    if (target && target !== document.activeElement) target.focus({ preventScroll: true });
    // Rows that come into view may move the row in the document, which takes its focus too.
  }, [scroller, at.index, moved.n, cell, come, view.first, view.last]);

  function keyed(event: KeyboardEvent<HTMLDivElement>): void {
    const page = Math.max(1, Math.floor(view.scale.view / row) - 2);
    const cells = columns.keys.length;
    const move = gridMove(event, { row: at.index, rows: list.total, page, cell, cells });
    if (!move) return;
    if (move.does === 'back' && cell === null && selection.marked.size === 0) return;
    event.preventDefault();
    switch (move.does) {
      case 'row':
        return selection.go(move.to, move.mode);
      case 'cell':
        return setCell(move.to);
      case 'toggle':
        return selection.toggle(at.index);
      case 'all':
        return selection.markAll();
      case 'open':
        return onOpen();
      case 'edit':
        return onEdit(cell === null ? null : (columns.keys[cell] ?? null));
      case 'menu': {
        const box = (event.target as HTMLElement).getBoundingClientRect();
        return onMenu({ x: box.left + 24, y: box.top + 24 });
      }
      case 'reorder':
        return onReorder(move.by);
      case 'heading':
        return toHeading(move.by);
      case 'back':
        setCell(null);
        return selection.clearMarks();
    }
  }
  /** To the first entry under the next heading, or of this one and then the one before. */
  function toHeading(by: -1 | 1): void {
    const own = headsUpTo(starts, at.index) - 1;
    const next = by > 0 ? own + 1 : starts[own] === at.index ? own - 1 : own;
    const heading = list.headings[next];
    if (!heading) return announce(starts.length === 0 ? 'The list has no headings.' : 'There is no further heading.');
    selection.go(heading.start);
    announce(`${headingName(heading.key)}, ${counted(heading.total, 'entry', 'entries')}`);
  }
  const indexOf = (target: EventTarget): number | null => {
    const line = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
    return line ? Number(line.dataset['index']) : null;
  };
  function clicked(event: MouseEvent): void {
    const index = indexOf(event.target);
    if (index === null) return;
    setCell(null);
    if (event.ctrlKey || event.metaKey) selection.toggle(index);
    else selection.go(index, event.shiftKey ? 'extend' : 'only', 'pointer');
    scroller?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
  }
  function menu(event: MouseEvent): void {
    const index = indexOf(event.target);
    if (index === null) return;
    event.preventDefault();
    const id = list.rowAt(index)?.id;
    if (id !== undefined && !selection.ids.includes(id)) selection.go(index, 'only', 'pointer');
    onMenu({ x: event.clientX, y: event.clientY });
  }

  const indexes: number[] = [];
  for (let index = view.first; index <= view.last; index++) indexes.push(index);
  // The row with focus is kept, so that scrolling away by wheel does not lose it.
  if (list.total > 0 && !indexes.includes(at.index) && at.index < list.total) {
    if (at.index < view.first) indexes.unshift(at.index);
    else indexes.push(at.index);
  }
  const shift = view.shift;
  const headingsInView = list.headings
    .slice(Math.max(0, headsUpTo(starts, view.first) - 1), headsUpTo(starts, view.last))
    .map((heading, i) => ({ heading, n: Math.max(0, headsUpTo(starts, view.first) - 1) + i }))
    .filter(({ heading }) => heading.start >= view.first);
  return (
    <div
      ref={setScroller}
      role="grid"
      aria-label="Chronology"
      aria-rowcount={list.total + starts.length + 1}
      aria-colcount={columns.keys.length}
      aria-multiselectable
      aria-busy={list.loading || undefined}
      tabIndex={-1}
      data-page-focus
      data-quiet-focus
      className="pl-ch-grid"
      data-density={context.rows}
      data-letters={columns.letters || undefined}
      data-within={focused || undefined}
      style={{ '--pl-ch-columns': columns.template, '--pl-ch-least': columns.least } as CSSProperties}
      onKeyDown={keyed}
      onFocus={() => {
        owned.current = true;
        setFocused(true);
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null && !scroller?.contains(relatedTarget)) owned.current = false;
        setFocused(false);
      }}
    >
      <GridHead context={context} onWidth={onWidth} />
      <div
        role="rowgroup"
        className="pl-ch-body"
        style={{ height: view.scale.drawn }}
        onClick={clicked}
        onDoubleClick={onOpen}
        onContextMenu={menu}
      >
        {headingsInView.map(({ heading, n }) => (
          <HeadingRow
            key={`heading ${heading.start}`}
            name={headingName(heading.key)}
            total={heading.total}
            line={heading.start + n + 1}
            columns={columns.keys.length}
            top={topOf(geometry, heading.start) - groupHeight + shift}
            height={groupHeight}
          />
        ))}
        {indexes.map((index) => {
          const entry = list.rowAt(index);
          const here = index === at.index && !at.hidden && entry !== undefined && entry.id === at.id;
          const chosen = selection.marked.size > 0 ? entry !== undefined && selection.marked.has(entry.id) : here;
          return (
            <EntryRow
              key={index}
              row={entry}
              index={index}
              line={index + headsUpTo(starts, index) + 1}
              top={topOf(geometry, index) + shift}
              height={here ? null : rowHeight(geometry, index)}
              selected={chosen}
              tabStop={index === at.index}
              hits={hits === null ? undefined : ((entry && hits.get(entry.id)) ?? NO_HITS)}
              context={context}
              measure={here ? setOpenRow : undefined}
            />
          );
        })}
      </div>
    </div>
  );
}
const NO_HITS: readonly Range[] = [];
