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
import { startHttpServer, type HttpParts, type LoopbackServer } from './http-server.ts';
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
    const server = await listenWell(
      {
        build: BUILD,
        page: loadPageFiles(pageFolder),
        shelf,
        exchange: createFileExchange({ shelf, places, dataFolder: folder }),
        connect: () => workbench.connect(),
        now: () => Date.now(),
        onInternal: (incident, error) => logFault(ports.log, incident, error),
      },
      options.port,
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

/**
 * Without a port asked for, the same one each time where it is free: what the browser keeps for the window (colours, sizes)
 * belongs to the port. Any free one else, as when two windows are served at once.
 */
async function listenWell(parts: HttpParts, port: number | undefined): Promise<LoopbackServer> {
  if (port !== undefined) return await startHttpServer(parts, port);
  const usual = 47_800 + ((process.getuid?.() ?? 0) % 200);
  return await startHttpServer(parts, usual).catch(() => startHttpServer(parts, 0));
}
