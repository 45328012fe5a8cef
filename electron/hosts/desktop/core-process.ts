import { createWorkbench } from '#core/index.ts';
import type { HostPorts } from '#core/ports.ts';
import { BUILD } from '#shared/rpc/build-id.ts';
import { guardProcess, logFault } from '../common/faults.ts';
import { createFileShelf } from '../common/file-shelf.ts';
import { createLogFile } from '../common/log-file.ts';
import { createReviewPlaces } from '../common/review-places.ts';
import { createCoreLink } from './core-link.ts';
import type { FromCore, ToCore } from './core-messages.ts';

/** The process that runs the core, beside main: the window stays quick whatever the core does. */
const send: (message: FromCore) => void = process.parentPort.postMessage.bind(process.parentPort);

function start(dataFolder: string): { heard(message: ToCore): void; end(): Promise<void> } {
  const shelf = createFileShelf({ now: () => Date.now() });
  const places = createReviewPlaces();
  const log = createLogFile(dataFolder, () => Date.now());
  // Main starts it again, and the pages with it.
  guardProcess(log, () => process.exit(1));
  const ports: HostPorts = {
    host: 'desktop',
    dataFolder,
    now: () => Date.now(),
    log,
    receiveFile: (ref) => shelf.received(ref),
    reviewPath: async (ref) => places.path(ref),
    deliverFile: async (file) => shelf.deliver(file),
  };
  const workbench = createWorkbench(ports, { threads: true });
  const heard = createCoreLink(
    {
      connect: () => workbench.connect(),
      open: (path) => workbench.openAtStart(path),
      files: { shelf, places, dataFolder },
      server: { build: BUILD, onInternal: (incident, error) => logFault(log, incident, error) },
    },
    send,
  );
  return { heard, end: () => workbench.close() };
}

let running: ReturnType<typeof start> | null = null;
process.parentPort.on('message', ({ data }) => {
  const message = data as ToCore;
  if (message.t === 'start') running ??= start(message.dataFolder);
  else if (message.t !== 'end') running?.heard(message);
  else void (running?.end() ?? Promise.resolve()).finally(() => send({ t: 'ended' }));
});
