import type { ReactNode } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { change, joinAbove, setKind, type Staged, stagedWords, switchOn, toItems } from './staged.ts';
import { StagedItem } from './staged-item.tsx';

export type StagedListProps = {
  found: OutputOf<'action.read'> | null;
  /** The file it was read from; null: pasted. */
  from: string | null;
  staged: readonly Staged[];
  asReason: boolean;
  hasReason: boolean;
  onStaged(next: readonly Staged[]): void;
  onAsReason(on: boolean): void;
};

/** What was read, line by line, before anything is changed. */
export function StagedList(props: StagedListProps): ReactNode {
  const { found, from, staged, asReason, hasReason, onStaged, onAsReason } = props;
  if (found === null) {
    return (
      <div className="pl-empty">
        <h2>What is read stands here</h2>
        <p>Nothing is added until it has been looked over. Each line can be switched off, changed, or joined to the one above.</p>
      </div>
    );
  }
  const words = stagedWords(toItems(staged));
  return (
    <div className="pl-staged">
      <div className="pl-staged-head">
        <h2>{staged.length > 0 ? `Read: ${words || 'nothing is switched on'}` : 'No action was found'}</h2>
        {from !== null && <p className="pl-2">From {from}</p>}
        {found.problems.length > 0 && (
          <ul className="pl-staged-problems">
            {found.problems.map((problem) => (
              <li key={problem}>
                <StatusMark status="look" /> {problem}
              </li>
            ))}
          </ul>
        )}
      </div>
      {found.preamble.trim() !== '' && (
        <div className="pl-staged-head">
          <label className="pl-staged-tick">
            <input type="checkbox" checked={asReason} onChange={(event) => onAsReason(event.currentTarget.checked)} />
            <span>
              Use what stands before them as the reason for not publishing the report
              {hasReason && <span className="pl-dim">. It takes the place of the reason that is there.</span>}
            </span>
          </label>
          <p className="pl-staged-reason">{found.preamble}</p>
        </div>
      )}
      <ol aria-label="As read">
        {staged.map((one, i) => (
          <StagedItem
            key={one.key}
            staged={one}
            first={i === 0}
            onSwitch={(on) => onStaged(switchOn(staged, one.key, on))}
            onChange={(patch) => onStaged(change(staged, one.key, patch))}
            onKind={(kind) => onStaged(setKind(staged, one.key, kind))}
            onJoin={() => onStaged(joinAbove(staged, one.key))}
          />
        ))}
      </ol>
    </div>
  );
}
