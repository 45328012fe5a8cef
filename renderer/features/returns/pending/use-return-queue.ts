import { useEffect, useSyncExternalStore } from 'react';
import { useMay } from '#renderer/data/use-may.ts';
import { useIdentified, useSession } from '#renderer/data/use-session.ts';
import { useWorkbench, type Workbench } from '#renderer/data/workbench.tsx';
import { createReturnQueue, type ReturnQueue } from './return-queue.ts';
import type { PendingReturn } from './pending-return.ts';

/** For the life of the window, so that a return kept for later is there when its place is gone to again. */
const queues = new WeakMap<Workbench, ReturnQueue>();

export function useReturnQueue(): { queue: ReturnQueue; pending: readonly PendingReturn[] } {
  const workbench = useWorkbench();
  let queue = queues.get(workbench);
  if (!queue) {
    queue = createReturnQueue(workbench);
    queues.set(workbench, queue);
  }
  const identified = useIdentified();
  const may = useMay()('returns.preview') === null && identified;
  const held = queue;
  const reviewId = useSession()?.reviewId ?? null;
  useEffect(() => {
    if (reviewId !== null) held.inReview(reviewId);
    held.mayRead(may);
  }, [held, may, reviewId]);
  return { queue, pending: useSyncExternalStore(queue.subscribe, queue.list) };
}
