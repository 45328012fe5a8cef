import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { EventFilter } from '#shared/contract/chronology.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { AppError } from '#shared/kernel/app-error.ts';
import type { EventRow } from '#shared/model/chronology-event.ts';
import { useQueries } from '#renderer/data/use-queries.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { BLOCK } from './nearby.ts';

/** A list of any length, of which the blocks in view are held. */
export type EntryList = {
  /** The filter that these entries are of: the one before, until the new answer is here. */
  filter: EventFilter;
  total: number;
  all: number;
  /** Changes with each new answer about what is in the list. */
  version: unknown;
  /** All have been counted; else these are the first of them. */
  sure: boolean;
  loading: boolean;
  error: AppError | null;
  rowAt(index: number): EventRow | undefined;
  /** Says which indexes are in view. */
  look(first: number, last: number): void;
  blocks: readonly (readonly EventRow[])[];
};

/** Pages scrolled past are forgotten soon: 100,000 entries would fill the memory. */
const KEPT_MS = 20_000;
const NEAR = 20;

type Settled = { filter: EventFilter; data: OutputOf<'chronology.anchors'>; sure: boolean };
const NOTHING: Settled = { filter: {}, data: { total: 0, all: 0, anchors: [] }, sure: false };

export function useEntryList(filter: EventFilter): EntryList {
  const [settled, setSettled] = useState<Settled>(NOTHING);
  const fresh = settled.filter !== filter || settled === NOTHING;
  // The first hundred are there long before all have been counted: they are shown at once, the count follows.
  const top = useQuery('chronology.page', { filter, from: null, limit: BLOCK }, { enabled: fresh, keep: false });
  const anchors = useQuery('chronology.anchors', { filter });
  if (anchors.data && !anchors.old) {
    if (fresh || settled.data !== anchors.data) setSettled({ filter, data: anchors.data, sure: true });
  } else if (fresh && top.data) {
    const { rows } = top.data;
    const { all } = settled.data;
    setSettled({ filter, data: { total: rows.length, all, anchors: rows.slice(0, 1).map(({ pos }) => pos) }, sure: false });
  }

  const [view, setView] = useState({ first: 0, last: 0 });
  const look = useCallback((first: number, last: number) => {
    const next = { first: Math.max(0, Math.floor((first - NEAR) / BLOCK)), last: Math.floor((last + NEAR) / BLOCK) };
    setView((old) => (old.first === next.first && old.last === next.last ? old : next));
  }, []);
  const places = settled.data.anchors;
  const wanted: number[] = [];
  for (let block = view.first; block <= Math.min(view.last, places.length - 1); block++) wanted.push(block);
  const pages = useQueries(
    'chronology.page',
    wanted.map((block) => ({ filter: settled.filter, from: block === 0 ? null : (places[block] ?? null), limit: BLOCK })),
    KEPT_MS,
  );

  // Old rows stay until new ones come: of the same block if it is being asked again, of the filter before it else.
  const kept = useRef(new Map<number, { of: Settled['filter']; rows: readonly EventRow[] }>());
  const come = new Map<number, readonly EventRow[]>();
  wanted.forEach((block, i) => {
    const rows = pages.data[i]?.rows;
    if (rows) come.set(block, rows);
  });
  const complete = come.size === wanted.length;
  useLayoutEffect(() => {
    for (const [block, rows] of come) kept.current.set(block, { of: settled.filter, rows });
    for (const [block, { of }] of kept.current) {
      const far = block < view.first - 3 || block > view.last + 3;
      if (far || (complete && of !== settled.filter)) kept.current.delete(block);
    }
  });
  const rowsOf = (block: number): readonly EventRow[] => come.get(block) ?? kept.current.get(block)?.rows ?? [];
  const rowAt = (index: number): EventRow | undefined =>
    index < settled.data.total ? rowsOf(Math.floor(index / BLOCK))[index % BLOCK] : undefined;
  return {
    filter: settled.filter,
    total: settled.data.total,
    all: settled.data.all,
    version: settled,
    sure: settled.sure && settled.filter === filter,
    loading: anchors.loading || (settled !== NOTHING && settled.data.total > 0 && rowAt(view.first * BLOCK) === undefined),
    error: anchors.error ?? pages.error,
    rowAt,
    look,
    blocks: wanted.map(rowsOf),
  };
}
