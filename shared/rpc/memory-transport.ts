import { transportEnd, type Transport, type TransportEnd } from './transport.ts';

/** Two joined ends in one process: for tests, and for the command line. */
export function memoryPair(): [Transport, Transport] {
  const ends: TransportEnd[] = [];
  const end = (other: 0 | 1): TransportEnd =>
    transportEnd({
      // A later turn, as on any real wire: a caller never hears its answer before `send` returns.
      send: (frame) => queueMicrotask(() => ends[other]?.arrived(frame)),
      close: () => queueMicrotask(() => ends[other]?.ended()),
    });
  const [near, far] = [end(1), end(0)];
  ends.push(near, far);
  return [near.transport, far.transport];
}
