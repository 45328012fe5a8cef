import { type ReactNode, useState } from 'react';
import type { GroupLine } from '#shared/model/accounts.ts';
import { replaceParams, useRoute } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { refLabel } from '../grid/entry-row.tsx';
import { GroupPanel } from './group-panel.tsx';
import { ItemList } from './item-list.tsx';
import { ListAndDetail } from './list-and-detail.tsx';

const AT_ONCE = 100;

/** The groups in the order of the chronology, the one in hand beside its accounts. */
export function GroupsView({ empty }: { empty: ReactNode }): ReactNode {
  const { params } = useRoute();
  const [starts, setStarts] = useState<readonly number[]>([]);
  const { data, error } = useQuery('accounts.groups', { from: starts.at(-1) ?? null, limit: AT_ONCE });
  const items = data?.items ?? [];
  const asked = params['group'];
  const found = items.findIndex((item) => item.id === asked);
  const at = Math.max(0, found);
  // A group on another page of the list is shown all the same.
  const shown =
    found < 0 && asked && !data?.items.some((item) => item.id === asked) && starts.length === 0 ? asked : items[at]?.id;
  if (data && items.length === 0 && starts.length === 0) return empty;
  return (
    <ListAndDetail
      list={
        <ItemList
          label="Groups"
          items={items}
          keyOf={(item) => item.id}
          at={at}
          onAt={(next) => replaceParams({ group: items[next]?.id })}
        >
          {(item) => <GroupItem item={item} />}
        </ItemList>
      }
      pages={{
        before: starts.length > 0 ? () => setStarts(starts.slice(0, -1)) : null,
        after: data?.next != null ? () => setStarts([...starts, data.next ?? 0]) : null,
      }}
      detail={
        <>
          <ErrorNote error={error} />
          {shown && <GroupPanel key={shown} id={shown} />}
        </>
      }
    />
  );
}

function GroupItem({ item }: { item: GroupLine }): ReactNode {
  const agencies = useAgencies();
  const [first] = item.accounts;
  return (
    <>
      <span className="pl-same-head">
        {item.accounts.map((head) => {
          const agency = agencies.get(head.agencyId);
          return agency && <AgencyTag key={head.eventId} agency={agency} lettersOnly />;
        })}
        <span className="pl-dim">{first?.dateLabel}</span>
      </span>
      <span className="pl-same-why">
        {item.accounts.map((head) => refLabel(head.ref)).join(', ')}
        {item.reliedId !== null &&
          `; relies on ${refLabel(item.accounts.find((head) => head.eventId === item.reliedId)?.ref ?? 0)}`}
      </span>
      <span className="pl-same-why pl-same-clamp">{first?.text}</span>
    </>
  );
}
