import type { ReactNode } from 'react';
import { isoDay } from '#shared/kernel/clock.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { Agency } from '#shared/contract/review.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { count, dayLabel } from '#renderer/ui/date-text.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import { type Lane, mondayOf } from './density.ts';

type Standing = OutputOf<'review.overview'>['agencies'][number];
type Row = { agency: Agency; lane: Lane; standing: Standing | undefined };
export type LanesListProps = {
  lanes: readonly Lane[];
  agencies: ReadonlyMap<string, Agency>;
  standings: readonly Standing[];
};

const day = (value: string | null | undefined): string => (value ? dayLabel(value, { weekday: false }) : '–');
const COLUMNS: readonly Column<Row>[] = [
  { key: 'agency', head: 'Agency', names: true, cell: ({ agency }) => <AgencyTag agency={agency} /> },
  { key: 'entries', head: 'Entries', num: true, cell: ({ agency }) => count(agency.entries) },
  { key: 'first', head: 'First', cell: ({ standing }) => <span className="pl-nowrap">{day(standing?.first)}</span> },
  { key: 'last', head: 'Last', cell: ({ standing }) => <span className="pl-nowrap">{day(standing?.last)}</span> },
  {
    key: 'busiest',
    head: 'Busiest week',
    cell: ({ lane }) =>
      lane.busiest ? (
        <span className="pl-nowrap">{`${count(lane.busiest.entries)} from ${day(isoDay(mondayOf(lane.busiest.week)))}`}</span>
      ) : (
        '–'
      ),
  },
  {
    key: 'gap',
    head: 'Longest gap',
    cell: ({ lane }) =>
      lane.longest ? (
        <span className="pl-nowrap">{`${count(lane.longest.days)} days from ${day(isoDay(mondayOf(lane.longest.from)))}`}</span>
      ) : (
        'none'
      ),
  },
  {
    key: 'problems',
    head: 'To look at',
    num: true,
    cell: ({ agency, standing }) =>
      standing?.problems ? (
        <a href={hrefTo('chronology', { agency: agency.id, problems: '1' })}>{count(standing.problems)}</a>
      ) : (
        <span className="pl-dim">0</span>
      ),
  },
];

/** What the lanes draw, in words and numbers. */
export function LanesList({ lanes, agencies, standings }: LanesListProps): ReactNode {
  const rows = lanes.flatMap((lane): Row[] => {
    const agency = agencies.get(lane.agencyId);
    return agency ? [{ agency, lane, standing: standings.find((one) => one.agencyId === lane.agencyId) }] : [];
  });
  return <Table label="Entries by agency" columns={COLUMNS} rows={rows} rowKey={(row) => row.agency.id} />;
}
