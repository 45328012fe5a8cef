import { type ReactNode, useState } from 'react';
import type { Proposal } from '#shared/model/accounts.ts';
import { newId } from '#shared/kernel/ids.ts';
import { usePageCommands } from '#renderer/commands/page-commands.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { count } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { HeadLine } from './head-line.tsx';
import { ItemList } from './item-list.tsx';
import { ListAndDetail } from './list-and-detail.tsx';
import { ProposalPanel } from './proposal-panel.tsx';
import { reasonSentence } from './reason-words.ts';

const AT_ONCE = 100;

/** A row that came twice, and the order in the list: by the numbers of both entries. */
const keyOf = (item: Proposal): string => `${item.a.eventId} ${item.b.eventId}`;

export type ProposalsViewProps = { weaker: boolean; empty: ReactNode };

/** Pairs that wait: one in hand beside its two accounts, several marked where they go together. */
export function ProposalsView({ weaker, empty }: ProposalsViewProps): ReactNode {
  const may = useMay();
  const [starts, setStarts] = useState<readonly number[]>([]);
  const { data, error } = useQuery('accounts.proposals', { weaker, from: starts.at(-1) ?? null, limit: AT_ONCE });
  const [wanted, setAt] = useState(0);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const group = useCommand('accounts.makeGroups', {
    said: ({ groups, entries }) =>
      `${count(entries)} ${entries === 1 ? 'entry' : 'entries'} grouped, ${count(groups)} ${groups === 1 ? 'event' : 'events'}.`,
  });
  const apart = useCommand('accounts.notSame', {
    said: ({ pairs }) => (pairs === 1 ? 'Held apart.' : `${pairs} pairs held apart.`),
  });
  const items = data?.items ?? [];
  const at = Math.max(0, Math.min(wanted, items.length - 1));
  const item = items[at];
  const chosen = marked.size > 0 ? items.filter((one) => marked.has(keyOf(one))) : item ? [item] : [];
  const cannot = may('accounts.makeGroups');

  async function groupChosen(): Promise<void> {
    const groups = chosen.map(({ a, b }) => ({ id: newId(), eventIds: [a.eventId, b.eventId] }));
    const done = await group.run({ groups });
    if (done.ok) setMarked(new Set());
  }
  async function holdApart(reason: string): Promise<void> {
    const pairs = chosen.map(({ a, b }) => ({ id: newId(), aId: a.eventId, bId: b.eventId }));
    const done = await apart.run({ pairs, reason });
    if (!done.ok) return;
    setMarked(new Set());
    setAsking(false);
  }
  const none = chosen.length === 0 ? 'Nothing waits here' : null;
  usePageCommands([
    { id: 'same.group', label: 'Group as one event', keys: ['S'], cannot: () => none ?? cannot, run: () => void groupChosen() },
    { id: 'same.apart', label: 'Not the same event…', keys: ['X'], cannot: () => none ?? cannot, run: () => setAsking(true) },
  ]);
  if (data && items.length === 0 && starts.length === 0) return empty;
  return (
    <ListAndDetail
      list={
        <ItemList
          label="Pairs that may be one event"
          items={items}
          keyOf={keyOf}
          at={at}
          onAt={(next) => {
            setAt(next);
            setAsking(false);
          }}
          marked={marked}
          onMark={setMarked}
        >
          {(one) => (
            <>
              <HeadLine head={one.a} />
              <HeadLine head={one.b} />
              <span className="pl-same-why">
                {one.kind === 'duplicate' && <b>The same row twice. </b>}
                {one.weaker && <b>Weaker. </b>}
                {reasonSentence(one.reasons)}
              </span>
            </>
          )}
        </ItemList>
      }
      pages={{
        before: starts.length > 0 ? () => setStarts(starts.slice(0, -1)) : null,
        after: data?.next != null ? () => setStarts([...starts, data.next ?? 0]) : null,
      }}
      detail={
        <>
          <ErrorNote error={error ?? group.error ?? apart.error} />
          {item && (
            <ProposalPanel
              key={keyOf(item)}
              item={item}
              marked={marked.size}
              cannot={cannot}
              asking={asking}
              onGroup={() => void groupChosen()}
              onAsk={() => setAsking(true)}
              onHold={(reason) => void holdApart(reason)}
              onLeave={() => setAsking(false)}
            />
          )}
        </>
      }
    />
  );
}
