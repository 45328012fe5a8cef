import type { ReactNode } from 'react';
import type { RegisterRow } from '#shared/contract/register.ts';
import type { RegisterKind } from '#shared/model/register.ts';
import { useIdentified } from '#renderer/data/use-session.ts';
import { PseudonymChip } from '#renderer/ui/chip.tsx';

const HEADS: readonly [RegisterKind, string][] = [
  ['person', 'People'],
  ['place', 'Places'],
  ['organisation', 'Organisations'],
  ['reference', 'Numbers'],
];
const MOST = 60;

/** Who and what is on the register, by kind; real names only while they may be shown. */
export function RegisterList({ rows }: { rows: readonly RegisterRow[] }): ReactNode {
  const identified = useIdentified();
  return HEADS.map(([kind, head]) => {
    const own = rows.filter((row) => row.entry.kind === kind);
    if (own.length === 0) return null;
    return (
      <div key={kind} className="pl-pub-kind">
        <h4>
          {head} <span className="pl-dim">{own.length}</span>
        </h4>
        <ul>
          {own.slice(0, MOST).map(({ entry }) => (
            <li key={entry.id}>
              {identified && <span>{entry.realName}</span>}
              {entry.publishAs === 'realName' ? (
                <span className="pl-2">may stand as it is</span>
              ) : (
                <PseudonymChip>{entry.publishAs === 'omit' || !entry.pseudonym ? 'left out' : entry.pseudonym}</PseudonymChip>
              )}
            </li>
          ))}
        </ul>
        {own.length > MOST && <p className="pl-2">and {own.length - MOST} more</p>}
      </div>
    );
  });
}
