import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { EventFilter } from '#shared/contract/event-filter.ts';
import type { LanesBy } from '#shared/contract/lanes.ts';
import { dayNumber, isoDay } from '#shared/kernel/clock.ts';
import type { EventRow } from '#shared/model/chronology-event.ts';
import { announce } from '#renderer/data/announce.ts';
import { queryFor } from '#renderer/data/use-query.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { LinkButton } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { useFrame } from '#renderer/ui/frame-slots.tsx';
import { setPreferences, usePreferences } from '#renderer/ui/preferences.ts';
import { SplitPanes } from '#renderer/ui/split-panes.tsx';
import type { EntryList } from '../list/use-entry-list.ts';
import type { Selection } from '../list/use-selection.ts';
import { entriesIn, type LaneItem } from './lane-model.ts';
import { LanesBar } from './lanes-bar.tsx';
import { LanesKey } from './lanes-key.tsx';
import { LanesList } from './lanes-list.tsx';
import { LanesPicture, type SelectedEntry } from './lanes-picture.tsx';
import { scrollRowsBy, scrollToRow, useRowsInView } from './rows-in-view.ts';
import type { TimeWindow } from './time-window.ts';
import { type Lanes, useLanes } from './use-lanes.ts';
import { useTimeWindow } from './use-time-window.ts';
import './lanes.css';

// Kept with the sizes of panels, the one place for numbers of a place.
const SHOWN = 'chronology.lanes';
const BY = 'chronology.lanes.by';
const READ = 'chronology.read';
const ALL_BY: readonly LanesBy[] = ['agency', 'person', 'theme'];

/** The layouts of the place: lanes stand above the grid, or one of the two lists stands alone. */
export type Layout = 'lanes' | 'grid' | 'read';
export type LanesShown = { shown: boolean; set(shown: boolean): void; layout: Layout; setLayout(layout: Layout): void };

/** Whether lanes stand above the list: from the start in a wide window, in a narrow one when asked for. */
export function useLanesShown(): LanesShown {
  const { widths } = usePreferences();
  const { narrow } = useFrame();
  const key = narrow ? `${SHOWN}.narrow` : SHOWN;
  const read = widths[READ] === 1;
  const shown = (widths[key] ?? (narrow ? 0 : 1)) === 1 && (narrow || !read);
  return {
    shown,
    set: (next) => setPreferences({ widths: { ...widths, [key]: next ? 1 : 0 } }),
    layout: read ? 'read' : shown ? 'lanes' : 'grid',
    setLayout: (next) =>
      setPreferences({
        widths: { ...widths, [READ]: next === 'read' ? 1 : 0, ...(next === 'read' ? {} : { [SHOWN]: next === 'lanes' ? 1 : 0 }) },
      }),
  };
}

export type LanesAboveProps = { list: EntryList; selection: Selection; children: ReactNode };

/** Lanes above the list, or alone; the list beneath is in step with them. */
export function LanesAbove({ list, selection, children }: LanesAboveProps): ReactNode {
  const { shown, set } = useLanesShown();
  const { narrow } = useFrame();
  const { widths } = usePreferences();
  const by = ALL_BY[widths[BY] ?? 0] ?? 'agency';
  if (!shown && !narrow) return children;
  if (!shown) {
    return (
      <div className="pl-ln-whole">
        <div className="pl-ln-bar-row">
          <LinkButton onClick={() => set(true)}>Show lanes</LinkButton>
        </div>
        {children}
      </div>
    );
  }
  return (
    <Shown
      key={by}
      by={by}
      list={list}
      selection={selection}
      onBy={(next) => setPreferences({ widths: { ...widths, [BY]: ALL_BY.indexOf(next) } })}
      onHide={narrow ? () => set(false) : undefined}
    >
      {children}
    </Shown>
  );
}

type ShownProps = LanesAboveProps & { by: LanesBy; onBy(by: LanesBy): void; onHide: (() => void) | undefined };

