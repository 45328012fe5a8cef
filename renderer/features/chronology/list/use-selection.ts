import { useCallback, useEffect, useRef, useState } from 'react';
import type { EventRow } from '#shared/model/chronology-event.ts';
import { announce } from '#renderer/data/announce.ts';
import { useLatest } from '#renderer/data/use-latest.ts';
import { queryFor } from '#renderer/data/use-query.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { count } from '#renderer/ui/date-text.tsx';
import { BLOCK } from './nearby.ts';
import type { EntryList } from './use-entry-list.ts';

/** One call of the contract takes so many entries at most (tag.set). */
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
  /** What an action is about. */
  ids: readonly string[];
  /** Counts moves, with how the last was made, for who scrolls and who has focus. */
  moved: { n: number; by: MoveBy };
  go(index: number, mode?: MoveMode, by?: MoveBy): void;
  goTo(id: string, by?: MoveBy): Promise<boolean>;
  toggle(index: number): void;
  markAll(): void;
  clearMarks(): void;
};

const NONE: ReadonlySet<string> = new Set();

export function useSelection(list: EntryList): Selection {
  const workbench = useWorkbench();
  const [at, setAt] = useState<Place>({ index: 0, id: null, hidden: false });
  const [marked, setMarked] = useState<ReadonlySet<string>>(NONE);
  const [moved, setMoved] = useState<{ n: number; by: MoveBy }>({ n: 0, by: 'key' });
  const anchor = useRef(0);
  const latest = useLatest({ list, at, marked });
  const tell = (by: MoveBy): void => setMoved((old) => ({ n: old.n + 1, by }));

  // A row that was gone to before it had come: known as soon as it is here.
  const arrived = at.id === null && list.total > 0 ? list.rowAt(at.index)?.id : undefined;
  if (arrived !== undefined) setAt({ ...at, id: arrived });

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
    void workbench.cache
      .fetchQuery({ ...queryFor(workbench, 'chronology.find', { filter: now.filter, id }), staleTime: 0 })
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

  const idsBetween = useCallback(
    async (a: number, b: number): Promise<string[]> => {
      const { list: now } = latest.current;
      const first = Math.max(0, Math.min(a, b));
      const last = Math.min(now.total - 1, Math.max(a, b), first + MOST_MARKED - 1);
      const ids: string[] = [];
      const here = (index: number): string | undefined => now.rowAt(index)?.id;
      for (let index = first; index <= last; index++) {
        const id = here(index);
        if (id === undefined) return pagesBetween(first, last);
        ids.push(id);
      }
      return ids;

      async function pagesBetween(from: number, to: number): Promise<string[]> {
        const { anchors } = await workbench.cache.fetchQuery(queryFor(workbench, 'chronology.anchors', { filter: now.filter }));
        const found: string[] = [];
        const start = Math.floor(from / BLOCK);
        let place: number | null = anchors[start] ?? null;
        while (found.length <= to - start * BLOCK) {
          const page: { rows: EventRow[]; next: number | null } = await workbench.client.call('chronology.page', {
            filter: now.filter,
            from: place,
            limit: 500,
          });
          found.push(...page.rows.map((row) => row.id));
          place = page.next;
          if (place === null) break;
        }
        return found.slice(from - start * BLOCK, to - start * BLOCK + 1);
      }
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
        setMarked(NONE);
      } else if (mode === 'extend') {
        void idsBetween(anchor.current, next).then(
          (ids) => setMarked(new Set(ids)),
          () => undefined,
        );
      }
    },
    [latest, idsBetween],
  );
  const goTo = useCallback(
    async (id: string, by: MoveBy = 'search') => {
      const { filter } = latest.current.list;
      const found = await workbench.cache.fetchQuery({
        ...queryFor(workbench, 'chronology.find', { filter, id }),
        staleTime: 0,
      });
      setAt(found ? { index: found.index, id, hidden: false } : { index: 0, id, hidden: true });
      setMarked(NONE);
      anchor.current = found?.index ?? 0;
      tell(by);
      return found !== null;
    },
    [latest, workbench],
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
      setMarked(next);
      setAt({ index, id, hidden: false });
      tell('pointer');
    },
    [latest],
  );
  const markAll = useCallback(() => {
    const { total } = latest.current.list;
    void idsBetween(0, total - 1).then(
      (ids) => {
        setMarked(new Set(ids));
        announce(
          total > ids.length
            ? `The first ${count(ids.length)} entries are selected: more cannot be changed at once. Filter first.`
            : `${count(ids.length)} entries selected.`,
        );
      },
      () => undefined,
    );
  }, [latest, idsBetween]);
  const clearMarks = useCallback(() => setMarked(NONE), []);

  const row = at.hidden ? undefined : list.rowAt(at.index);
  const ids = marked.size > 0 ? [...marked] : at.id === null ? [] : [at.id];
  return {
    at,
    row: row?.id === at.id ? row : undefined,
    marked,
    ids,
    moved,
    go,
    goTo,
    toggle,
    markAll,
    clearMarks,
  };
}
