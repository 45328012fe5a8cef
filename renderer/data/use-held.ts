import { useCallback, useSyncExternalStore } from 'react';
import { useSession } from './use-session.ts';

/**
 * What has been typed and not yet kept, by review, view and name: going elsewhere in the window loses nothing, and what was
 * typed while names were shown does not show while they are not. Gone with the window.
 */
const held = new Map<string, unknown>();
const listeners = new Set<() => void>();

function put(key: string, value: unknown): void {
  if (value === undefined) held.delete(key);
  else held.set(key, value);
  for (const listener of listeners) listener();
}

/** The typed value, else the kept one as it is now; `release` once it is kept. */
export function useHeld<T>(name: string, kept: T): readonly [value: T, set: (next: T) => void, release: () => void] {
  const session = useSession();
  const key = `${session?.reviewId ?? ''} ${session?.view ?? ''} ${name}`;
  const typed = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => held.get(key) as T | undefined,
  );
  const set = useCallback((next: T) => put(key, next), [key]);
  const release = useCallback(() => put(key, undefined), [key]);
  return [typed ?? kept, set, release];
}