function Shown(props: ShownProps): ReactNode {
  const { by, list, children } = props;
  const filter = useMemo(() => everyAccount(list.filter), [list.filter]);
  // The rows first: drawing the lanes takes longer than drawing them.
  const begun = list.total > 0 || list.sure || list.error !== null;
  const lanes = useLanes(filter, by, begun);
  const [alone, setAlone] = useState(false);
  const [asList, setAsList] = useState(false);
  const own = { alone, setAlone, asList, setAsList };
  const gaps = lanes.gaps.length;
  const bar = { by, onBy: props.onBy, alone, onAlone: setAlone, onHide: props.onHide, gaps };
  const inner =
    lanes.all === null ? (
      <>
        <LanesBar {...bar} zoom={null} scoped={false} onScope={() => undefined} onWhole={() => undefined} />
        <ErrorNote error={lanes.error} />
        {lanes.known && <p className="pl-ln-none pl-2">{NOTHING[by]}</p>}
      </>
    ) : (
      <InTime {...props} lanes={lanes} filter={filter} all={lanes.all} bar={bar} own={own} />
    );
  const pane = <div className="pl-ln">{inner}</div>;
  if (alone) return <div className="pl-ln-whole">{pane}</div>;
  const size = Math.min(280, 90 + Math.max(2, lanes.lanes.length) * 19);
  return (
    <SplitPanes
      key={asList ? 'list' : 'picture'}
      name={asList ? 'chronology.lanes.list' : 'chronology.lanes.height'}
      axis="y"
      sized="first"
      size={asList ? 380 : size}
      min={110}
      max={700}
      labels={['Lanes', 'Entries']}
      first={pane}
      second={children}
    />
  );
}

const NOTHING: Record<LanesBy, string> = {
  agency: 'No entry here has a date that was read.',
  person: 'Nobody on the register is named in these entries. Count mentions under People, if that has not been done.',
  theme: 'None of these entries has a theme yet. T tags the selected entry.',
};

type Own = { alone: boolean; setAlone(alone: boolean): void; asList: boolean; setAsList(asList: boolean): void };
type InTimeProps = ShownProps & {
  lanes: Lanes;
  filter: EventFilter;
  all: TimeWindow;
  bar: Omit<Parameters<typeof LanesBar>[0], 'zoom' | 'scoped' | 'onScope' | 'onWhole'>;
  own: Own;
};

