import { ipcMain, type IpcMainEvent, type WebContents } from 'electron';
import { frameTooLarge } from '#shared/rpc/envelope.ts';
import { CHANNELS } from './channels.ts';
import type { CoreChild } from './core-child.ts';

export type Relay = { closeAll(): void };

/**
 * Carries strings between pages and the core and never looks inside. Each load of a page is a number of its own, so
 * that nothing meant for the page before a reload reaches the one after it.
 */
export function startRelay(
  core: () => CoreChild,
  trusted: (event: IpcMainEvent) => boolean,
): Relay & { listen(child: CoreChild): void } {
  const pages = new Map<number, WebContents>();
  const numbers = new WeakMap<WebContents, number>();
  let next = 1;

  function leave(contents: WebContents): void {
    const page = numbers.get(contents);
    if (page === undefined) return;
    numbers.delete(contents);
    if (pages.delete(page)) core().send({ t: 'left', page });
  }

  function tellClosed(page: number): void {
    const contents = pages.get(page);
    pages.delete(page);
    if (contents && !contents.isDestroyed()) contents.send(CHANNELS.closed);
  }

  ipcMain.on(CHANNELS.join, (event) => {
    if (!trusted(event)) return;
    const contents = event.sender;
    if (numbers.has(contents)) leave(contents);
    else contents.once('destroyed', () => leave(contents));
    const page = next++;
    numbers.set(contents, page);
    pages.set(page, contents);
    core().send({ t: 'joined', page });
  });

  ipcMain.on(CHANNELS.frame, (event, frame: unknown) => {
    if (!trusted(event)) return;
    const page = numbers.get(event.sender);
    if (page === undefined || !pages.has(page)) return;
    if (typeof frame === 'string' && !frameTooLarge(frame)) return core().send({ t: 'frame', page, frame });
    core().send({ t: 'left', page });
    tellClosed(page);
  });

  return {
    listen(child) {
      child.onFrame((page, frame) => {
        const contents = pages.get(page);
        if (contents && !contents.isDestroyed()) contents.send(CHANNELS.frame, frame);
      });
      child.onClosed(tellClosed);
    },
    closeAll() {
      for (const page of pages.keys()) tellClosed(page);
    },
  };
}
