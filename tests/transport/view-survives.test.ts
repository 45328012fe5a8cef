import { expect, test } from 'vitest';
import { createRpcClient } from '#shared/rpc/client.ts';
import { memoryPair } from '#shared/rpc/memory-transport.ts';
import { serveRpc } from '#shared/rpc/server.ts';
import type { Transport } from '#shared/rpc/transport.ts';
import { newId } from '#shared/kernel/ids.ts';
import { testWorkbench } from '../core/harness.ts';

test('a connection that comes back begins as anonymised as it was', async () => {
  const w = testWorkbench();
  let near: Transport | null = null;
  const client = createRpcClient(
    async () => {
      const [mine, far] = memoryPair();
      serveRpc(far, w.workbench.connect(), { build: 'test' });
      near = mine;
      return mine;
    },
    { build: 'test', retryMs: [1] },
  );
  await client.call('session.create', {
    place: 'a.review',
    title: 'Child S',
    profile: 'lcspr',
    scopeFrom: null,
    scopeTo: null,
    passphrase: 'four ordinary words here',
    person: { name: 'N', post: '', role: 'reviewer' },
  });
  await client.call('register.add', {
    id: newId(),
    kind: 'person',
    realName: 'Callum Oakeshott',
    aliases: [],
    pseudonym: 'Child S',
  });
  await client.call('finding.add', {
    id: newId(),
    kind: 'practice',
    statement: 'Callum Oakeshott was not asked',
    why: '',
    question: null,
  });
  await client.call('session.setView', { view: 'anonymised' });
  near!.close();
  // Asked while the connection is away: sent first of all when it is back.
  expect((await client.call('finding.list', {}))[0]!.statement).toBe('Child S was not asked');
  await client.call('session.setView', { view: 'identified' });
  near!.close();
  expect((await client.call('finding.list', {}))[0]!.statement).toBe('Callum Oakeshott was not asked');
  client.close();
});
