import { useSyncExternalStore } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { useSession } from '#renderer/data/use-session.ts';

export type Made = OutputOf<'publish.make'>;

/** What was made last in this window, with its check sheet, and of which review. Gone with the window. */
let last: { reviewId: string | null; made: Made } | null = null;
const listeners = new Set<() => void>();

export function keepMade(reviewId: string | null, made: Made): void {
  last = { reviewId, made };
  for (const listener of listeners) listener();
}
export function useMade(): Made | null {
  const reviewId = useSession()?.reviewId ?? null;
  const kept = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => last,
  );
  return kept !== null && kept.reviewId === reviewId ? kept.made : null;
}
