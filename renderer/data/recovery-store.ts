import { useSyncExternalStore } from 'react';
import type { RecoverySheet } from '#shared/contract/session.ts';
import type { Place } from './route.ts';

/** The sheet while it is on screen, and where the person goes after it. It is nowhere else in the page. */
export type ShownSheet = { sheet: RecoverySheet; next: Place };

let shown: ShownSheet | null = null;
const listeners = new Set<() => void>();

export function showSheet(next: ShownSheet | null): void {
  shown = next;
  for (const listener of listeners) listener();
}
export function useShownSheet(): ShownSheet | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}
