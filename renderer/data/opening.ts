import { useSyncExternalStore } from 'react';

/** A review that has been chosen and waits for its passphrase, or for what its recovery sheet says. */
export type Opening = { ref: string; name: string; kept: string | null; by: 'passphrase' | 'recovery' };

let opening: Opening | null = null;
const listeners = new Set<() => void>();

export function setOpening(next: Opening | null): void {
  opening = next;
  for (const listener of listeners) listener();
}
export function useOpening(): Opening | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => opening,
  );
}
