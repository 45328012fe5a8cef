import { mkdirSync } from 'node:fs';
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
    connect: createTestWorkbench().connect,
    open: (path) => shelf.deliver({ name: path, bytes: new Uint8Array() }),
    files: { shelf, places, dataFolder },
    server: { build: 'test' },
  },
  send,
);
/** A result to be saved: the first question for a ref that says what it wants to be. */
process.parentPort.on('message', ({ data }) => {
  const message = data as ToCore;
  if (message.t === 'end') send({ t: 'ended' });
  else if (message.t !== 'start') heard(message);
});
