import { type PointerEvent, type ReactNode, useMemo, useState } from 'react';
import type { EventFilter } from '#shared/contract/event-filter.ts';
import type { LanesBy } from '#shared/contract/lanes.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { agencyFill, AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { usePatterns } from '#renderer/ui/preferences.ts';
import { focusList } from '../list/focus-list.ts';
import { HatchPattern } from './lane-drawing.tsx';
import { barsOf, entryItems, gapItems, inOrder, isSpan, itemAt, type LaneItem } from './lane-model.ts';
import { LaneRow } from './lane-row.tsx';
import { RowsBox, type RowsBoxProps } from './rows-box.tsx';
import { nightsOf, spanOf, ticksOf } from './time-window.ts';
import { useLaneEntries, type Lanes } from './use-lanes.ts';
import { useLaneKeys } from './use-lane-keys.ts';
import { usePlotPointer, useWheel, useWidth } from './use-plot-pointer.ts';
import type { Zoom } from './use-time-window.ts';

export type SelectedEntry = { at: number; inLane(laneId: string): boolean } | null;
export type LanesPictureProps = {
  lanes: Lanes;
  by: LanesBy;
  filter: EventFilter;
  zoom: Zoom;
  tall: boolean;
  selected: SelectedEntry;
  onChoose(item: LaneItem, laneId: string): void;
  onWhole(): void;
  /** The rows in view, drawn over the lanes. */
  box: Omit<RowsBoxProps, 'width' | 'window'> | null;
};

const HIGH = 18;
const TALL = 34;
const REACH = 6;

/** Lanes over one axis of time: bars of weeks when far, entries when near. */
export function LanesPicture(props: LanesPictureProps): ReactNode {
  const { lanes, by, filter, zoom, tall, selected, onChoose, onWhole, box } = props;
  const agencies = useAgencies();
  const patterns = usePatterns();
  const [area, setArea] = useState<HTMLDivElement | null>(null);
  const [axis, setAxis] = useState<HTMLDivElement | null>(null);
  const width = useWidth(axis);
  const { window } = zoom;
  const { scale, entries, more } = useLaneEntries(filter, by, lanes.lanes, window, width);
  const high = tall ? TALL : HIGH;
  const { near, barWeeks } = scale;
  // Scrolling moves the box over the lanes, many times a second; what they show stays as it is.
  const drawn = useMemo(
    () =>
      lanes.lanes.map((lane) => {
        const gaps = gapItems(lane.id, lanes.gaps, window);
        const items = near ? entryItems(lane.id, entries, window) : barsOf(lane, window, barWeeks);
        const spans = entries.filter((entry) => isSpan(entry) && entry.laneIds.includes(lane.id));
        return { id: lane.id, name: lane.name, items: inOrder([...items, ...gaps]), spans };
      }),
    [lanes.lanes, lanes.gaps, entries, window, near, barWeeks],
  );
  const picture = useMemo(() => {
    const most = Math.max(1, ...drawn.flatMap(({ items }) => items.map((item) => (item.kind === 'bar' ? item.entries : 0))));
    const ticks = ticksOf(window, Math.max(1, width));
    return { window, width, high, near, ticks, nights: nightsOf(window, width), scope: lanes.scope, most };
  }, [drawn, window, width, high, near, lanes.scope]);
  const { ticks } = picture;
  const keys = useLaneKeys({
    lanes: drawn,
    zoom,
    whole: onWhole,
    choose: onChoose,
    leave: focusList,
    focusRow: (row) => area?.querySelectorAll<HTMLElement>('[data-lane]')[row]?.focus(),
  });
  useWheel(area, axis, zoom);
  function pressed(event: PointerEvent<HTMLElement>): void {
    const plot = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-lane]') : null;
    const row = plot ? [...(area?.querySelectorAll('[data-lane]') ?? [])].indexOf(plot) : -1;
    const lane = drawn[row];
    if (!plot || !lane) return;
    plot.focus({ preventScroll: true });
    const perDay = width / spanOf(window);
    const item = itemAt(lane.items, window.from + (event.clientX - plot.getBoundingClientRect().left) / perDay, REACH / perDay);
    keys.set(row, item);
    if (item) onChoose(item, lane.id);
  }
  const pointer = usePlotPointer(width, zoom, pressed);
  const x = (at: number): number => ((at - window.from) / spanOf(window)) * width;
  const unit = scale.near
    ? 'One mark an entry'
    : scale.barWeeks === 1
      ? 'Entries each week'
      : `Entries each ${scale.barWeeks} weeks`;
  return (
    <div className="pl-ln-area" ref={setArea} {...pointer}>
      <HatchPattern />
      <div className="pl-ln-rows" role="group" aria-label={`Lanes by ${by}`}>
        <div className="pl-ln-lane pl-ln-axis">
          <span className="pl-ln-head pl-dim">{more && scale.near ? `${unit}; not all have room` : unit}</span>
          <div className="pl-ln-plot" ref={setAxis} aria-hidden>
            {ticks.map((tick) => (
              <span
                key={tick.at}
                data-strong={tick.strong || undefined}
                style={{ left: x(tick.at) }}
                hidden={x(tick.at) > width - 24}
              >
                {tick.label}
              </span>
            ))}
          </div>
        </div>
        {drawn.map((lane, row) => {
          const agency = by === 'agency' ? agencies.get(lane.id) : undefined;
          return (
            <LaneRow
              key={lane.id}
              name={lane.name}
              head={agency ? <AgencyTag agency={agency} /> : <span title={lane.name}>{lane.name}</span>}
              items={lane.items}
              spans={lane.spans}
              fill={agency ? agencyFill(agency.colour, patterns) : 'var(--pl-acc)'}
              drawn={picture}
              tabStop={row === Math.max(0, keys.row)}
              here={row === keys.row ? keys.here : null}
              selected={selected?.inLane(lane.id) ? selected.at : null}
              onFocus={() => keys.focus(row)}
              onKey={(event) => keys.key(event, row)}
            />
          );
        })}
        <div className="pl-ln-over">{box && width > 0 && <RowsBox {...box} window={window} width={width} />}</div>
      </div>
    </div>
  );
}
