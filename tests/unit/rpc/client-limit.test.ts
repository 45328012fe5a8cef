import { expect, test } from 'vitest';
import { createRpcClient } from '#shared/rpc/client.ts';
import { memoryPair } from '#shared/rpc/memory-transport.ts';

test('a query that nobody answers is given up after its limit, and says how long that was', async () => {
  const [near] = memoryPair();
  const client = createRpcClient(async () => near, { build: 'test', timeoutMs: 20, retryMs: [] });
  await expect(client.call('review.get', {})).rejects.toMatchObject({ code: 'timedOut', details: { seconds: 0 } });
  client.close();
});
