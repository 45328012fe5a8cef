import { useEffect, useRef, useState } from 'react';

/** The list in either layout: what scrolls, and its entries by their index. */
const LIST = '.pl-ch-grid, .pl-ch-read';
const ROW = '[data-index], [data-entry]';

const LOOKS = 30;

export type RowsInView = { first: number; last: number };

const indexOf = (row: HTMLElement): number => Number(row.dataset['index'] ?? row.dataset['entry']);

/** The indexes whose rows can be seen, read from the page: whichever layout is there has laid them out. */
function lookAt(list: HTMLElement): (RowsInView & { rowHeight: number }) | null {
  const box = list.getBoundingClientRect();
  const head = list.querySelector('.pl-ch-head')?.getBoundingClientRect().height ?? 0;
  const seen: { index: number; height: number }[] = [];
  for (const row of list.querySelectorAll<HTMLElement>(ROW)) {
    const { top, bottom, height } = row.getBoundingClientRect();
    if (bottom > box.top + head + 4 && top < box.bottom - 4) seen.push({ index: indexOf(row), height });
  }
  if (seen.length === 0) return null;
  const heights = seen.map(({ height }) => height).sort((a, b) => a - b);
  return {
    first: Math.min(...seen.map(({ index }) => index)),
    last: Math.max(...seen.map(({ index }) => index)),
    rowHeight: heights[Math.floor(heights.length / 2)] ?? 47,
  };
}

const theList = (): HTMLElement | null => document.querySelector<HTMLElement>(LIST);

/** Which entries the list shows, kept in step while it scrolls. */
export function useRowsInView(): RowsInView | null {
  const [rows, setRows] = useState<RowsInView | null>(null);
  const look = useRef((tries = LOOKS): void => {
    const list = theList();
    const now = list && lookAt(list);
    // Its rows may be drawn some frames after the scroll, and nothing else tells of it.
    if (list && !now && tries > 0) return void requestAnimationFrame(() => look.current(tries - 1));
    setRows((old) => {
      if (!now) return null;
      return old?.first === now.first && old.last === now.last ? old : { first: now.first, last: now.last };
    });
  });
  // After each drawing: rows that have come, another layout, another filter.
  useEffect(() => {
    const frame = requestAnimationFrame(() => look.current());
    return () => cancelAnimationFrame(frame);
  });
  useEffect(() => {
    let frame = 0;
    const later = (event: Event): void => {
      if (!(event.target instanceof Element) || !event.target.matches(LIST)) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        // The list draws its rows after the scroll that asks for them.
        frame = requestAnimationFrame(() => look.current());
      });
    };
    // Scrolling does not bubble; on its way down it passes here.
    document.addEventListener('scroll', later, { capture: true, passive: true });
    return () => {
      document.removeEventListener('scroll', later, { capture: true });
      cancelAnimationFrame(frame);
    };
  }, []);
  return rows;
}

const TRIES = 20;
/** The last scroll that was asked for: an earlier one that still waits for its rows gives way, or the two would pull apart. */
let newest = 0;

/** Scrolls the list by entries, the selection staying where it is. */
export function scrollRowsBy(rows: number): void {
  newest += 1;
  const list = theList();
  const now = list && lookAt(list);
  if (list && now) list.scrollTop += rows * now.rowHeight;
}

/** Brings an entry to the top of the list. */
export function scrollToRow(index: number): void {
  newest += 1;
  approach(index, newest, TRIES);
}

/** Heights differ, so it is looked at again once the rows are drawn. */
function approach(index: number, mine: number, tries: number): void {
  const list = theList();
  if (!list || tries === 0 || mine !== newest) return;
  const again = (): void => void requestAnimationFrame(() => requestAnimationFrame(() => approach(index, mine, tries - 1)));
  const now = lookAt(list);
  if (!now) return again();
  const row = list.querySelector<HTMLElement>(`[data-index="${index}"], [data-entry="${index}"]`);
  const before = list.scrollTop;
  if (row && index >= now.first && index <= now.last) {
    const head = list.querySelector('.pl-ch-head')?.getBoundingClientRect().height ?? 0;
    list.scrollTop += row.getBoundingClientRect().top - list.getBoundingClientRect().top - head;
    return;
  }
  list.scrollTop += (index - now.first) * now.rowHeight;
  if (list.scrollTop !== before) again();
}
