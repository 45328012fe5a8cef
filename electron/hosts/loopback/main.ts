import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createWorkbench } from '#core/index.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { BUILD } from '#shared/rpc/build-id.ts';
import { dataFolder } from '../common/data-folder.ts';
import { guardProcess, logFault } from '../common/faults.ts';
import { createFileShelf } from '../common/file-shelf.ts';
import { loadPageFiles } from '../common/page-files.ts';
import { outFolder } from '../common/program-folder.ts';
import { createReviewPlaces } from '../common/review-places.ts';
import { createFileExchange } from './file-exchange.ts';
import { startHttpServer } from './http-server.ts';
import { openBrowser } from './open-browser.ts';
import { loopbackPorts } from './ports.ts';

export type LoopbackOptions = { file?: string; port?: number; openBrowser: boolean };
/** `address` opens the window once; it is meant to be printed. */
export type LoopbackHost = { address: string; close(): Promise<void> };

/** The browser opens its own token within this time or not at all. */
const BROWSER_TOKEN_MS = 120_000;

/** The window on 127.0.0.1. */
export async function startLoopback(options: LoopbackOptions): Promise<LoopbackHost> {
  const pageFolder = join(outFolder(), 'renderer');
  if (!existsSync(join(pageFolder, 'index.html'))) {
    throw new AppError('wrongUsage', { why: 'The window is not built yet. Run `npm run build` first.' });
  }
  const folder = dataFolder();
  const shelf = createFileShelf({ now: () => Date.now() });
  const places = createReviewPlaces();
  const ports = loopbackPorts({ shelf, places, dataFolder: folder });
  guardProcess(ports.log, (incident) => {
    process.stderr.write(`Plumbline stopped because of a fault in it (${incident}). What was saved is kept. Start it again.\n`);
    process.exit(1);
  });
  const workbench = createWorkbench(ports, { threads: true });
  try {
    const server = await startHttpServer(
      {
        build: BUILD,
        page: loadPageFiles(pageFolder),
        shelf,
        exchange: createFileExchange({ shelf, places, dataFolder: folder }),
        connect: () => workbench.connect(),
        now: () => Date.now(),
        onInternal: (incident, error) => logFault(ports.log, incident, error),
      },
      options.port ?? 0,
    );
    if (options.file !== undefined) workbench.openAtStart(options.file);
    const address = (token: string): string => `http://127.0.0.1:${server.port}/start?token=${token}`;
    const forget = options.openBrowser ? openBrowser(address(server.gate.issueToken(BROWSER_TOKEN_MS)), folder) : () => undefined;
    return {
      address: address(server.gate.issueToken()),
      async close() {
        forget();
        await server.close();
        await workbench.close();
        shelf.clear();
      },
    };
  } catch (error) {
    await workbench.close();
    throw error;
  }
}
