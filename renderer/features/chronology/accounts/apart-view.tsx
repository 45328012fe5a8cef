import { type ReactNode, useState } from 'react';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { refLabel } from '../grid/entry-row.tsx';
import { HeadLine } from './head-line.tsx';
import { ItemList } from './item-list.tsx';
import { ListAndDetail } from './list-and-detail.tsx';
import { SideBySide } from './side-by-side.tsx';

/** Pairs that somebody said are not the same event, with the reason; each can be proposed again. */
export function ApartView({ empty }: { empty: ReactNode }): ReactNode {
  const { data: items = [], error, loading } = useQuery('accounts.separate', {});
  const [wanted, setAt] = useState(0);
  const at = Math.max(0, Math.min(wanted, items.length - 1));
  const item = items[at];
  const eventIds = item ? [item.a.eventId, item.b.eventId] : [];
  const { data: sides } = useQuery('accounts.compare', { eventIds }, { enabled: item !== undefined });
  const again = useCommand('accounts.maybeSame', { said: 'It may be proposed again.' });
  const cannot = useMay()('accounts.maybeSame');
  if (!loading && items.length === 0) return empty;
  return (
    <ListAndDetail
      list={
        <ItemList label="Pairs held apart" items={items} keyOf={({ id }) => id} at={at} onAt={setAt}>
          {(one) => (
            <>
              <HeadLine head={one.a} />
              <HeadLine head={one.b} />
              <span className="pl-same-why">{one.reason}</span>
            </>
          )}
        </ItemList>
      }
      detail={
        <>
          <ErrorNote error={error ?? again.error} />
          {item && (
            <article className="pl-same-panel" aria-label="Held apart">
              <header className="pl-same-decide">
                <h2>
                  {refLabel(item.a.ref)} and {refLabel(item.b.ref)} are held apart
                </h2>
                <p>
                  {item.reason} {item.person && <span className="pl-2 pl-dim">{item.person}</span>}
                </p>
                <div className="pl-row">
                  <Button cannot={cannot} onClick={() => void again.run({ id: item.id, rowVersion: item.rowVersion })}>
                    Propose the pair again
                  </Button>
                </div>
              </header>
              {sides && <SideBySide accounts={sides.accounts} contradictions={sides.contradictions} reliedId={null} />}
            </article>
          )}
        </>
      }
    />
  );
}
