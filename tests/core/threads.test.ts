import { expect, test } from 'vitest';
import type { RpcService, WireEvent } from '#shared/rpc/service.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import { testWorkbench, type TestWorkbench } from './harness.ts';

const control = (signal = new AbortController().signal) => ({ signal, callId: '1', onProgress: () => {} });
const call = (service: RpcService, name: string, input: unknown, signal?: AbortSignal): Promise<unknown> =>
  service.call(name, input, control(signal));
const csv = (rows: number): Uint8Array =>
  new TextEncoder().encode(
    `Date,Event\n${Array.from({ length: rows }, (_, i) => `${String(1 + (i % 28)).padStart(2, '0')}/0${1 + (i % 9)}/2024,"Home visit number ${i}, mother seen, children at school"`).join('\n')}\n`,
  );

async function opened(w: TestWorkbench): Promise<RpcService> {
  const service = w.workbench.connect();
  await call(service, 'session.create', {
    place: 'a.review',
    title: 'Child S',
    profile: 'lcspr',
    scopeFrom: null,
    scopeTo: null,
    passphrase: 'four ordinary words here',
    person: { name: 'N', post: '', role: 'reviewer' },
  });
  return service;
}

test('a query asked while an import is being written is answered before the import is', async () => {
  const w = testWorkbench({ threads: true });
  const service = await opened(w);
  const state = { importing: true };
  const done = call(service, 'returns.import', {
    file: w.give('Police.csv', csv(12_000)),
    agency: 'Police',
    acceptProblems: true,
  }).finally(() => {
    state.importing = false;
  });
  let answered = 0;
  let slowest = 0;
  while (state.importing) {
    const at = performance.now();
    await call(service, 'chronology.page', { filter: {}, from: null, limit: 100 });
    slowest = Math.max(slowest, performance.now() - at);
    if (state.importing) answered += 1;
  }
  expect(await done).toMatchObject({ added: 12_000 });
  expect(answered).toBeGreaterThan(10);
  expect(await call(service, 'chronology.anchors', { filter: {} })).toMatchObject({ total: 12_000 });
  expect(await call(service, 'review.verify', {})).toMatchObject({ ok: true });
}, 60_000);

test('edits wait their turn, each is told to every client after its commit, and the file closes tidy', async () => {
  const w = testWorkbench({ threads: true });
  const service = await opened(w);
  const other = w.workbench.connect();
  const heard: WireEvent[] = [];
  other.subscribe(null, (event) => heard.push(event));
  const ids = Array.from({ length: 20 }, () => newId());
  await Promise.all(ids.map((id, i) => call(service, 'theme.add', { id, parentId: null, name: `Theme ${i}`, definition: '' })));
  expect(heard.filter((event) => event.name === 'rows.changed')).toHaveLength(20);
  expect(heard.map((event) => event.seq)).toEqual([...heard.map((event) => event.seq)].sort((a, b) => a - b));
  expect(await call(other, 'theme.list', {})).toHaveLength(20);
  await call(service, 'session.close', {});
  await expect(call(service, 'theme.list', {})).rejects.toMatchObject({ code: 'notOpen' });
  const { readdirSync } = await import('node:fs');
  expect(readdirSync(w.folder).filter((name) => name.startsWith('a.review') || name.startsWith('.a.review'))).toEqual([
    'a.review',
  ]);
});

test('an import that is stopped changes nothing', async () => {
  const w = testWorkbench({ threads: true });
  const service = await opened(w);
  const stop = new AbortController();
  const running = call(
    service,
    'returns.import',
    { file: w.give('Police.csv', csv(20_000)), agency: 'Police', acceptProblems: true },
    stop.signal,
  );
  setTimeout(() => stop.abort(), 60);
  const error = await running.catch((thrown: unknown) => thrown as AppError);
  expect(error).toMatchObject({ code: 'cancelled' });
  expect(await call(service, 'chronology.anchors', { filter: {} })).toMatchObject({ total: 0 });
  expect(await call(service, 'returns.list', {})).toEqual([]);
});
