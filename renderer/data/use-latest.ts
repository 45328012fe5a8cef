import { type RefObject, useLayoutEffect, useRef } from 'react';

/** The latest value, for handlers that must not be made anew: read it when something happens, never while drawing. */
export function useLatest<T>(value: T): RefObject<T> {
  const ref = useRef(value);
  useLayoutEffect(() => {
    ref.current = value;
  });
  return ref;
}
