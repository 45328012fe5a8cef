import type { ReactNode } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import './same-event.css';

type Told = OutputOf<'accounts.alsoTold'>;

/** More letters than these are a number. */
const MOST = 2;

/** One answer serves all rows: what is grouped is looked up by entry. */
const byEntry = new WeakMap<Told, ReadonlyMap<string, Told[number]>>();
function lookUp(told: Told, eventId: string): Told[number] | undefined {
  let map = byEntry.get(told);
  if (!map) byEntry.set(told, (map = new Map(told.map((one) => [one.eventId, one]))));
  return map.get(eventId);
}

/** `brief`: beside other signs there is room for a number alone. */
export type AlsoToldMarkProps = { eventId: string; brief: boolean };

/** A quiet mark in a list: who else tells of the same event, by letters; a screen reader hears the names. */
export function AlsoToldMark({ eventId, brief }: AlsoToldMarkProps): ReactNode {
  const agencies = useAgencies();
  const { data } = useQuery('accounts.alsoTold', { eventIds: null });
  const told = data && lookUp(data, eventId);
  if (!told) return null;
  const known = told.agencyIds.map((id) => agencies.get(id)).filter((agency) => agency !== undefined);
  const names = `also told by ${known.map((agency) => agency.name).join(', ')}`;
  const choice = told.relied === 'this' ? ', relied on' : told.relied === 'another' ? ', another account is relied on' : '';
  const letters = known.slice(0, MOST).map((agency) => agency.letters);
  return (
    <span className="pl-also-told" title={`${names[0]?.toUpperCase()}${names.slice(1)}${choice}`}>
      <span aria-hidden>
        +{brief ? told.others : letters.join(' ')}
        {!brief && known.length > MOST && ` +${known.length - MOST}`}
      </span>
      <span className="pl-hidden">
        , {names}
        {choice}
      </span>
    </span>
  );
}
