import { app, BrowserWindow, dialog, protocol, session } from 'electron';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolder } from '../common/data-folder.ts';
import { guardProcess } from '../common/faults.ts';
import { createLogFile } from '../common/log-file.ts';
import { loadPageFiles } from '../common/page-files.ts';
import { PAGE_SCHEME } from './channels.ts';
import { startCoreChild, type CoreChild } from './core-child.ts';
import { serveFileDialogs } from './file-dialogs.ts';
import { lockDown, lockSession } from './lock-down.ts';
import { setMenu } from './menu.ts';
import { servePage } from './page-protocol.ts';
import { startRelay } from './relay.ts';
import { isTrusted, senderOf } from './trusted-sender.ts';
import { ELSEWHERE_LINE, READY_LINE } from './ready-line.ts';
import { openWindow } from './window.ts';

const here = dirname(fileURLToPath(import.meta.url));
/** More ends of the core than this within a minute, and something is wrong with the machine or the file. */
const MOST_LOSSES = 3;

protocol.registerSchemesAsPrivileged([
  { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
lockDown();

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(run, stop);
} else {
  process.stdout.write(`${ELSEWHERE_LINE}\n`);
  app.quit();
}

function run(): void {
  const folder = dataFolder();
  guardProcess(
    createLogFile(folder, () => Date.now()),
    stop,
  );
  const windows = new Set<number>();
  const losses: number[] = [];
  let core: CoreChild = startCoreChild(join(here, 'desktop-core.js'), folder);
  const relay = startRelay(
    () => core,
    (event) => isTrusted(senderOf(event), windows),
  );
  watch(core);

  lockSession(session.defaultSession);
  servePage(session.defaultSession.protocol, loadPageFiles(join(here, '..', 'renderer')));
  serveFileDialogs({ core: () => core, dataFolder: folder, trusted: (event) => isTrusted(senderOf(event), windows) });
  setMenu(open);
  openReviewOf(process.argv);
  open();

  app.on('second-instance', (_event, argv) => {
    openReviewOf(argv);
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    if (window) window.focus();
    else open();
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    core.send({ t: 'open', path });
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open();
  });
  app.on('window-all-closed', () => app.quit());
  endWell();

  function open(): void {
    const window = openWindow(join(here, 'desktop-preload.cjs'), () => process.stdout.write(`${READY_LINE}\n`));
    const { id } = window.webContents;
    windows.add(id);
    window.on('closed', () => windows.delete(id));
  }

  function openReviewOf(argv: readonly string[]): void {
    const path = argv.slice(1).find((word) => word.toLowerCase().endsWith('.review'));
    if (path !== undefined) core.send({ t: 'open', path: resolve(path) });
  }

  function watch(child: CoreChild): void {
    relay.listen(child);
    child.onLost(() => {
      relay.closeAll();
      const at = Date.now();
      losses.push(at);
      if (losses.filter((loss) => at - loss < 60_000).length > MOST_LOSSES) {
        dialog.showErrorBox(
          'Plumbline stopped',
          'The part that keeps the review stopped again and again. What was saved is kept.',
        );
        return app.exit(1);
      }
      core = startCoreChild(join(here, 'desktop-core.js'), folder);
      watch(core);
      for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
    });
  }

  /** The core closes the review tidily before the program goes. */
  function endWell(): void {
    let ending = false;
    app.on('will-quit', (event) => {
      event.preventDefault();
      if (ending) return;
      ending = true;
      void core.end().then(() => app.exit(0));
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
  }
}

function stop(): void {
  app.exit(1);
}
