import { USUAL_LAYOUT } from '#shared/chronology/columns.ts';
import type { EventFilter } from '#shared/contract/event-filter.ts';
import type { Layout, SavedView } from '#shared/contract/views.ts';
import { announce } from '#renderer/data/announce.ts';
import { replaceParams, useRoute } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { ListSettings } from '../actions/use-list-settings.ts';
import type { FilterControl, Search } from '../filter/use-filters.ts';

export type ViewControl = {
  list: readonly SavedView[];
  /** The view that was taken last; the list may have changed since. */
  current: SavedView | null;
  changed: boolean;
  /** What a new view would keep. */
  filter: EventFilter;
  layout: Layout;
  take(view: SavedView): void;
  leave(): void;
};

/** Which view is in use stands in the hash by its id. Words that only step through hits are no part of a view. */
export function useViews(control: FilterControl, search: Search, settings: ListSettings): ViewControl {
  const { params } = useRoute();
  const { data = [] } = useQuery('view.list', {});
  const { layout } = settings;
  const current = data.find(({ id }) => id === params['view']) ?? null;
  const filter: EventFilter = search.only && search.words ? { ...control.filters, search: search.words } : control.filters;
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
  function show(kept: EventFilter, look: Layout): void {
    const { search: words, within: _, ...filters } = kept;
    control.set(filters);
    if (words) {
      search.type(words);
      search.setOnly(true);
    } else search.clear();
    settings.set({ layout: look, gathered: look.gathered === true });
  }
  return {
    list: data,
    current,
    changed: current !== null && !(same(current.filter, filter) && same(current.layout, layout)),
    filter,
    layout,
    take: (view) => {
      show(view.filter, view.layout);
      replaceParams({ view: view.id });
      announce(`View: ${view.name}`);
    },
    leave: () => {
      show({}, USUAL_LAYOUT);
      replaceParams({ view: undefined });
      announce('All entries.');
    },
  };
}

/** The same whatever the order in which its parts were set. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
