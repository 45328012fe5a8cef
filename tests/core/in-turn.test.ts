import { expect, test, vi } from 'vitest';
import type { EngineRequest } from '#core/engine/review-core.ts';
import { inTurn } from '#core/threads/in-turn.ts';
import { PANEL } from './harness.ts';

const query = (name: string): EngineRequest => ({
  op: 'query',
  name,
  input: {},
  session: PANEL,
  now: '2026-11-16T10:00:00.000Z',
});
const nameOf = (request: EngineRequest): string => ('name' in request ? request.name : request.op);

/** A thread that answers when it is told to, and notes what it was given. */
function slowThread() {
  const begun: string[] = [];
  const answers: (() => void)[] = [];
  const ask = inTurn(
    (request) =>
      new Promise((resolve) => {
        begun.push(nameOf(request));
        answers.push(() => resolve(nameOf(request)));
      }),
  );
  const answer = async (): Promise<void> => {
    answers.shift()!();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { ask, begun, answer };
}

test('rows go first, sums last and after a pause, closing after all that was asked', async () => {
  vi.useFakeTimers();
  try {
    const { ask, begun, answer } = slowThread();
    const asked = ['review.overview', 'theme.list', 'view.list', 'chronology.page', 'gaps.list'].map((name) => ask(query(name)));
    expect(begun).toEqual(['theme.list']);
    await answer();
    await answer();
    await answer();
    expect(begun).toEqual(['theme.list', 'chronology.page', 'view.list']);
    await vi.advanceTimersByTimeAsync(30);
    // What is asked in the pause begins at once.
    asked.push(ask(query('chronology.get')));
    expect(begun.at(-1)).toBe('chronology.get');
    await answer();
    await vi.advanceTimersByTimeAsync(30);
    expect(begun).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(20);
    expect(begun.slice(4)).toEqual(['review.overview']);
    const closed = ask({ op: 'close' });
    await answer();
    await answer();
    await answer();
    expect(begun.slice(5)).toEqual(['gaps.list', 'close']);
    expect(await Promise.all(asked)).toHaveLength(6);
    expect(await closed).toBe('close');
  } finally {
    vi.useRealTimers();
  }
});

test('a sum does not wait for ever behind other work, and a failure holds nobody up', async () => {
  vi.useFakeTimers();
  try {
    const { ask, begun, answer } = slowThread();
    void ask(query('review.overview'));
    for (let i = 0; i < 200; i++) void ask(query('theme.list'));
    for (let i = 0; i < 100 && !begun.includes('review.overview'); i++) {
      await vi.advanceTimersByTimeAsync(30);
      await answer();
    }
    expect(begun).toContain('review.overview');
    expect(begun.length).toBeLessThan(40);
  } finally {
    vi.useRealTimers();
  }
  const failing = inTurn((request) =>
    nameOf(request) === 'theme.list' ? Promise.reject(new Error('no')) : Promise.resolve('yes'),
  );
  const first = failing(query('theme.list'));
  const second = failing(query('view.list'));
  await expect(first).rejects.toThrow('no');
  expect(await second).toBe('yes');
});
