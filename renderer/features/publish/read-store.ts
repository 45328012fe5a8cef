import { useSyncExternalStore } from 'react';

/** Contents, by their hash, of which somebody at this keyboard has said that they read the whole. Gone with the window. */
const read = new Set<string>();
const listeners = new Set<() => void>();

export function useRead(contentHash: string | undefined): readonly [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => contentHash !== undefined && read.has(contentHash),
  );
  const set = (next: boolean): void => {
    if (contentHash === undefined) return;
    if (next) read.add(contentHash);
    else read.delete(contentHash);
    for (const listener of listeners) listener();
  };
  return [on, set];
}
