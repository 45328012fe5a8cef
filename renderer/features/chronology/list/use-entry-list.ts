import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PageBeside } from '#shared/contract/chronology.ts';
import type { EventFilter, Grouping } from '#shared/contract/event-filter.ts';
import type { InputFor, OutputOf } from '#shared/contract/index.ts';
import type { AppError } from '#shared/kernel/app-error.ts';
import type { EventRow } from '#shared/model/chronology-event.ts';
import { useLatest } from '#renderer/data/use-latest.ts';
import { useQueries } from '#renderer/data/use-queries.ts';
import { queryFor, useQuery } from '#renderer/data/use-query.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { headsUpTo } from '../grid/geometry.ts';
import { BLOCK, PART } from './nearby.ts';

/** A heading of the list: what stands under it begins at line `start`. */
export type Heading = { key: string | null; start: number; total: number };
/** A list of its own among those that make up the whole: each heading's by agency or theme, else the one. */
export type Segment = { filter: EventFilter; start: number; total: number; anchors: readonly number[] };

/** A list of any length, of which the parts in view are held. */
export type EntryList = {
  /** The filter that these entries are of: the one before, until the new answer is here. */
  filter: EventFilter;
  group: Grouping | null;
  headings: readonly Heading[];
  /** The lines at which a heading stands, upwards; undefined where there is none. */
  starts: readonly number[] | undefined;
  segments: readonly Segment[];
  /** Lines of the list: by theme an entry of two themes has two. */
  total: number;
  /** Entries that match. */
  matching: number;
  /** Of a gathered list: entries that match and stand beneath another account. */
  beneath: number;
  all: number;
  /** Changes with each new answer about what is in the list. */
  version: unknown;
  /** All have been counted; else these are the first of them. */
  sure: boolean;
  loading: boolean;
  error: AppError | null;
  rowAt(index: number): EventRow | undefined;
  headingAt(index: number): Heading | undefined;
  /** Says which indexes are in view. */
  look(first: number, last: number): void;
  /** The blocks of a hundred that are in view. */
  pages: readonly { filter: EventFilter; from: number | null }[];
};

/** Pages scrolled past are forgotten soon: 100,000 entries would fill the memory. */
const KEPT_MS = 20_000;
/** Rows above and below those in view that are asked for once these are here, so that a wheel finds them. */
const NEAR = PART;

type Settled = { filter: EventFilter; group: Grouping | null; data: OutputOf<'chronology.anchors'>; sure: boolean };
const NOTHING: Settled = { filter: {}, group: null, data: { total: 0, all: 0, anchors: [] }, sure: false };

