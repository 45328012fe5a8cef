import { describe, expect, it } from 'vitest';
import { createEventRing } from '#shared/rpc/event-ring.ts';
import type { WireEvent } from '#shared/rpc/service.ts';

function ringOf(count: number, keep = 5): ReturnType<typeof createEventRing> {
  const ring = createEventRing(keep);
  for (let n = 0; n < count; n++) ring.publish('session.changed', { state: 'open' });
  return ring;
}
function heardAfter(ring: ReturnType<typeof createEventRing>, afterSeq: number | null): [number, string][] {
  const heard: WireEvent[] = [];
  ring.subscribe(afterSeq, (event) => heard.push(event))();
  return heard.map((event) => [event.seq, event.name]);
}

describe('the ring of events', () => {
  it('numbers from one, and gives the number to what is published', () => {
    const ring = createEventRing();
    const heard: WireEvent[] = [];
    ring.subscribe(null, (event) => heard.push(event));
    expect(ring.publish('rows.changed', (seq: number) => ({ seq }))).toBe(1);
    expect(ring.publish('session.changed', { state: 'open' })).toBe(2);
    expect(heard).toEqual([
      { seq: 1, name: 'rows.changed', data: { seq: 1 } },
      { seq: 2, name: 'session.changed', data: { state: 'open' } },
    ]);
  });

  it.each<[string, number, number | null, [number, string][]]>([
    ['from now on', 3, null, []],
    ['nothing missed', 3, 3, []],
    ['nothing ever happened', 0, 0, []],
    ['one missed', 3, 2, [[3, 'session.changed']]],
    ['all that is held', 8, 3, [4, 5, 6, 7, 8].map((seq) => [seq, 'session.changed'] as [number, string])],
    ['one more than is held', 8, 2, [[8, 'resync']]],
    ['from before the beginning', 8, 0, [[8, 'resync']]],
    ['another run’s number', 3, 40, [[3, 'resync']]],
    ['another run’s number, and nothing here yet', 0, 40, [[0, 'resync']]],
    ['a number below none', 3, -1, [[3, 'resync']]],
  ])('replays: %s', (_what, published, afterSeq, expected) => {
    expect(heardAfter(ringOf(published), afterSeq)).toEqual(expected);
  });

  it('tells nobody who has left, even while it tells', () => {
    const ring = createEventRing();
    const heard: string[] = [];
    const leave = ring.subscribe(null, () => {
      heard.push('first');
      leaveSecond();
    });
    const leaveSecond = ring.subscribe(null, () => heard.push('second'));
    ring.publish('resync', {});
    leave();
    ring.publish('resync', {});
    expect(heard).toEqual(['first']);
  });
});
