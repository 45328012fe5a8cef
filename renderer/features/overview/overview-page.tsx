import { ArrowRight } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { dayNumber } from '#shared/kernel/clock.ts';
import { go, hrefTo } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { counted, dayLabel } from '#renderer/ui/date-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import { lanesOf } from './density.ts';
import { DensityLanes } from './density-lanes.tsx';
import { LanesList } from './lanes-list.tsx';
import { ReviewDetails } from './review-details.tsx';
import { nextOf, type Step, stepsOf } from './standing.ts';
import './overview-page.css';

const COLUMNS: readonly Column<Step>[] = [
  { key: 'name', head: 'Place', names: true, width: '17%', cell: (step) => <a href={hrefTo(step.place)}>{step.name}</a> },
  { key: 'there', head: 'What is there', width: '36%', cell: (step) => step.there },
  {
    key: 'waits',
    head: 'What waits',
    cell: (step) =>
      step.waits.length === 0 ? (
        <span className="pl-dim">Nothing</span>
      ) : (
        <span className="pl-waits">
          {step.waits.map((wait) => (
            <StatusMark key={wait.words} status="look">
              <a href={hrefTo(wait.place, wait.params)}>{wait.words}</a>
            </StatusMark>
          ))}
        </span>
      ),
  },
];

/** Where the review stands, what waits, and how much each agency recorded when. */
export function OverviewPage(): ReactNode {
  const { data, error } = useQuery('review.overview', {});
  const { data: review } = useQuery('review.get', {});
  const agencies = useAgencies();
  const [asList, setAsList] = useState(false);
  const [years, setYears] = useState<'scope' | 'all'>('scope');
  const lanes = useMemo(
    () =>
      data
        ? lanesOf(
            data.density,
            data.agencies.map((one) => one.agencyId),
          )
        : [],
    [data],
  );
  const next = data ? nextOf(data) : null;
  const blank = data && data.entries === 0 && data.actions === 0 && data.recommendations === 0;
  const scope =
    review?.scopeFrom && review.scopeTo
      ? `${dayLabel(review.scopeFrom, { weekday: false })} to ${dayLabel(review.scopeTo, { weekday: false })}`
      : '';
  const between =
    review?.scopeFrom && review.scopeTo ? ([dayNumber(review.scopeFrom), dayNumber(review.scopeTo) + 1] as const) : undefined;
  return (
    <Page
      title="Overview"
      about={[review?.title, scope].filter(Boolean).join(' · ')}
      inspector={<ReviewDetails />}
      foot={
        <FootKeys
          keys={[
            ['G, then a letter', 'go to a place'],
            ['Ctrl+K', 'find or do'],
            ['Ctrl+/', 'all shortcuts'],
          ]}
        />
      }
      toolbar={
        next &&
        !blank && (
          <Button look="main" bar after={<ArrowRight size={14} aria-hidden />} onClick={() => go(next.place)}>
            {next.words}
          </Button>
        )
      }
    >
      <ErrorNote error={error} />
      {blank && (
        <EmptyState
          title="Nothing is in this review yet"
          button={
            <Button look="main" onClick={() => go('returns')}>
              Put in the first return…
            </Button>
          }
          also={<a href={hrefTo('actions', { import: '1' })}>Start with the actions</a>}
        >
          Each agency’s file goes in as it came and reads as one chronology. Or start with the actions: paste them or open the
          Word file, say what must not appear, check, publish.
        </EmptyState>
      )}
      {data && (
        <section aria-labelledby="pl-stands" className="pl-overview-part">
          <div className="pl-overview-head">
            <h2 id="pl-stands">Where the review stands</h2>
          </div>
          <Table label="Where the review stands" columns={COLUMNS} rows={stepsOf(data)} rowKey={(step) => step.name} />
        </section>
      )}
      {data && lanes.length > 0 && (
        <section aria-labelledby="pl-when" className="pl-overview-part">
          <div className="pl-overview-head">
            <h2 id="pl-when">Who recorded, and when</h2>
            <span className="pl-dim">
              {counted(data.entries, 'entry', 'entries')} from {counted(lanes.length, 'agency', 'agencies')}
            </span>
            <span className="pl-push pl-row">
              {between && !asList && (
                <SegmentedControl
                  label="Years drawn"
                  value={years}
                  onChange={setYears}
                  segments={[
                    { value: 'scope', label: 'Period under review' },
                    { value: 'all', label: 'All years' },
                  ]}
                />
              )}
              <LinkButton onClick={() => setAsList(!asList)}>{asList ? 'The list as lanes' : 'Lanes as a list'}</LinkButton>
            </span>
          </div>
          {asList ? (
            <LanesList lanes={lanes} agencies={agencies} standings={data.agencies} />
          ) : (
            <DensityLanes lanes={lanes} agencies={agencies} between={years === 'scope' ? between : undefined} />
          )}
        </section>
      )}
    </Page>
  );
}
