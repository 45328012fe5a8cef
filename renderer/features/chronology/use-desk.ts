import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { besideOf } from '#shared/chronology/columns.ts';
import type { EventFilter } from '#shared/contract/event-filter.ts';
import type { AppError } from '#shared/kernel/app-error.ts';
import type { CorrectedField, EventDetail } from '#shared/model/chronology-event.ts';
import { type PageCommand, usePageCommands } from '#renderer/commands/page-commands.ts';
import { announce } from '#renderer/data/announce.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useSession } from '#renderer/data/use-session.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { useFrame } from '#renderer/ui/frame-slots.tsx';
import { type ListSettings, useListSettings } from './actions/use-list-settings.ts';
import type { Task, TaskKind } from './actions/task.ts';
import { entryActions } from './actions/entry-actions.ts';
import { type Reorder, useReorder } from './actions/use-reorder.ts';
import { type FilterControl, type Search, useFilters, useSearch } from './filter/use-filters.ts';
import type { OriginalPlace } from './inspector/provenance.tsx';
import { focusList } from './list/focus-list.ts';
import { stepTo } from './list/nearby.ts';
import { useEntryInHash } from './list/use-entry-in-hash.ts';
import { type EntryList, useEntryList } from './list/use-entry-list.ts';
import { type Gathering, useGatheredFilter, useGathering } from './list/use-gathering.ts';
import { type Find, useFind } from './list/use-find.ts';
import { type Selection, useSelection } from './list/use-selection.ts';
import { useLatest } from '#renderer/data/use-latest.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { takeWords, wordsInHand } from './passages/words-in-hand.ts';
import { wordsInList } from './passages/words-in-list.ts';
import { type ViewControl, useViews } from './views/use-views.ts';

export type Point = { x: number; y: number };
/** All that the place holds: what is in the list, what is selected, what is being done. */
export type Desk = {
  identified: boolean;
  view: 'grid' | 'read';
  settings: ListSettings;
  control: FilterControl;
  search: Search;
  list: EntryList;
  selection: Selection;
  find: Find;
  gathering: Gathering;
  reorder: Reorder;
  detail: EventDetail | undefined;
  detailError: AppError | null;
  task: Task | null;
  begin(kind: TaskKind, field?: CorrectedField | null): void;
  toList(): void;
  open(): void;
  clear(): void;
  neighbour(direction: 'previous' | 'next'): void;
  rowActions: readonly PageCommand[];
  menu: Point | null;
  setMenu(at: Point | null): void;
  filterMenu: boolean;
  setFilterMenu(open: boolean): void;
  goToOpen: boolean;
  setGoToOpen(open: boolean): void;
  original: OriginalPlace | null;
  setOriginal(place: OriginalPlace | null): void;
  searchBox: RefObject<HTMLInputElement | null>;
  views: ViewControl;
  viewsOpen: boolean;
  setViewsOpen(open: boolean): void;
};

