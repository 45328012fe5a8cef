import { type ReactNode, useState } from 'react';
import type { OpenItem } from '#shared/contract/discussion.ts';
import type { Agency } from '#shared/contract/review.ts';
import { go, hrefTo, replaceParams, useRoute } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useAgencies, useIdentified } from '#renderer/data/use-session.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { count, counted, InstantText } from '#renderer/ui/date-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { useFrame } from '#renderer/ui/frame-slots.tsx';
import { SelectField } from '#renderer/ui/field.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { refLabel } from '../grid/entry-row.tsx';
import { FIELD_NAMES } from '../inspector/field-names.ts';
import { OpenThread } from './open-thread.tsx';
import { daysSince } from './days-since.ts';
import './threads.css';

type Row = OpenItem & { agency: Agency | undefined; by: string; days: number };
type Who = 'all' | 'mine' | 'others';
type Kind = 'all' | OpenItem['kind'];

const COLUMNS: readonly Column<Row>[] = [
  { key: 'entry', head: 'Entry', names: true, cell: entryCell },
  { key: 'agency', head: 'Agency', cell: ({ agency }) => agency && <AgencyTag agency={agency} lettersOnly /> },
  { key: 'kind', head: 'What', cell: kindWords },
  {
    key: 'words',
    head: 'What was said',
    width: '42%',
    cell: ({ words, last }) => (
      <span className="pl-ch-thread-words">
        {words}
        {last?.body && <span className="pl-2 pl-dim"> · last: {last.body}</span>}
      </span>
    ),
  },
  { key: 'who', head: 'By', width: '15%', cell: ({ by }) => by },
  { key: 'replies', head: 'Replies', num: true, cell: ({ replies }) => (replies > 0 ? count(replies) : '–') },
  { key: 'at', head: 'Since', cell: sinceCell },
];

const MOST = 1000;

/** Everything that still waits for a word: threads nobody settled and open challenges, the oldest first. */
export function ThreadsPage(): ReactNode {
  const frame = useFrame();
  const identified = useIdentified();
  const agencies = useAgencies();
  const { params } = useRoute();
  const [who, setWho] = useState<Who>('all');
  const [kind, setKind] = useState<Kind>('all');
  const [agencyId, setAgencyId] = useState('');
  const { data, error } = useQuery('discussion.open', { who, kind, agencyId: agencyId || null, limit: MOST });
  const id = params['thread'] ?? null;
  const rows = (data?.items ?? []).map((item): Row => {
    const by = item.mine ? 'You' : (identified && item.person) || item.post.trim() || 'Review panel';
    return { ...item, agency: agencies.get(item.agencyId), by, days: daysSince(item.at) };
  });
  const chosen = rows.find((row) => row.id === id);
  const narrowed = who !== 'all' || kind !== 'all' || agencyId !== '';
  const clear = (): void => {
    setWho('all');
    setKind('all');
    setAgencyId('');
  };
  return (
    <Page
      title="Open threads"
      about={
        <SegmentedControl
          label="Begun by"
          value={who}
          onChange={setWho}
          segments={[
            { value: 'all', label: 'Everybody’s' },
            { value: 'mine', label: 'Yours' },
            { value: 'others', label: 'Others’' },
          ]}
        />
      }
      toolbar={
        <>
          <span className="pl-row pl-ch-thread-choices">
            <SelectField
              label="What"
              quiet
              value={kind}
              onChange={setKind}
              options={[
                { value: 'all', label: 'Everything open' },
                { value: 'annotation', label: 'Threads' },
                { value: 'challenge', label: 'Challenges' },
              ]}
            />
            <SelectField
              label="Agency"
              quiet
              value={agencyId}
              onChange={setAgencyId}
              options={[
                { value: '', label: 'All agencies' },
                ...[...agencies.values()].map(({ id: value, name }) => ({ value, label: name })),
              ]}
            />
          </span>
          <a className="pl-btn pl-btn-bar" href={hrefTo('chronology')}>
            Back to the list
          </a>
        </>
      }
      inspector={chosen && <OpenThread key={chosen.id} item={chosen} agency={chosen.agency} />}
      foot={
        <FootKeys
          selection={data ? `${counted(data.total, 'open item')}` : ''}
          keys={[
            ['↑ ↓', 'next'],
            ['Enter', 'go to the entry'],
            ['Ctrl+Z', 'undo'],
          ]}
        />
      }
    >
      <ErrorNote error={error} />
      {data && rows.length === 0 ? (
        <EmptyState
          title={narrowed ? 'Nothing open matches' : 'Nothing is open'}
          button={
            narrowed ? (
              <Button onClick={clear}>Show everything open</Button>
            ) : (
              <Button onClick={() => go('chronology')}>Back to the list</Button>
            )
          }
        >
          {narrowed
            ? 'Other threads or challenges may be open.'
            : 'An annotation opens a thread until somebody settles it, and a challenge stays open until it is accepted, refused or withdrawn. Select an entry and press A or C.'}
        </EmptyState>
      ) : (
        <Table
          label="Open threads"
          arrive
          columns={COLUMNS}
          rows={rows}
          rowKey={(row) => row.id}
          selected={id}
          onSelect={(row) => {
            frame.setInspectorOpen(true);
            replaceParams({ thread: row.id });
          }}
          onOpen={(row) => go('chronology', { entry: row.eventId })}
        />
      )}
      {data && data.total > rows.length && (
        <p className="pl-2">
          The {count(rows.length)} oldest of {count(data.total)} are listed.
        </p>
      )}
    </Page>
  );
}

function sinceCell({ at, days }: Row): ReactNode {
  return (
    <>
      <span className="pl-nowrap">
        <InstantText at={at} />
      </span>
      {days > 0 && <span className="pl-2 pl-nowrap pl-ch-thread-day">{counted(days, 'day')}</span>}
    </>
  );
}

function entryCell({ ref, dateLabel }: OpenItem): ReactNode {
  return (
    <>
      <span className="pl-nowrap">{refLabel(ref)}</span> <span className="pl-2 pl-nowrap pl-ch-thread-day">{dateLabel}</span>
    </>
  );
}

function kindWords({ kind, field }: OpenItem): string {
  return kind === 'annotation' ? 'Thread' : `Challenge: ${field ? FIELD_NAMES[field] : ''}`;
}
