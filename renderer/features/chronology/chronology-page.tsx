import { Plus } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { EventFilter } from '#shared/contract/chronology.ts';
import { usePageCommands } from '#renderer/commands/page-commands.ts';
import { announce } from '#renderer/data/announce.ts';
import { openTheSample } from '#renderer/data/open-sample.ts';
import { go, replaceParams, useRoute } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useAgencies, useSession } from '#renderer/data/use-session.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { count, counted } from '#renderer/ui/date-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { useFrame } from '#renderer/ui/frame-slots.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { SplitPanes } from '#renderer/ui/split-panes.tsx';
import { GoTo } from './actions/go-to.tsx';
import { ListMenus, useListSettings } from './actions/list-settings.tsx';
import { RowMenu } from './actions/row-menu.tsx';
import type { Task, TaskKind } from './actions/task.ts';
import { entryActions } from './actions/use-entry-actions.ts';
import { useReorder } from './actions/use-reorder.ts';
import { FilterBar } from './filter/filter-bar.tsx';
import { useFilters, useSearch } from './filter/use-filters.ts';
import type { ColumnKey } from './grid/columns.ts';
import { EntryGrid } from './grid/entry-grid.tsx';
import type { RowContext } from './grid/entry-row.tsx';
import { AddEntry } from './inspector/add-entry.tsx';
import { EntryInspector } from './inspector/entry-inspector.tsx';
import { OriginalRows, type OriginalPlace } from './inspector/original-rows.tsx';
import { stepTo } from './list/nearby.ts';
import { useEntryList } from './list/use-entry-list.ts';
import { useFind } from './list/use-find.ts';
import { useSelection } from './list/use-selection.ts';
import { ReadView } from './read/read-view.tsx';
import { useChildBirth } from './use-child-birth.ts';
import { useMay } from './use-may.ts';
import './chronology-page.css';

/** The integrated chronology: one list over all agencies, in true order, beside what is known of the entry in hand. */
export function ChronologyPage(): ReactNode {
  const workbench = useWorkbench();
  const frame = useFrame();
  const session = useSession();
  const identified = session?.view === 'identified';
  const may = useMay();
  const control = useFilters();
  const search = useSearch(`${session?.reviewId} ${session?.view}`);
  const settings = useListSettings();
  const view = frame.narrow ? 'read' : settings.view;

  const { filters } = control;
  const hitFilter: EventFilter = useMemo(
    () => (search.words ? { ...filters, search: search.words } : filters),
    [filters, search.words],
  );
  const list = useEntryList(search.only ? hitFilter : filters);
  const selection = useSelection(list);
  const find = useFind(search.words, hitFilter, search.only, list, selection);
  useEntryInHash(selection.at.id, selection.goTo);

  const [task, setTask] = useState<Task | null>(null);
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null);
  const [filterMenu, setFilterMenu] = useState(false);
  const [goToOpen, setGoToOpen] = useState(false);
  const [original, setOriginal] = useState<OriginalPlace | null>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const reorder = useReorder(list, selection);

  const begin = useCallback(
    (kind: TaskKind, field: Extract<Task, { kind: 'correct' }>['field'] = null) => {
      frame.setInspectorOpen(true);
      setTask((old) => {
        const n = (old?.n ?? 0) + 1;
        return kind === 'correct' ? { kind, field, n } : { kind, n };
      });
    },
    [frame],
  );
  const toList = useCallback(() => {
    setTask(null);
    if (frame.narrow) frame.setInspectorOpen(false);
    focusList();
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
  const originalCannot = !identified
    ? 'The original is not shown while anonymised'
    : source
      ? null
      : 'This entry was added by hand';
  const showOriginal = (): void => {
    if (source) setOriginal({ returnId: source.returnId, table: source.table, row: source.row, file: source.file });
  };
  const stepProblem = (back: boolean): void =>
    void stepTo(workbench, { ...filters, problemsOnly: true }, selection.row?.pos ?? null, back).then(
      async (step) => void (step ? await selection.goTo(step.row.id) : announce('No date problem is left here.')),
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
    problem: stepProblem,
    neighbour,
    reorder: reorder.move,
    goTo: () => setGoToOpen(true),
    openFilters: () => setFilterMenu(true),
    clearFilters: clear,
    filtersOn: control.on > 0 || search.words !== '',
    open,
    original: showOriginal,
    originalCannot,
    switchView: () => settings.set({ view: settings.view === 'grid' ? 'read' : 'grid' }),
  });
  usePageCommands([...actions.row, ...actions.page]);

  const context = useRowContext(settings.density, identified);
  const hidden = useHidden(settings.hidden, context.dateOfBirth !== null);
  const narrowed = control.on + (search.only && search.words ? 1 : 0);
  const blank = list.version !== null && !list.loading && list.all === 0 && !list.error;
  const none = !list.loading && list.total === 0 && list.all > 0;
  const about =
    narrowed > 0 ? `${count(list.total)} of ${counted(list.all, 'entry', 'entries')}` : counted(list.all, 'entry', 'entries');
  const shared = { list, selection, context, hits: find.marks, onOpen: open, onMenu: setMenu };
  const middle =
    view === 'read' ? (
      <ReadView {...shared} />
    ) : (
      <EntryGrid
        {...shared}
        hidden={hidden}
        onReorder={reorder.move}
        onEdit={(column) => {
          if (column === 'themes') begin('tag');
          else if (column === 'date' || column === 'time') begin('date');
          else begin('correct', column === 'agency' ? 'sourceOfInformation' : null);
        }}
      />
    );
  const body = (
    <div className="pl-ch-main">
      {(list.error ?? reorder.error) && (
        <div className="pl-ch-note">
          <ErrorNote error={list.error ?? reorder.error} />
        </div>
      )}
      {none ? (
        <EmptyState title="No entry matches" button={<Button onClick={clear}>Clear filters</Button>}>
          {narrowed === 1 ? 'One filter is on.' : `${narrowed} filters are on.`}
        </EmptyState>
      ) : (
        middle
      )}
    </div>
  );
  return (
    <Page
      title="Chronology"
      scroll="own"
      about={
        !frame.narrow &&
        !blank && (
          <SegmentedControl
            label="Layout"
            value={settings.view}
            onChange={(next) => settings.set({ view: next })}
            segments={[
              { value: 'grid', label: 'Grid' },
              { value: 'read', label: 'Read' },
            ]}
          />
        )
      }
      toolbar={
        !blank && (
          <>
            <span className="pl-page-about" aria-live="polite">
              {about}
            </span>
            <GoTo
              open={goToOpen}
              filter={list.filter}
              onOpen={setGoToOpen}
              onFound={(id) => void selection.goTo(id).then(focusList)}
            />
            {view === 'grid' && <ListMenus settings={settings} />}
            <Button bar icon={<Plus size={14} aria-hidden />} cannot={may('chronology.add')} onClick={() => begin('add')}>
              Add entry
            </Button>
          </>
        )
      }
      bar={
        !blank && (
          <FilterBar
            control={control}
            search={search}
            hits={find.hits}
            hitAt={find.at}
            onStep={find.step}
            onLeave={focusList}
            ref={searchBox}
            open={filterMenu}
            onOpen={setFilterMenu}
          />
        )
      }
      inspector={
        task?.kind === 'add' ? (
          <AddEntry
            onDone={(id) => {
              toList();
              if (id) void selection.goTo(id);
            }}
          />
        ) : (
          selection.at.id !== null && (
            <EntryInspector
              id={selection.at.id}
              detail={detail}
              error={detailError}
              hidden={selection.at.hidden}
              selection={selection}
              context={context}
              task={task}
              onTask={begin}
              onDone={toList}
              onNeighbour={neighbour}
              onOriginal={setOriginal}
              onClearFilters={clear}
            />
          )
        )
      }
      foot={
        !blank && (
          <FootKeys
            selection={
              <>
                {selection.marked.size > 0 ? `${count(selection.marked.size)} selected, ` : ''}
                {selection.at.hidden || list.total === 0 ? '' : `entry ${count(selection.at.index + 1)} of ${count(list.total)}`}
              </>
            }
            keys={FOOT_KEYS}
          />
        )
      }
    >
      {blank ? (
        <EmptyState
          title="The chronology is empty"
          button={
            <Button look="main" onClick={() => go('returns')}>
              Put in the first return…
            </Button>
          }
          also={<LinkButton onClick={() => void openTheSample(workbench, 'chronology')}>See it in the sample</LinkButton>}
        >
          Every entry of every agency’s return comes here, in one order, with the words and the date as they were written. Entries
          can be added by hand as well.
        </EmptyState>
      ) : original && identified ? (
        <SplitPanes
          name="chronology.original"
          axis="y"
          sized="second"
          size={260}
          min={120}
          labels={['Entries', 'Original']}
          first={body}
          second={<OriginalRows place={original} onClose={() => setOriginal(null)} onEntry={(id) => void selection.goTo(id)} />}
        />
      ) : (
        body
      )}
      <RowMenu at={menu} commands={actions.row} onClose={() => setMenu(null)} />
    </Page>
  );
}

