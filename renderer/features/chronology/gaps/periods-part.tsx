import type { ReactNode } from 'react';
import type { ReviewPeriod } from '#shared/contract/gaps.ts';
import type { Agency } from '#shared/contract/review.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { count, counted, dayLabel } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import { EntryExcerpts } from './named-panel.tsx';

type Standing = OutputOf<'periods.standing'>['agencies'][number];
type Row = { agency: Agency; standing: Standing };

export const sidesLabel = ({ from, to }: { from: string | null; to: string | null }): string => {
  const day = (value: string): string => dayLabel(value, { weekday: false });
  if (from && to) return `${day(from)} to ${day(to)}`;
  return from ? `from ${day(from)}` : to ? `until ${day(to)}` : 'not set';
};

const number = (key: keyof Omit<Standing, 'agencyId'>, head: string): Column<Row> => ({
  key,
  head,
  num: true,
  cell: ({ standing }) => (standing[key] === 0 ? <span className="pl-dim">0</span> : count(standing[key])),
});
const COLUMNS: readonly Column<Row>[] = [
  { key: 'agency', head: 'Entries of', names: true, cell: ({ agency }) => <AgencyTag agency={agency} /> },
  number('detailed', 'Detailed'),
  number('exception', 'Exception'),
  number('background', 'Background'),
  number('outside', 'Outside'),
  number('undated', 'No date'),
];

export type PeriodsPartProps = { onEdit(kind: ReviewPeriod['kind'], period: ReviewPeriod | null): void };

/** What was asked for in detail, what in summary, what besides; and what came that lies outside all of it. */
export function PeriodsPart({ onEdit }: PeriodsPartProps): ReactNode {
  const may = useMay();
  const agencies = useAgencies();
  const { data, error } = useQuery('periods.list', {});
  const { data: standing } = useQuery('periods.standing', {});
  if (!data) return <ErrorNote error={error} />;
  const background = data.periods.filter((period) => period.kind === 'background');
  const exceptions = data.periods.filter((period) => period.kind === 'exception');
  const rows = (standing?.agencies ?? []).flatMap((one): Row[] => {
    const agency = agencies.get(one.agencyId);
    return agency ? [{ agency, standing: one }] : [];
  });
  const outside = rows.reduce((sum, row) => sum + row.standing.outside, 0);
  const edit = (period: ReviewPeriod): ReactNode => (
    <LinkButton
      cannot={may('periods.change')}
      aria-label={`Change the ${period.kind === 'exception' ? 'exception' : 'background period'} ${sidesLabel(period)}`}
      onClick={() => onEdit(period.kind, period)}
    >
      Change
    </LinkButton>
  );
  return (
    <section aria-labelledby="pl-gap-periods" className="pl-gap-part">
      <div className="pl-gap-head">
        <h2 id="pl-gap-periods">Periods</h2>
        <span className="pl-push pl-row">
          {background.length === 0 && (
            <Button bar cannot={may('periods.add')} onClick={() => onEdit('background', null)}>
              Add the background period…
            </Button>
          )}
          <Button bar cannot={may('periods.add')} onClick={() => onEdit('exception', null)}>
            Add an exception…
          </Button>
        </span>
      </div>
      <dl className="pl-gap-periods">
        <dt>Detailed</dt>
        <dd>
          {sidesLabel(data.detailed)} <a href={hrefTo('overview')}>Set on Overview</a>
        </dd>
        <dt>Background, in summary</dt>
        {background.length === 0 && <dd className="pl-dim">not set</dd>}
        {background.map((period) => (
          <dd key={period.id}>
            {sidesLabel(period)}
            {period.reason && ` – ${period.reason}`} {edit(period)}
          </dd>
        ))}
        <dt>Exceptions</dt>
        {exceptions.length === 0 && <dd className="pl-dim">none</dd>}
        {exceptions.map((period) => {
          const agency = agencies.get(period.agencyId ?? '');
          return (
            <dd key={period.id}>
              {agency && <AgencyTag agency={agency} />} {sidesLabel(period)} – {period.reason} {edit(period)}
            </dd>
          );
        })}
      </dl>
      {rows.length > 0 && <Table label="Entries by period" columns={COLUMNS} rows={rows} rowKey={(row) => row.agency.id} />}
      {standing && outside > 0 && (
        <details className="pl-gap-outside">
          <summary>{counted(outside, 'entry lies', 'entries lie')} outside every period</summary>
          <EntryExcerpts entries={standing.outside} />
          {outside > standing.outside.length && <p className="pl-2">The first {count(standing.outside.length)} are shown.</p>}
        </details>
      )}
    </section>
  );
}
