import type { EventName } from '../contract/events.ts';
import type { WireEvent } from './service.ts';

export type EventRing = {
  /** Gives the event the next number and tells every subscriber. `data` may hold that number. */
  publish(name: EventName, data: unknown | ((seq: number) => unknown)): number;
  subscribe(afterSeq: number | null, onEvent: (event: WireEvent) => void): () => void;
  seq(): number;
};

/** Keeps the last events, so that a client which was away for a moment hears what it missed. */
export function createEventRing(keep = 1000, startSeq = 0): EventRing {
  const ring: WireEvent[] = [];
  const listeners = new Set<(event: WireEvent) => void>();
  let last = startSeq;
  return {
    seq: () => last,
    publish(name, data) {
      last += 1;
      const event = { seq: last, name, data: typeof data === 'function' ? (data as (seq: number) => unknown)(last) : data };
      ring.push(event);
      if (ring.length > keep) ring.shift();
      for (const listener of listeners) listener(event);
      return last;
    },
    subscribe(afterSeq, onEvent) {
      if (afterSeq !== null && afterSeq !== last) {
        // A number from the future is another run's: nothing the client holds can be trusted.
        const held = afterSeq < last && afterSeq >= (ring[0]?.seq ?? last + 1) - 1;
        if (held) for (const event of ring) if (event.seq > afterSeq) onEvent(event);
        if (!held) onEvent({ seq: last, name: 'resync', data: {} });
      }
      listeners.add(onEvent);
      return () => listeners.delete(onEvent);
    },
  };
}