export function useDesk(): Desk {
  const workbench = useWorkbench();
  const frame = useFrame();
  const session = useSession();
  const identified = session?.view === 'identified';
  const may = useMay();
  const reviewAndView = `${session?.reviewId} ${session?.view}`;
  const control = useFilters(reviewAndView);
  const search = useSearch(reviewAndView);
  const settings = useListSettings();
  const view = frame.narrow ? 'read' : settings.view;

  const { filters } = control;
  const hitFilter: EventFilter = useMemo(
    () => (search.words ? { ...filters, search: search.words } : filters),
    [filters, search.words],
  );
  const { layout } = settings;
  const beside = useMemo(() => besideOf(layout.columns.map(({ key }) => key)), [layout.columns]);
  const gathered = layout.gathered === true;
  const { filter: listed, open: opened, setOpen } = useGatheredFilter(search.only ? hitFilter : filters, gathered, reviewAndView);
  const list = useEntryList(listed, layout.group, beside);
  const views = useViews(control, search, settings);
  const selection = useSelection(list);
  const gathering = useGathering(gathered, opened, setOpen, list, selection);
  const find = useFind(search.words, hitFilter, search.only, list, selection);
  useEntryInHash(selection.at.id, selection.goTo);

  const [task, setTask] = useState<Task | null>(null);
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null);
  const [filterMenu, setFilterMenu] = useState(false);
  const [goToOpen, setGoToOpen] = useState(false);
  const [viewsOpen, setViewsOpen] = useState(false);
  const [original, setOriginal] = useState<OriginalPlace | null>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const reorder = useReorder(list, selection);

  const latest = useLatest(selection);
  const begin = useCallback(
    (kind: TaskKind, field: CorrectedField | null = null) => {
      const { row, at } = latest.current;
      const listed = kind === 'words' ? wordsInList(row, at.index) : null;
      if (listed) takeWords(listed);
      const words = kind === 'words' ? wordsInHand() : null;
      if (kind === 'words' && !words) return announce('Select words in the text first.');
      frame.setInspectorOpen(true);
      setTask((old) => {
        const n = (old?.n ?? 0) + 1;
        if (kind === 'correct') return { kind, field, n };
        if (kind === 'words') return words ? { kind, words, inList: listed !== null, n } : old;
        return { kind, n };
      });
    },
    [frame, latest],
  );
  const toList = useCallback(() => {
    setTask(null);
    if (frame.narrow) frame.setInspectorOpen(false);
    // What was kept may be answered late: whoever has opened the palette meanwhile is not fetched back.
    if (!document.activeElement?.closest('[role=dialog]')) focusList();
  }, [frame]);
  const open = useCallback(() => {
    frame.setInspectorOpen(true);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.pl-ch-inspector')?.focus());
  }, [frame]);

  const { data: detail, error: detailError } = useQuery(
    'chronology.get',
    { id: selection.at.id ?? '' },
    { enabled: selection.at.id !== null },
  );
  const mine = detail?.id === selection.at.id ? detail : undefined;
  const source = mine?.sources[0];
  const byHand = mine ? 'This entry was added by hand' : 'Select one entry first';
  const originalCannot = identified ? (source ? null : byHand) : 'The original is not shown while anonymised';
  const showOriginal = (): void => {
    if (source) setOriginal({ returnId: source.returnId, table: source.table, row: source.row, file: source.file });
  };
  const stepIn = (only: EventFilter, back: boolean, none: string): void =>
    void stepTo(workbench, { ...filters, ...only }, selection.row?.pos ?? null, back).then(
      async (step) => {
        if (!step) return announce(none);
        if (step.round) announce(back ? 'From the end again.' : 'From the beginning again.');
        await selection.goTo(step.row.id);
      },
      () => undefined,
    );
  const neighbour = (direction: 'previous' | 'next'): void => {
    const { id } = selection.at;
    if (id === null) return;
    void workbench.client.call('chronology.neighbour', { id, direction, sameAgency: true }).then(
      async (found) => void (found ? await selection.goTo(found.id) : announce(`No ${direction} entry of this agency.`)),
      () => undefined,
    );
  };
  const clear = (): void => {
    control.clear();
    search.clear();
  };
  const actions = entryActions({
    selection,
    may,
    task: begin,
    find: () => searchBox.current?.select(),
    step: find.step,
    searching: search.words !== '',
    problem: (back) => stepIn({ problemsOnly: true }, back, 'No date problem is left here.'),
    untagged: (back) => stepIn({ untaggedOnly: true }, back, 'Every entry here has a theme.'),
    openViews: () => setViewsOpen(true),
    neighbour,
    reorder: reorder.move,
    goTo: () => setGoToOpen(true),
    openFilters: () => setFilterMenu(true),
    clearFilters: clear,
    filtersOn: control.on > 0 || search.words !== '',
    open,
    original: showOriginal,
    originalCannot,
    accounts: () => selection.at.id !== null && gathering.toggle(selection.at.id),
    gathered,
    gather: () => settings.set({ gathered: !gathered }),
    switchView: () => settings.set({ view: settings.view === 'grid' ? 'read' : 'grid' }),
  });
  usePageCommands([...actions.row, ...actions.page]);
  return {
    identified,
    view,
    settings,
    control,
    search,
    list,
    selection,
    find,
    gathering,
    reorder,
    detail,
    detailError,
    task,
    begin,
    toList,
    open,
    clear,
    neighbour,
    rowActions: actions.row,
    menu,
    setMenu,
    filterMenu,
    setFilterMenu,
    goToOpen,
    setGoToOpen,
    original,
    setOriginal,
    searchBox,
    views,
    viewsOpen,
    setViewsOpen,
  };
}
