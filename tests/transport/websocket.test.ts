import { conformance } from './conformance.ts';
import { startTestLoopback } from './test-loopback.ts';

conformance('WebSocket', async () => {
  const loopback = await startTestLoopback();
  const { cookie, secret } = await loopback.enter();
  return {
    build: 'test',
    secret,
    connect: () => loopback.connect({ cookie, origin: loopback.origin }),
    close: loopback.close,
  };
});
