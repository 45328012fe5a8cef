import type { ReactNode } from 'react';
import { useAgencies } from '#renderer/data/use-session.ts';
import './same-event.css';

export type AlsoToldMarkProps = { agencyIds: readonly string[]; relied: 'this' | 'another' | 'none' };

/** A quiet mark in a list: who else tells of the same event, by letters; a screen reader hears the names. */
export function AlsoToldMark({ agencyIds, relied }: AlsoToldMarkProps): ReactNode {
  const agencies = useAgencies();
  const known = agencyIds.map((id) => agencies.get(id)).filter((agency) => agency !== undefined);
  const choice = relied === 'this' ? ', relied on' : relied === 'another' ? ', another account is relied on' : '';
  return (
    <span className="pl-also-told" title={`Also told by ${known.map((agency) => agency.name).join(', ')}${choice}`}>
      <span aria-hidden>also {known.map((agency) => agency.letters).join(', ')}</span>
      <span className="pl-hidden">
        also told by {known.map((agency) => agency.name).join(', ')}
        {choice}
      </span>
    </span>
  );
}
