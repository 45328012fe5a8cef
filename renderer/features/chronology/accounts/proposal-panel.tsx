import type { ReactNode } from 'react';
import type { Proposal } from '#shared/model/accounts.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { refLabel } from '../grid/entry-row.tsx';
import { ApartForm } from './apart-form.tsx';
import { Contradictions } from './contradictions.tsx';
import { reasonSentence } from './reason-words.ts';
import { SideBySide } from './side-by-side.tsx';

export type ProposalPanelProps = {
  item: Proposal;
  /** How many are marked in the list: what is done is done to all of them. */
  marked: number;
  cannot: string | null;
  asking: boolean;
  onGroup(): void;
  onAsk(): void;
  onHold(reason: string): void;
  onLeave(): void;
};

/** One proposal: why it is made, the two side by side, and the decision that waits. */
export function ProposalPanel(props: ProposalPanelProps): ReactNode {
  const { item, marked, cannot, asking, onGroup, onAsk, onHold, onLeave } = props;
  const { data, error } = useQuery('accounts.compare', { eventIds: [item.a.eventId, item.b.eventId] });
  const n = Math.max(1, marked);
  const known = [item.a, item.b].filter((head) => head.groupId !== null);
  return (
    <article className="pl-same-panel" aria-label={`Entries ${item.a.ref} and ${item.b.ref}`}>
      <header className="pl-same-decide">
        <h2>
          {refLabel(item.a.ref)} and {refLabel(item.b.ref)}
        </h2>
        <p>{reasonSentence(item.reasons)}.</p>
        {known.length > 0 && (
          <p className="pl-2">
            {known.map((head) => refLabel(head.ref)).join(' and ')} {known.length === 1 ? 'is' : 'are'} in a group already; the
            {known.length === 1 ? ' other joins it.' : ' two groups would come together.'}
          </p>
        )}
        {!asking && (
          <div className="pl-row pl-row-wrap">
            <Button look="main" cannot={cannot} onClick={onGroup}>
              {n > 1 ? `Group ${n} pairs` : 'Group as one event'}
            </Button>
            <Button cannot={cannot} onClick={onAsk}>
              {n > 1 ? `${n} pairs are not the same…` : 'Not the same event…'}
            </Button>
          </div>
        )}
        {asking && <ApartForm pairs={n} onHold={onHold} onLeave={onLeave} />}
      </header>
      <ErrorNote error={error} />
      {data && (
        <>
          <SideBySide accounts={data.accounts} contradictions={data.contradictions} reliedId={null} />
          <Contradictions items={data.contradictions} canSettle={false} />
        </>
      )}
    </article>
  );
}
