import { type ReactNode, useState } from 'react';
import type { Contradiction, ContradictionState } from '#shared/model/accounts.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { useAgencies } from '#renderer/data/use-session.ts';
import { refLabel } from '../grid/entry-row.tsx';
import { kindWords } from './contradiction-words.ts';
import { contradictionKey } from './contradictions.tsx';
import { GroupPanel } from './group-panel.tsx';
import { ItemList } from './item-list.tsx';
import { ListAndDetail } from './list-and-detail.tsx';

const AT_ONCE = 100;

/** Every contradiction between accounts of one event, over the whole review: open, settled, left open. */
export function ContradictionsView({ empty }: { empty: ReactNode }): ReactNode {
  const [state, setState] = useState<ContradictionState>('open');
  const [starts, setStarts] = useState<readonly number[]>([]);
  const [wanted, setAt] = useState(0);
  const { data, error } = useQuery('accounts.contradictions', { states: [state], from: starts.at(-1) ?? null, limit: AT_ONCE });
  const { data: status } = useQuery('accounts.status', {});
  const items = data?.items ?? [];
  const at = Math.max(0, Math.min(wanted, items.length - 1));
  const item = items[at];
  if (status && status.groups === 0) return empty;
  return (
    <ListAndDetail
      list={
        <>
          <div className="pl-same-states">
            <SegmentedControl
              label="Contradictions"
              value={state}
              onChange={(next) => {
                setState(next);
                setStarts([]);
                setAt(0);
              }}
              segments={[
                { value: 'open', label: 'Open' },
                { value: 'settled', label: 'Settled' },
                { value: 'leftOpen', label: 'Left open' },
              ]}
            />
          </div>
          {data && items.length === 0 && <p className="pl-2 pl-same-states">Nothing found.</p>}
          <ItemList label="Contradictions" items={items} keyOf={contradictionKey} at={at} onAt={setAt}>
            {(one) => <ContradictionItem one={one} />}
          </ItemList>
        </>
      }
      pages={{
        before: starts.length > 0 ? () => setStarts(starts.slice(0, -1)) : null,
        after: data?.next != null ? () => setStarts([...starts, data.next ?? 0]) : null,
      }}
      detail={
        <>
          <ErrorNote error={error} />
          {item && <GroupPanel key={item.groupId} id={item.groupId} inHand={contradictionKey(item)} />}
        </>
      }
    />
  );
}

function ContradictionItem({ one }: { one: Contradiction }): ReactNode {
  const agencies = useAgencies();
  const side = ({ agencyId, ref, words }: Contradiction['a']): ReactNode => (
    <span className="pl-same-why pl-same-clamp">
      <b>
        {agencies.get(agencyId)?.letters} {refLabel(ref)}
      </b>{' '}
      {words}
    </span>
  );
  return (
    <>
      <StatusMark status={one.state === 'open' ? 'look' : one.state === 'settled' ? 'done' : 'note'}>{kindWords(one)}</StatusMark>
      {one.words && <span className="pl-same-why">{one.words}</span>}
      {side(one.a)}
      {side(one.b)}
    </>
  );
}
