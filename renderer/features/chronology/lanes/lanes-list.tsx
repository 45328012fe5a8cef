import type { ReactNode } from 'react';
import type { EventFilter } from '#shared/contract/event-filter.ts';
import type { LanesBy } from '#shared/contract/lanes.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { LinkButton } from '#renderer/ui/button.tsx';
import { count, counted } from '#renderer/ui/date-text.tsx';
import { barsOf, entryItems, gapItems, inOrder, type LaneItem } from './lane-model.ts';
import { type TimeWindow, windowLabel } from './time-window.ts';
import { useLaneEntries, type Lanes } from './use-lanes.ts';

export type LanesListProps = {
  lanes: Lanes;
  by: LanesBy;
  filter: EventFilter;
  window: TimeWindow;
  onChoose(item: LaneItem, laneId: string): void;
};

/** The width for which the list is made: as many weeks in a line as a picture of this width would have in a bar. */
const AS_WIDE = 240;

/** What the lanes draw, in words: each lane its own table. */
export function LanesList({ lanes, by, filter, window, onChoose }: LanesListProps): ReactNode {
  const agencies = useAgencies();
  const { scale, entries } = useLaneEntries(filter, by, lanes.lanes, window, AS_WIDE);
  return (
    <div className="pl-ln-list" tabIndex={0} role="group" aria-label={`Lanes by ${by}, as a list`}>
      <p className="pl-2">{windowLabel(window)}</p>
      {lanes.lanes.map((lane) => {
        const gaps = gapItems(lane.id, lanes.gaps, window);
        const items = inOrder([
          ...(scale.near ? entryItems(lane.id, entries, window) : barsOf(lane, window, scale.barWeeks)),
          ...gaps,
        ]);
        const agency = by === 'agency' ? agencies.get(lane.id) : undefined;
        const sum = items.reduce((n, item) => n + item.entries, 0);
        return (
          <section key={lane.id}>
            <h3>
              {agency ? <AgencyTag agency={agency} /> : lane.name}{' '}
              <span className="pl-dim">
                {counted(sum, 'entry', 'entries')}
                {gaps.length > 0 && `, ${counted(gaps.length, 'stretch', 'stretches')} without contact`}
              </span>
            </h3>
            {items.length === 0 ? (
              <p className="pl-2">Nothing in this stretch of time.</p>
            ) : (
              <table className="pl-table" aria-label={lane.name}>
                <thead>
                  <tr>
                    <th scope="col">When</th>
                    <th scope="col">What</th>
                    <th scope="col" className="pl-num">
                      Entries
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((item) => (
                    <tr key={item.key}>
                      <th scope="row">
                        <LinkButton onClick={() => onChoose(item, lane.id)}>{item.when}</LinkButton>
                      </th>
                      <td>{item.kind === 'bar' ? '' : item.what}</td>
                      <td className="pl-num">{item.kind === 'gap' ? '–' : count(item.entries)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
        );
      })}
    </div>
  );
}
