import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFileShelf } from '#hosts/common/file-shelf.ts';
import { createReviewPlaces } from '#hosts/common/review-places.ts';
import { createCoreLink } from '#hosts/desktop/core-link.ts';
import type { FromCore, ToCore } from '#hosts/desktop/core-messages.ts';
import { createTestWorkbench } from '../transport/test-workbench.ts';

/** In place of desktop-core.js: the real link to main, over the test workbench. */
const dataFolder = process.env['PLUMBLINE_HOME'] ?? '';
mkdirSync(join(dataFolder, 'reviews'), { recursive: true });
const shelf = createFileShelf({ now: () => Date.now() });
const places = createReviewPlaces();
const send: (message: FromCore) => void = process.parentPort.postMessage.bind(process.parentPort);
const heard = createCoreLink(
  {
    connect: createTestWorkbench({ receiveFile: shelf.received, deliverFile: async (file) => shelf.deliver(file) }).connect,
    open: (path) => writeFileSync(join(dataFolder, 'opened.txt'), path),
    files: { shelf, places, dataFolder },
    server: { build: 'test' },
  },
  send,
);
process.parentPort.on('message', ({ data }) => {
  const message = data as ToCore;
  if (message.t === 'end') send({ t: 'ended' });
  else if (message.t !== 'start') heard(message);
});
