import { memoryPair } from '#shared/rpc/memory-transport.ts';
import { serveRpc } from '#shared/rpc/server.ts';
import { conformance } from './conformance.ts';
import { createTestWorkbench } from './test-workbench.ts';

conformance('memory', async () => {
  const workbench = createTestWorkbench();
  return {
    build: 'test',
    async connect() {
      const [near, far] = memoryPair();
      serveRpc(far, workbench.connect(), { build: 'test' });
      return near;
    },
    close: async () => undefined,
  };
});
