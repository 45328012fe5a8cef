import { RefreshCw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { openTheSample } from '#renderer/data/open-sample.ts';
import { hrefTo, replaceParams, useRoute } from '#renderer/data/route.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { count, counted, InstantText } from '#renderer/ui/date-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { ApartView } from './apart-view.tsx';
import { ContradictionsView } from './contradictions-view.tsx';
import { GroupsView } from './groups-view.tsx';
import { listOf, type ListName } from './lists.ts';
import { ProposalsView } from './proposals-view.tsx';
import { useProposing } from './use-proposing.ts';
import './same-event.css';

/** The same event told by several agencies: proposed, grouped by a person, compared, contradictions settled. */
export function SameEventPage(): ReactNode {
  const workbench = useWorkbench();
  const may = useMay();
  const { params } = useRoute();
  const list = listOf(params);
  const [weaker, setWeaker] = useState(false);
  const { data: status, error } = useQuery('accounts.status', {});
  const job = useProposing(status?.stale ?? false);
  const cannotFind = job.pending ? 'Under way' : may('accounts.propose');
  const find = (
    <Button bar icon={<RefreshCw size={14} aria-hidden />} cannot={cannotFind} onClick={() => void job.run({})}>
      Look again
    </Button>
  );
  const sample = <LinkButton onClick={() => void openTheSample(workbench, 'chronology')}>See it in the sample</LinkButton>;
  const empty: Record<ListName, ReactNode> = {
    proposals: (
      <EmptyState
        title={status?.foundAt ? 'No pair waits' : 'The same event, told by several'}
        button={
          status?.foundAt && !weaker && status.weaker > 0 ? (
            <Button onClick={() => setWeaker(true)}>Show {counted(status.weaker, 'weaker proposal')}</Button>
          ) : (
            <Button look="main" cannot={cannotFind} onClick={() => void job.run({})}>
              Look for the same event
            </Button>
          )
        }
        also={!status?.foundAt && sample}
      >
        Entries of different agencies that may tell of one event, and rows that came twice, are proposed here with the reason.
        Nothing is put together by itself, and nothing of the entries changes.
      </EmptyState>
    ),
    groups: (
      <EmptyState
        title="No accounts are grouped yet"
        button={<Button onClick={() => show('proposals')}>Show proposals</Button>}
        also={sample}
      >
        A group holds the accounts of one event beside each other: who was told, who was there, which account the review relies on
        and why.
      </EmptyState>
    ),
    contradictions: (
      <EmptyState
        title="No accounts are grouped yet"
        button={<Button onClick={() => show('proposals')}>Show proposals</Button>}
        also={sample}
      >
        Where accounts of one event do not agree, it is listed here: seen or not seen, present or not, dates, times, numbers. Each
        is settled, or left open with a note.
      </EmptyState>
    ),
    apart: (
      <EmptyState title="No pair is held apart" button={<Button onClick={() => show('proposals')}>Show proposals</Button>}>
        A pair that you say is not the same event is kept here with the reason, and is not proposed again.
      </EmptyState>
    ),
  };
  return (
    <Page
      title="Same event"
      scroll="own"
      about={
        <SegmentedControl
          label="Lists"
          value={list}
          onChange={show}
          segments={[
            { value: 'proposals', label: status?.foundAt ? `Proposals ${count(status.shown)}` : 'Proposals' },
            { value: 'groups', label: `Groups ${count(status?.groups ?? 0)}` },
            { value: 'contradictions', label: 'Contradictions' },
            { value: 'apart', label: `Held apart ${count(status?.separate ?? 0)}` },
          ]}
        />
      }
      toolbar={
        <>
          {list === 'proposals' && status?.foundAt && (
            <>
              <span className="pl-page-about">
                {status.stale ? 'The entries have changed since' : 'Looked through'} <InstantText at={status.foundAt} />
              </span>
              <label className="pl-row pl-same-weaker">
                <input type="checkbox" checked={weaker} onChange={(event) => setWeaker(event.currentTarget.checked)} />
                Weaker proposals ({count(status.weaker)})
              </label>
              {find}
            </>
          )}
          <a className="pl-btn pl-btn-bar" href={hrefTo('chronology')}>
            Back to the list
          </a>
        </>
      }
      foot={<FootKeys keys={list === 'proposals' ? PROPOSAL_KEYS : LIST_KEYS} />}
    >
      <ErrorNote error={error ?? job.error} />
      {list === 'proposals' && <ProposalsView key={String(weaker)} weaker={weaker} empty={empty.proposals} />}
      {list === 'groups' && <GroupsView empty={empty.groups} />}
      {list === 'contradictions' && <ContradictionsView empty={empty.contradictions} />}
      {list === 'apart' && <ApartView empty={empty.apart} />}
    </Page>
  );
}

const show = (list: ListName): void => replaceParams({ list, group: undefined });

const PROPOSAL_KEYS = [
  ['S', 'same event'],
  ['X', 'not the same'],
  ['Space', 'mark'],
  ['Ctrl+A', 'mark all'],
  ['↑ ↓', 'next'],
] as const;
const LIST_KEYS = [['↑ ↓', 'next']] as const;
