import { useCallback, useEffect, useMemo, useState } from 'react';
import { replaceParams, useRoute } from '#renderer/data/route.ts';
import { countOn, filterParams, type Filters, keepWordsOf, readFilters } from './filter-state.ts';

export type FilterControl = { filters: Filters; on: number; set(filters: Filters): void; clear(): void };

/** `reviewAndView`: words of another may not stay on screen. The filters are in the hash, so that a link from another place can set them and coming back finds them. */
export function useFilters(reviewAndView: string): FilterControl {
  const { params } = useRoute();
  keepWordsOf(reviewAndView);
  // One object as long as nothing changed: queries and drawings hang on its identity.
  const key = JSON.stringify(readFilters(params));
  const filters = useMemo(() => JSON.parse(key) as Filters, [key]);
  const set = useCallback((next: Filters) => replaceParams(filterParams(next)), []);
  const clear = useCallback(() => replaceParams(filterParams({})), []);
  return { filters, on: countOn(filters), set, clear };
}

/** Words as typed, and the same 120 ms after the last key: typing never waits for the list. */
const WAIT_MS = 120;
/** Kept while the window lives, for coming back to the place; forgotten when the view or the review changes. */
const kept = { key: '', typed: '', only: false };

export type Search = {
  typed: string;
  words: string;
  only: boolean;
  type(text: string): void;
  setOnly(only: boolean): void;
  clear(): void;
};

/** `key` names the review and the view: in an anonymised session a name typed before may not stay on screen. */
export function useSearch(key: string): Search {
  if (kept.key !== key) Object.assign(kept, { key, typed: '', only: false });
  const [state, setState] = useState({ key, typed: kept.typed, words: kept.typed.trim(), only: kept.only });
  const now = state.key === key ? state : { key, typed: '', words: '', only: false };
  if (state.key !== key) setState(now);
  const { typed } = now;
  useEffect(() => {
    kept.typed = typed;
    const timer = setTimeout(() => setState((old) => (old.typed === typed ? { ...old, words: typed.trim() } : old)), WAIT_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const type = useCallback((text: string) => setState((old) => ({ ...old, typed: text })), []);
  const setOnly = useCallback((only: boolean) => {
    kept.only = only;
    setState((old) => ({ ...old, only }));
  }, []);
  const clear = useCallback(() => {
    kept.typed = '';
    setState((old) => ({ ...old, typed: '', words: '' }));
  }, []);
  return { typed, words: now.words, only: now.only, type, setOnly, clear };
}
