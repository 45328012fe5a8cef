import type { ReactNode } from 'react';
import type { ReturnProblem } from '#shared/model/agency-return.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ProblemList } from '../problems/problem-list.tsx';
import { PaneHead } from './pane-head.tsx';

export type NoChronologyProps = { problems: readonly ReturnProblem[]; at: number | null; onAt(index: number): void };

/** A file in which no chronology was found: what it says, and what can be done with it. */
export function NoChronology({ problems, at, onAt }: NoChronologyProps): ReactNode {
  return (
    <div className="pl-rt-nothing">
      <EmptyState title="No chronology was found in this file">
        Kept as a nil return, it shows that the agency has answered, and the file stays in the review. If the agency holds
        contacts, ask it for them as a table: a row for each contact, with a date and what happened.
      </EmptyState>
      {problems.length > 0 && (
        <>
          <PaneHead title="What the file says">{null}</PaneHead>
          <ProblemList problems={problems} at={at} onAt={onAt} />
        </>
      )}
    </div>
  );
}
