import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { FIELD_COLUMNS } from '#shared/chronology/columns.ts';
import type { ColumnKey } from '#shared/contract/views.ts';
import type { CorrectedField } from '#shared/model/chronology-event.ts';
import { openTheSample } from '#renderer/data/open-sample.ts';
import { go, useRoute } from '#renderer/data/route.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { count, counted } from '#renderer/ui/date-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { useFrame } from '#renderer/ui/frame-slots.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { SplitPanes } from '#renderer/ui/split-panes.tsx';
import { SameEventPage } from './accounts/same-event-page.tsx';
import { GoTo } from './actions/go-to.tsx';
import { ListsMenu } from './actions/lists-menu.tsx';
import { ListMenus } from './actions/list-menus.tsx';
import { RowMenu } from './actions/row-menu.tsx';
import { ChallengesPage } from './challenges/challenges-page.tsx';
import { countOn } from './filter/filter-state.ts';
import { FilterBar } from './filter/filter-bar.tsx';
import { EntryGrid } from './grid/entry-grid.tsx';
import { OriginalRows } from './inspector/original-rows.tsx';
import { MissingPage } from './gaps/missing-page.tsx';
import { LanesAbove, useLanesShown } from './lanes/lanes-above.tsx';
import { MatrixPage } from './lanes/matrix-page.tsx';
import { focusList } from './list/focus-list.ts';
import { useHeadingName } from './list/use-heading-name.ts';
import { MemosPage } from './memos/memos-page.tsx';
import { ReadView } from './read/read-view.tsx';
import { useDesk } from './use-desk.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { SidePanel } from './side-panel.tsx';
import { ThreadsPage } from './threads/threads-page.tsx';
import { useRowContext } from './use-row-context.ts';
import { ViewsMenu } from './views/views-menu.tsx';
import './chronology-page.css';

/** The chronology as a list, what it holds of the same event told by several, or what is missing. */
export function ChronologyPage(): ReactNode {
  const { params } = useRoute();
  if (params['show'] === 'missing') return <MissingPage />;
  if (params['show'] === 'challenges') return <ChallengesPage />;
  if (params['show'] === 'matrix') return <MatrixPage />;
  if (params['show'] === 'threads') return <ThreadsPage />;
  if (params['show'] === 'memos') return <MemosPage />;
  return params['show'] === 'same' ? <SameEventPage /> : <Entries />;
}

/** The integrated chronology: one list over all agencies, in true order, beside what is known of the entry in hand. */
function Entries(): ReactNode {
  const workbench = useWorkbench();
  const frame = useFrame();
  const may = useMay();
  const desk = useDesk();
  const lanes = useLanesShown();
  const { identified, view, settings, control, search, list, selection, find, reorder, begin, clear } = desk;
  const { layout } = settings;
  const context = useRowContext(layout, identified, desk.gathering);
  const headingName = useHeadingName(list.group, context);
  const narrowed = countOn(list.filter) + (list.filter.search ? 1 : 0);
  const blank = list.version !== null && !list.loading && list.all === 0 && !list.error;
  const none = !list.loading && list.total === 0 && list.all > 0;
  const entries = counted(list.all, 'entry', 'entries');
  const matching = list.sure ? count(list.matching + list.beneath) : '…';
  // Rows and entries are two numbers where one row stands for several accounts.
  const rows = list.beneath > 0 && list.sure ? `${counted(list.matching, 'row')} for ` : '';
  const about = narrowed > 0 ? `${rows}${matching} of ${entries}` : `${rows}${entries}`;
  const inspected = selection.at.id !== null || desk.task !== null;
  const shared = { list, selection, context, hits: find.marks, onOpen: desk.open, onMenu: desk.setMenu };
  const middle =
    view === 'read' ? (
      <ReadView {...shared} />
    ) : (
      <EntryGrid
        {...shared}
        headingName={headingName}
        onWidth={(key, width) =>
          settings.set({ layout: { columns: layout.columns.map((one) => (one.key === key ? { key, width } : one)) } })
        }
        onReorder={reorder.move}
        onEdit={(column) => {
          if (column === 'themes') begin('tag');
          else if (column === 'date' || column === 'time') begin('date');
          else begin('correct', fieldOf(column));
        }}
      />
    );
  const listed = (
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
  const body = (
    <LanesAbove list={list} selection={selection}>
      {listed}
    </LanesAbove>
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
            value={lanes.layout}
            onChange={lanes.setLayout}
            segments={[
              { value: 'lanes', label: 'Lanes and grid' },
              { value: 'grid', label: 'Grid' },
              { value: 'read', label: 'Read' },
            ]}
          />
        )
      }
      toolbar={
        !blank && (
          <>
            <span className="pl-page-about" aria-live="polite" data-long={rows !== '' || undefined}>
              {about}
            </span>
            <GoTo
              open={desk.goToOpen}
              filter={desk.search.only ? { ...control.filters, search: search.words } : control.filters}
              onOpen={(open) => {
                desk.setGoToOpen(open);
                // Closed by key, it was opened from the list: there the focus goes back.
                if (!open) requestAnimationFrame(() => document.activeElement === document.body && focusList());
              }}
              onFound={(id) => void selection.goTo(id).then(focusList)}
            />
            {view === 'grid' && <ListMenus settings={settings} ages={context.children.length > 0} />}
            <ListsMenu />
            <Button bar icon={<Plus size={14} aria-hidden />} cannot={may('chronology.add')} onClick={() => begin('add')}>
              <span className="pl-ch-slim-long">Add entry</span>
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
            ref={desk.searchBox}
            open={desk.filterMenu}
            onOpen={desk.setFilterMenu}
            onBuild={() => begin('filter')}
            views={<ViewsMenu control={desk.views} open={desk.viewsOpen} onOpen={desk.setViewsOpen} />}
          />
        )
      }
      inspector={inspected && <SidePanel desk={desk} context={context} headingName={headingName} />}
      foot={
        !blank && (
          <FootKeys
            selection={
              <>
                {selection.many > 0 ? `${count(selection.many)} selected, ` : ''}
                {selection.at.hidden || list.total === 0
                  ? ''
                  : `${list.beneath > 0 ? 'row' : 'entry'} ${count(selection.at.index + 1)} of ${count(list.total)}`}
              </>
            }
            keys={layout.gathered ? GATHERED_KEYS : FOOT_KEYS}
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
      ) : desk.original && identified ? (
        <SplitPanes
          name="chronology.original"
          axis="y"
          sized="second"
          size={260}
          min={120}
          labels={['Entries', 'Original']}
          first={body}
          second={
            <OriginalRows
              place={desk.original}
              onClose={() => desk.setOriginal(null)}
              onEntry={(id) => void selection.goTo(id)}
            />
          }
        />
      ) : (
        body
      )}
      <RowMenu at={desk.menu} commands={desk.rowActions} onClose={() => desk.setMenu(null)} />
    </Page>
  );
}

/** F2 on a cell corrects what stands in it. */
function fieldOf(column: ColumnKey | null): CorrectedField | null {
  if (column === 'agency') return 'sourceOfInformation';
  return FIELD_COLUMNS.find((key) => key === column) ?? null;
}

const FOOT_KEYS = [
  ['T', 'tag'],
  ['A', 'annotate'],
  ['C', 'challenge'],
  ['M', 'memo'],
  ['L', 'link'],
  ['D', 'date'],
  ['E', 'thread'],
  ['V', 'views'],
  ['[ ]', 'previous, next of this agency'],
] as const;
const GATHERED_KEYS = [['O', 'accounts'], ...FOOT_KEYS] as const;
