import { type ReactNode, useEffect } from 'react';
import type { DiffRow } from '#shared/contract/return-versions.ts';
import type { AgencyReturn, ReturnPreview } from '#shared/contract/returns.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { DiffView } from '../diff/diff-view.tsx';
import { type PendingSide, VersionChoice } from '../diff/version-choice.tsx';
import { MappingView } from '../mapping/mapping-view.tsx';
import type { ReturnQueue } from './return-queue.ts';
import type { PendingReturn } from './pending-return.ts';
import { targetOf } from './target.ts';

export type PendingViewProps = {
  one: PendingReturn;
  preview: ReturnPreview;
  queue: ReturnQueue;
  returns: readonly AgencyReturn[];
  problemAt: number | null;
  onProblem(index: number): void;
  side: PendingSide;
  onSide(side: PendingSide): void;
  diffAt: DiffRow | null;
  onDiffAt(row: DiffRow | null): void;
};

/** A file on its way in: how a new return would go in, or what a later version of one would change. */
export function PendingView(props: PendingViewProps): ReactNode {
  const { one, preview, queue, returns, problemAt, onProblem, side, onSide, diffAt, onDiffAt } = props;
  const agencies = useAgencies();
  const target = targetOf(one);
  const { diff } = one;
  useEffect(() => onDiffAt(diff?.rows[0] ?? null), [diff, onDiffAt]);
  const choice = (
    <VersionChoice
      preview={preview}
      target={target}
      said={one.replaces !== undefined}
      returns={returns}
      agencies={agencies}
      side={side}
      onSide={onSide}
      onTarget={(replaces) => queue.change(one.key, { replaces })}
    />
  );
  if (diff === null || side === 'columns') {
    return (
      <MappingView
        one={one}
        preview={preview}
        queue={queue}
        returns={returns}
        problemAt={problemAt}
        onProblem={onProblem}
        choice={choice}
      />
    );
  }
  return (
    <div className="pl-rt-mapping" aria-busy={one.state !== 'ready' || undefined}>
      <div className="pl-rt-strip">{choice}</div>
      {one.error && (
        <div className="pl-rt-note">
          <ErrorNote error={one.error} />
        </div>
      )}
      <DiffView diff={diff} at={diffAt} onAt={onDiffAt} />
    </div>
  );
}