export function useEntryList(filter: EventFilter, group: Grouping | null, beside: PageBeside): EntryList {
  const workbench = useWorkbench();
  const [settled, setSettled] = useState<Settled>(NOTHING);
  const fresh = settled.filter !== filter || settled.group !== group || settled === NOTHING;
  const more = useMemo(() => (Object.keys(beside).length > 0 ? { beside } : {}), [beside]);
  const whole = group === null || group === 'day';
  // The first part is there long before all have been counted: it is shown at once, the count follows.
  const top = useQuery('chronology.page', { filter, from: null, limit: PART, ...more }, { enabled: fresh && whole, keep: false });
  const anchors = useQuery('chronology.anchors', { filter, ...(group ? { group } : {}) });
  if (anchors.data && !anchors.old) {
    if (fresh || settled.data !== anchors.data) setSettled({ filter, group, data: anchors.data, sure: true });
  } else if (fresh && whole && top.data) {
    const { rows } = top.data;
    const { all } = settled.data;
    const data = { total: rows.length, all, anchors: rows.slice(0, 1).map(({ pos }) => pos) };
    setSettled({ filter, group, data, sure: false });
  }

  const { headings, segments, starts, total } = useMemo(() => partsOf(settled), [settled]);
  const [view, setView] = useState({ first: 0, last: 0 });
  const ask = useLatest((first: number, last: number) => {
    for (const part of partsIn(segments, first, last)) {
      // What fails is asked again by the list itself, which tells of it.
      void workbench.cache.prefetchQuery({ ...queryFor(workbench, 'chronology.page', inputOf(part, more)), gcTime: KEPT_MS });
    }
  });
  const look = useCallback(
    (first: number, last: number) => {
      const next = { first: floor(Math.max(0, first)), last: floor(last) + PART - 1 };
      // Asked at once, not after the next drawing, which takes as long as the answer.
      ask.current(next.first, next.last);
      setView((old) => (old.first === next.first && old.last === next.last ? old : next));
    },
    [ask],
  );
  const wanted = useMemo(() => partsIn(segments, view.first, view.last), [segments, view.first, view.last]);
  const pages = useQueries(
    'chronology.page',
    wanted.map((part) => inputOf(part, more)),
    KEPT_MS,
  );

  // Old rows stay until new ones come: of the same part if it is being asked again, of the filter before it else.
  const kept = useRef(new Map<number, { of: Settled; rows: readonly EventRow[] }>());
  const come = new Map<number, readonly EventRow[]>();
  wanted.forEach(({ start }, i) => {
    const rows = pages.data[i]?.rows;
    if (rows) come.set(start, rows);
  });
  const complete = come.size === wanted.length;
  useLayoutEffect(() => {
    for (const [start, rows] of come) kept.current.set(start, { of: settled, rows });
    for (const [start, { of }] of kept.current) {
      const far = start < view.first - 3 * BLOCK || start > view.last + 3 * BLOCK;
      const other = of.filter !== settled.filter || of.group !== settled.group;
      if (far || (complete && other)) kept.current.delete(start);
    }
  });
  useEffect(() => {
    if (complete) ask.current(view.first - NEAR, view.last + NEAR);
  }, [ask, complete, view.first, view.last, segments]);
  const rowsOf = (start: number): readonly EventRow[] => come.get(start) ?? kept.current.get(start)?.rows ?? [];
  const rowAt = (index: number): EventRow | undefined => {
    if (index < 0 || index >= total) return undefined;
    const segment = segments.length === 1 ? segments[0] : segments[headsUpTo(starts ?? [], index) - 1];
    if (!segment) return undefined;
    const local = index - segment.start;
    return rowsOf(segment.start + floor(local))[local % PART];
  };
  return {
    filter: settled.filter,
    group: settled.group,
    headings,
    starts,
    segments,
    total,
    matching: settled.data.total,
    beneath: settled.data.beneath ?? 0,
    all: settled.data.all,
    version: settled,
    sure: settled.sure && settled.filter === filter && settled.group === group,
    loading: anchors.loading || (settled !== NOTHING && total > 0 && rowAt(Math.min(view.first, total - 1)) === undefined),
    error: anchors.error ?? pages.error,
    rowAt,
    headingAt: (index) => (starts ? headings[headsUpTo(starts, index) - 1] : undefined),
    look,
    pages: wanted.filter(
      (part, i) => wanted.findIndex(({ filter: own, from }) => own === part.filter && from === part.from) === i,
    ),
  };
}

const floor = (index: number): number => Math.floor(index / PART) * PART;

type Parts = { headings: Heading[]; segments: Segment[]; starts: number[] | undefined; total: number };

/** By day the list is one and its headings only stand in it; by agency and theme each heading has a list of its own. */
function partsOf({ filter, group, data }: Settled): Parts {
  const headings: Heading[] = [];
  let start = 0;
  for (const { key, total } of data.groups ?? []) {
    headings.push({ key, start, total });
    start += total;
  }
  const starts = headings.length > 0 ? headings.map((heading) => heading.start) : undefined;
  if (group === null || group === 'day' || !data.groups) {
    return { headings, starts, total: data.total, segments: [{ filter, start: 0, total: data.total, anchors: data.anchors }] };
  }
  const segments = data.groups.map(({ key, anchors }, i): Segment => {
    const { start: from, total } = headings[i]!;
    return { filter: { ...filter, within: { by: group, key } }, start: from, total, anchors };
  });
  return { headings, starts, total: start, segments };
}

/** What is asked for at a time: from the place of its block on, so many rows further. It begins at line `start`. */
type Part = { filter: EventFilter; from: number | null; skip: number; start: number };

const inputOf = ({ filter, from, skip }: Part, more: { beside?: PageBeside }): InputFor<'chronology.page'> => ({
  filter,
  from,
  ...(skip > 0 ? { skip } : {}),
  limit: PART,
  ...more,
});

/** The parts that hold these lines. */
function partsIn(segments: readonly Segment[], first: number, last: number): Part[] {
  return segments.flatMap((segment) => {
    const { filter, start, total, anchors } = segment;
    if (start > last || start + total <= first) return [];
    const parts = [];
    const end = Math.min(last - start, total - 1);
    for (let local = floor(Math.max(0, first - start)); local <= end; local += PART) {
      const n = Math.floor(local / BLOCK);
      parts.push({ filter, from: n === 0 ? null : (anchors[n] ?? null), skip: local % BLOCK, start: start + local });
    }
    return parts;
  });
}
