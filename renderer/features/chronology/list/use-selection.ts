import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Target } from '#shared/contract/bulk.ts';
import type { EventFilter } from '#shared/contract/event-filter.ts';
import type { EventRow } from '#shared/model/chronology-event.ts';
import { announce } from '#renderer/data/announce.ts';
import { useLatest } from '#renderer/data/use-latest.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { count } from '#renderer/ui/date-text.tsx';
import { idsBetween, locate } from './locate.ts';
import type { EntryList } from './use-entry-list.ts';

/** So many entries are named one by one; beyond it all that match are meant. */
export const MOST_MARKED = 5000;

export type Place = {
  index: number;
  id: string | null /** The filters hide it: it is shown in the inspector alone. */;
  hidden: boolean;
};
export type MoveMode = 'only' | 'extend' | 'keep';
/** How a move was made: by key the row is brought into view, by pointer it stays where it is, by a search it goes to the middle. */
export type MoveBy = 'key' | 'pointer' | 'search';

export type Selection = {
  at: Place;
  row: EventRow | undefined;
  /** Entries marked besides; empty: the one at `at` is meant. */
  marked: ReadonlySet<string>;
  /** How many are marked; 0: only the one at `at`. */
  many: number;
  /** What an action on single entries is about. */
  ids: readonly string[];
  /** What an action on many is about: the entries by name, or all that match. */
  target: Target;
  /** Counts moves, with how the last was made, for who scrolls and who has focus. */
  moved: { n: number; by: MoveBy };
  go(index: number, mode?: MoveMode, by?: MoveBy): void;
  goTo(id: string, by?: MoveBy): Promise<boolean>;
  toggle(index: number): void;
  markAll(): void;
  clearMarks(): void;
};

type Every = { filter: EventFilter; total: number };
/** The heading under which a line stands: an entry of two themes stays under the one it was gone to. */
const under = (list: EntryList, index: number): string | null | undefined => list.headingAt(index)?.key;

const NONE: ReadonlySet<string> = new Set();

export function useSelection(list: EntryList): Selection {
  const workbench = useWorkbench();
  const [at, setAt] = useState<Place>({ index: 0, id: null, hidden: false });
  const [marked, setMarked] = useState<ReadonlySet<string>>(NONE);
  const [moved, setMoved] = useState<{ n: number; by: MoveBy }>({ n: 0, by: 'key' });
  const [every, setEvery] = useState<Every | null>(null);
  const clear = useCallback(() => {
    setMarked(NONE);
    setEvery(null);
  }, []);
  const anchor = useRef(0);
  const latest = useLatest({ list, at, marked });
  const tell = (by: MoveBy): void => setMoved((old) => ({ n: old.n + 1, by }));

  // A row that was gone to before it had come: known as soon as it is here.
  const arrived = at.id === null && list.total > 0 ? list.rowAt(at.index)?.id : undefined;
  if (arrived !== undefined) setAt({ ...at, id: arrived });

  // Other filters show other entries: what was meant is gone.
  const meant = every !== null && every.filter === list.filter ? every : null;
  // After any change of the list the entry keeps the selection, wherever it now stands.
  const { version, sure } = list;
  const filtered = useRef(list.filter);
  // Another entry stands where it stood: two of one day have changed places, which the count alone does not tell.
  const instead = at.hidden || at.id === null ? undefined : list.rowAt(at.index)?.id;
  const stray = instead !== undefined && instead !== at.id ? instead : null;
  useEffect(() => {
    const { list: now, at: was } = latest.current;
    if (was.id === null || !now.sure) return undefined;
    const { id } = was;
    // Other filters begin at the top; an entry that a change takes out of the list leaves the next in its place.
    const other = filtered.current !== now.filter;
    filtered.current = now.filter;
    let gone = false;
    void locate(workbench, now, { id }, under(now, was.index))
      .then((found) => {
        if (gone || latest.current.at.id !== id) return;
        const last = Math.max(0, latest.current.list.total - 1);
        const next = found
          ? { index: found.index, id, hidden: false }
          : { index: other ? 0 : Math.min(was.index, last), id, hidden: true };
        if (next.index === was.index && next.hidden === was.hidden) return;
        setAt(next);
        if (found || other) setMoved((old) => ({ n: old.n + 1, by: found ? 'search' : 'key' }));
      })
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [version, sure, stray, workbench, latest]);

  const between = useCallback(
    (a: number, b: number): Promise<string[]> => {
      const { list: now } = latest.current;
      const first = Math.max(0, Math.min(a, b));
      return idsBetween(workbench, now, first, Math.min(now.total - 1, Math.max(a, b), first + MOST_MARKED - 1));
    },
    [latest, workbench],
  );

  const go = useCallback(
    (index: number, mode: MoveMode = 'only', by: MoveBy = 'key') => {
      const { list: now } = latest.current;
      if (now.total === 0) return;
      const next = Math.min(now.total - 1, Math.max(0, index));
      setAt({ index: next, id: now.rowAt(next)?.id ?? null, hidden: false });
      tell(by);
      if (mode === 'only') {
        anchor.current = next;
        clear();
      } else if (mode === 'extend') {
        void between(anchor.current, next).then(
          (ids) => setMarked(new Set(ids)),
          () => undefined,
        );
      }
    },
    [latest, between, clear],
  );
  const goTo = useCallback(
    async (id: string, by: MoveBy = 'search') => {
      const { list: now, at: was } = latest.current;
      const found = await locate(workbench, now, { id }, under(now, was.index));
      setAt(found ? { index: found.index, id, hidden: false } : { index: 0, id, hidden: true });
      clear();
      anchor.current = found?.index ?? 0;
      tell(by);
      return found !== null;
    },
    [latest, workbench, clear],
  );
  const toggle = useCallback(
    (index: number) => {
      const { list: now, at: was, marked: old } = latest.current;
      const id = now.rowAt(index)?.id;
      if (id === undefined) return;
      // The first entry that is marked besides joins the one that was selected.
      const next = new Set(old.size === 0 && was.id !== null && was.id !== id ? [was.id] : old);
      if (!next.delete(id)) next.add(id);
      anchor.current = index;
      setEvery(null);
      setMarked(next);
      setAt({ index, id, hidden: false });
      tell('pointer');
    },
    [latest],
  );
  const markAll = useCallback(() => {
    const { list: now } = latest.current;
    const { total, matching, filter } = now;
    if (total > MOST_MARKED) {
      // Too many to name one by one: what is meant is the filter, and how many it shows.
      setMarked(NONE);
      setEvery({ filter, total: matching });
      announce(`All ${count(matching)} entries that match are selected.`);
      return;
    }
    void between(0, total - 1).then(
      (ids) => {
        const set = new Set(ids);
        setEvery(null);
        setMarked(set);
        announce(`${count(set.size)} entries selected.`);
      },
      () => undefined,
    );
  }, [latest, between]);
  const clearMarks = clear;

  const row = at.hidden ? undefined : list.rowAt(at.index);
  const ids = useMemo(() => (marked.size > 0 ? [...marked] : at.id === null ? [] : [at.id]), [marked, at.id]);
  const target = useMemo((): Target => (meant ? { ...meant } : { ids: [...ids] }), [meant, ids]);
  return {
    at,
    row: row?.id === at.id ? row : undefined,
    marked,
    many: meant ? meant.total : marked.size,
    ids,
    target,
    moved,
    go,
    goTo,
    toggle,
    markAll,
    clearMarks,
  };
}
