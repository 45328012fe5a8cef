import type { ReactNode } from 'react';
import type { ReturnPreview } from '#shared/contract/returns.ts';
import { Button } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import type { ReturnQueue } from '../pending/return-queue.ts';
import type { PendingReturn } from '../pending/pending-return.ts';
import { changesIn } from '../diff/diff-words.ts';
import { cannotAdd, rowsNotWhole } from './needs.ts';
import './add-bar.css';

export type AddBarProps = {
  one: PendingReturn;
  preview: ReturnPreview;
  /** Why this session may not. */
  cannot: string | null;
  queue: ReturnQueue;
  onAdd(): void;
  /** It stays in the list, as it stands. */
  onLater(): void;
};

/** The foot of the mapping or the comparison: the one main button, keeping it for later, leaving it. */
export function AddBar({ one, preview, cannot, queue, onAdd, onLater }: AddBarProps): ReactNode {
  const notWhole = rowsNotWhole(preview);
  const why = cannot ?? cannotAdd(one, preview);
  const busy = one.state !== 'ready';
  return (
    <>
      {notWhole > 0 && (
        <label className="pl-rt-accept">
          <input
            type="checkbox"
            checked={one.accepted}
            onChange={(event) => queue.change(one.key, { accepted: event.currentTarget.checked })}
          />
          Take it though {counted(notWhole, 'row')} could not be taken whole
        </label>
      )}
      <Button look="main" cannot={why} onClick={onAdd}>
        {mainWords(one, preview)}
      </Button>
      {busy ? (
        <Button onClick={() => queue.stop(one.key)}>{one.state === 'adding' ? 'Stop adding' : 'Stop reading'}</Button>
      ) : (
        <Button onClick={onLater}>Keep for later</Button>
      )}
      <Button look="quiet" cannot={one.state === 'adding' ? 'It is being added' : null} onClick={() => queue.leave(one.key)}>
        Leave this file out
      </Button>
      <span className="pl-rt-end-words pl-2" aria-live="polite">
        {why ?? (preview.problems.length > 0 ? 'Problems go with the entries, and can be settled after.' : '')}
      </span>
    </>
  );
}

function mainWords({ diff }: PendingReturn, preview: ReturnPreview): string {
  if (diff) {
    const changes = changesIn(diff.counts);
    return changes === 0 ? 'Keep this file as a version' : `Accept ${counted(changes, 'change')}`;
  }
  return preview.entries === 0 ? 'Keep as a nil return' : `Add ${counted(preview.entries, 'entry', 'entries')} to the chronology`;
}
