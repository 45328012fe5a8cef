import { useEffect, useRef } from 'react';
import type { EventFilter } from '#shared/contract/chronology.ts';
import type { Range } from '#shared/model/chronology-event.ts';
import { announce } from '#renderer/data/announce.ts';
import { useLatest } from '#renderer/data/use-latest.ts';
import { useQueries } from '#renderer/data/use-queries.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { BLOCK, stepTo } from './nearby.ts';
import type { EntryList } from './use-entry-list.ts';
import type { Selection } from './use-selection.ts';

const KEPT_MS = 5_000;

export type Find = {
  /** How many entries have the words. */
  hits: number | null;
  /** The selected one's place among them, from 1. */
  at: number | null;
  /** Where the words stand in the entries in view; null while each row says so itself. */
  marks: ReadonlyMap<string, readonly Range[]> | null;
  step(back: boolean): void;
};

/**
 * Steps through entries that have the words, whether or not the list is narrowed to them. Where it is not, the words
 * are asked for once more for the blocks in view: the core alone knows what counts as a hit.
 */
export function useFind(words: string, hitFilter: EventFilter, only: boolean, list: EntryList, selection: Selection): Find {
  const workbench = useWorkbench();
  const searching = words !== '';

  const beside = searching && !only;
  const pages = useQueries(
    'chronology.page',
    beside ? list.pages.map(({ filter, from }) => ({ filter: { ...filter, search: words }, from, limit: BLOCK })) : [],
    KEPT_MS,
  );
  const marks = beside
    ? new Map(pages.data.flatMap((page) => page?.rows ?? []).map((row): [string, readonly Range[]] => [row.id, row.hits]))
    : null;

  // After the rows in view: counting takes longest.
  const anchors = useQuery('chronology.anchors', { filter: hitFilter }, { enabled: searching });
  const hits = searching && anchors.data && !anchors.old ? anchors.data.total : null;

  const { id } = selection.at;
  const place = useQuery(
    'chronology.find',
    { filter: hitFilter, id: id ?? '' },
    { enabled: searching && id !== null, keep: false },
  );
  const at = searching && place.data ? place.data.index + 1 : null;

  const latest = useLatest({ hitFilter, selection });
  const step = (back: boolean): void => {
    if (!searching) return;
    const { selection: now } = latest.current;
    void stepTo(workbench, hitFilter, now.row?.pos ?? null, back).then(
      async (found) => {
        if (!found) return announce('Nothing found.');
        if (found.round) announce(back ? 'From the end again.' : 'From the beginning again.');
        await now.goTo(found.row.id);
      },
      () => undefined,
    );
  };
  // New words go to their first hit from here on, unless the entry in hand has them.
  const asked = useRef('');
  useEffect(() => {
    if (asked.current === words) return;
    asked.current = words;
    if (words === '') return;
    const { hitFilter: filter, selection: now } = latest.current;
    void stepTo(workbench, filter, now.row ? now.row.pos - 1 : null, false).then(
      async (found) => void (found ? await now.goTo(found.row.id) : announce('Nothing found.')),
      () => undefined,
    );
  }, [words, latest, workbench]);
  return { hits, at, marks, step };
}