function InTime({ by, list, filter, selection, lanes, all, bar, own }: InTimeProps): ReactNode {
  const workbench = useWorkbench();
  const zoom = useTimeWindow(all, lanes.scope, (window) => counted(entriesIn(lanes.lanes, window), 'entry', 'entries'));
  const whole = (): void => zoom.show(all);
  const rows = useRowsInView();
  const asked = useRef<{ day: number; busy: boolean } | null>(null);

  async function choose(item: LaneItem, laneId: string): Promise<void> {
    const id = item.entry?.id ?? (item.gap ? item.gap.before?.id : await firstOf(item, laneId));
    if (id === undefined) return announce('No entry stands here.');
    await selection.goTo(id);
    announce(
      item.entry
        ? `${item.when} is selected.`
        : item.gap
          ? 'The entry before the gap is selected.'
          : `The first entry of ${item.when} is selected.`,
    );
  }
  async function firstOf(item: LaneItem, laneId: string): Promise<string | undefined> {
    const day = isoDay(item.from);
    if (by === 'agency') {
      const inLane = { ...filter, agencyIds: [laneId] };
      return (await workbench.cache.fetchQuery(queryFor(workbench, 'chronology.find', { filter: inLane, day })))?.id;
    }
    const to = isoDay(item.to - 1);
    const asks = { filter, by, from: day, to, uncertainOnly: false, limit: 1000 };
    const { entries } = await workbench.cache.fetchQuery(queryFor(workbench, 'lanes.entries', asks));
    const inLane = entries.filter((entry) => entry.laneIds.includes(laneId));
    return (inLane.find(({ earliest, latest }) => (earliest ?? latest ?? '') >= day) ?? inLane[0])?.id;
  }
  /** One question at a time; of those that come meanwhile the last is asked. */
  function toDay(day: number): void {
    if (asked.current?.busy) {
      asked.current.day = day;
      return;
    }
    asked.current = { day, busy: true };
    void workbench.client
      .call('chronology.find', { filter: list.filter, day: isoDay(day) })
      .then((found) => scrollToRow(found?.index ?? Math.max(0, list.total - 1)))
      .catch(() => undefined)
      .finally(() => {
        const next = asked.current?.day;
        asked.current = null;
        if (next !== undefined && next !== day) toDay(next);
      });
  }

  const { row } = selection;
  const selected: SelectedEntry = row ? selectedOf(row, by) : null;
  // While rows are on their way the box stays where it was: taken away, it would lose the drag, and the focus with it.
  const inView = rows && daysOf(list, rows.first, rows.last);
  const [stood, setStood] = useState(inView);
  if (inView && (stood?.from !== inView.from || stood.to !== inView.to)) setStood(inView);
  const days = list.total === 0 ? null : (inView ?? stood);
  const act = (item: LaneItem, laneId: string): void =>
    void choose(item, laneId).catch(() => announce('The entry could not be looked up.'));
  return (
    <>
      <LanesBar
        {...bar}
        zoom={zoom}
        scoped={lanes.scope !== null}
        onScope={() => lanes.scope && zoom.show(lanes.scope)}
        onWhole={whole}
      />
      <ErrorNote error={lanes.error} />
      {own.asList ? (
        <LanesList lanes={lanes} by={by} filter={filter} window={zoom.window} onChoose={act} />
      ) : (
        <LanesPicture
          lanes={lanes}
          by={by}
          filter={filter}
          zoom={zoom}
          tall={own.alone}
          selected={selected}
          onChoose={act}
          onWhole={whole}
          box={
            days && !own.alone
              ? {
                  days,
                  all,
                  page: Math.max(1, (rows?.last ?? 0) - (rows?.first ?? 0)),
                  onRows: scrollRowsBy,
                  onDay: toDay,
                  onEnd: (last) => scrollToRow(last ? list.total - 1 : 0),
                }
              : null
          }
        />
      )}
      <LanesKey
        by={by}
        undated={lanes.undated}
        stale={lanes.stale}
        boxed={!own.alone && !own.asList}
        asList={own.asList}
        onAsList={own.setAsList}
      />
    </>
  );
}

/** Lanes draw every account, whatever the list gathers. */
function everyAccount({ gathered: _gathered, ...filter }: EventFilter): EventFilter {
  return filter;
}

const startOf = (row: EventRow): number | null => {
  const day = row.date.earliest ?? row.date.latest;
  return day === null ? null : dayNumber(day);
};

function selectedOf(row: EventRow, by: LanesBy): SelectedEntry {
  const day = startOf(row);
  if (day === null) return null;
  const time = row.date.time;
  const at = day + (time === null ? 0.5 : Number(time.slice(0, 2)) / 24 + Number(time.slice(3)) / 1440);
  return {
    at,
    inLane: (id) => (by === 'agency' ? row.agencyId === id : by === 'theme' ? row.themeIds.includes(id) : names(row, id)),
  };
}

/** Whether a row's text names somebody for certain. */
const names = (row: EventRow, entryId: string): boolean =>
  row.marks.some(({ entryIds, status }) => entryIds.length === 1 && entryIds[0] === entryId && status !== 'ask');

/** The days of the rows in view, from the first that has one to the last. */
function daysOf(list: EntryList, first: number, last: number): TimeWindow | null {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (let index = first; index <= last; index++) {
    const row = list.rowAt(index);
    const day = row ? startOf(row) : null;
    if (day === null) continue;
    from = Math.min(from, day);
    to = Math.max(to, day + 1);
  }
  return Number.isFinite(from) ? { from, to } : null;
}
