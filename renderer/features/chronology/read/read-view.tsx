import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Range } from '#shared/model/chronology-event.ts';
import { useLatest } from '#renderer/data/use-latest.ts';
import { Button } from '#renderer/ui/button.tsx';
import { count } from '#renderer/ui/date-text.tsx';
import type { RowContext } from '../grid/row-context.ts';
import type { EntryList } from '../list/use-entry-list.ts';
import type { Selection } from '../list/use-selection.ts';
import { ReadEntry } from './read-entry.tsx';
import './read-view.css';

export type ReadViewProps = {
  list: EntryList;
  selection: Selection;
  context: RowContext;
  hits: ReadonlyMap<string, readonly Range[]> | null;
  onOpen(): void;
  onMenu(at: { x: number; y: number }): void;
};

/** Entries at a time: their heights are not known beforehand, and a browser draws only so many pixels. */
const WINDOW = 10_000;
const GUESS = 132;
const NO_HITS: readonly Range[] = [];

/** Entry under entry, as prose: for reading at length, and in a narrow window or at 200 % zoom. */
export function ReadView({ list, selection, context, hits, onOpen, onMenu }: ReadViewProps): ReactNode {
  const { at, moved } = selection;
  const scroller = useRef<HTMLDivElement>(null);
  const [start, setStart] = useState(() => Math.floor(at.index / WINDOW) * WINDOW);
  const from = start < list.total ? start : 0;
  const shown = Math.min(WINDOW, list.total - from);
  const virtual = useVirtualizer({
    count: shown,
    getScrollElement: () => scroller.current,
    estimateSize: () => GUESS,
    getItemKey: (index) => from + index,
    overscan: 4,
  });
  const items = virtual.getVirtualItems();
  const first = from + (items[0]?.index ?? 0);
  const last = from + (items.at(-1)?.index ?? 0);
  // One stop of Tab: the entry in hand, or the first in view while that one is not drawn.
  const stop = at.index >= first && at.index <= last ? at.index : first;
  const { look } = list;
  useEffect(() => look(first, last), [look, first, last]);

  const seen = useRef(-1);
  const inWindow = at.index >= from && at.index < from + shown;
  if (!inWindow && moved.n > 0 && list.total > 0 && Math.floor(at.index / WINDOW) * WINDOW !== start) {
    setStart(Math.floor(at.index / WINDOW) * WINDOW);
  }
  // Only a move scrolls; the list's own growth does not.
  const settle = useLatest(() => {
    if (!inWindow) return;
    const arriving = seen.current !== from;
    seen.current = from;
    if (!arriving && moved.by === 'pointer') return;
    virtual.scrollToIndex(at.index - from, { align: arriving || moved.by === 'search' ? 'start' : 'auto' });
  });
  useLayoutEffect(() => settle.current(), [settle, moved.n, from, inWindow]);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box?.contains(document.activeElement) || document.activeElement?.closest('[data-beyond]')) return;
    box.querySelector<HTMLElement>(`[data-entry="${at.index}"]`)?.focus({ preventScroll: true });
  }, [at.index, moved.n]);

  function key(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['entry'] === undefined) return;
    const to = {
      ArrowDown: at.index + 1,
      ArrowUp: at.index - 1,
      PageDown: at.index + 1,
      PageUp: at.index - 1,
      Home: 0,
      End: list.total - 1,
    }[event.key];
    if (to !== undefined && !event.altKey) {
      event.preventDefault();
      selection.go(to);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onOpen();
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      const box = event.target.getBoundingClientRect();
      onMenu({ x: box.left + 24, y: box.top + 24 });
    }
  }
  return (
    <div ref={scroller} className="pl-ch-read" data-single-keys>
      {from > 0 && (
        <p data-beyond>
          <Button onClick={() => selection.go(from - 1)}>Show the {count(WINDOW)} entries before these</Button>
        </p>
      )}
      <div
        role="feed"
        aria-label="Chronology"
        aria-busy={list.loading}
        style={{ position: 'relative', height: virtual.getTotalSize() }}
        onKeyDown={key}
      >
        {items.map((item) => {
          const index = from + item.index;
          const row = list.rowAt(index);
          return (
            <ReadEntry
              key={item.key}
              measure={virtual.measureElement}
              row={row}
              at={item.index}
              index={index}
              total={list.total}
              top={item.start}
              selected={index === at.index && !at.hidden}
              tabStop={index === stop}
              hits={hits === null ? undefined : ((row && hits.get(row.id)) ?? NO_HITS)}
              context={context}
              onSelect={() => selection.go(index, 'only', 'pointer')}
              onMenu={onMenu}
            />
          );
        })}
      </div>
      {from + shown < list.total && (
        <p data-beyond>
          <Button onClick={() => selection.go(from + shown)}>Show the entries after these</Button>
        </p>
      )}
    </div>
  );
}