const FOOT_KEYS = [
  ['T', 'tag'],
  ['A', 'annotate'],
  ['L', 'link'],
  ['D', 'date'],
  ['E', 'thread'],
  ['[ ]', 'previous, next of this agency'],
] as const;

function focusList(): void {
  document
    .querySelector<HTMLElement>('.pl-ch-grid [role=row][tabindex="0"], .pl-ch-read [tabindex="0"]')
    ?.focus({ preventScroll: true });
}

/** Without the child's date of birth there is no age to show. */
function useHidden(chosen: ReadonlySet<ColumnKey>, ages: boolean): ReadonlySet<ColumnKey> {
  const key = [...chosen, ...(ages ? [] : ['age'])].join(' ');
  return useMemo(() => new Set(key.split(' ').filter(Boolean) as ColumnKey[]), [key]);
}

function useRowContext(density: RowContext['density'], identified: boolean): RowContext {
  const agencies = useAgencies();
  const dateOfBirth = useChildBirth();
  const { data } = useQuery('theme.list', {});
  const themes = useMemo(() => new Map((data ?? []).map((theme) => [theme.id, theme.name])), [data]);
  return useMemo(
    () => ({ agencies, themes, dateOfBirth, identified, density }),
    [agencies, themes, dateOfBirth, identified, density],
  );
}

/** The selected entry stands in the hash; one that a link puts there is gone to. Written after a pause: keys repeat. */
function useEntryInHash(id: string | null, goTo: (id: string) => Promise<boolean>): void {
  const { params } = useRoute();
  const asked = params['entry'];
  const written = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (asked === undefined || asked === written.current) return;
    written.current = asked;
    void goTo(asked).catch(() => undefined);
  }, [asked, goTo]);
  useEffect(() => {
    if (id === null || id === written.current) return undefined;
    const timer = setTimeout(() => {
      written.current = id;
      replaceParams({ entry: id });
    }, 250);
    return () => clearTimeout(timer);
  }, [id]);
}
