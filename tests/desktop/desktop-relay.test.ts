import { inject } from 'vitest';
import type { Page } from 'playwright-core';
import { transportEnd, type Transport, type TransportEnd } from '#shared/rpc/transport.ts';
import type { DesktopBridge } from '#shared/rpc/host-bridge.ts';
import { conformance } from '../transport/conformance.ts';
import { startProgram } from './program.ts';

declare global {
  interface Window {
    plumbline: DesktopBridge;
    gotFrame(frame: string): void;
    gotClose(): void;
  }
}

/** The page's one connection as a transport; closing it is loading the page again. */
type Line = { page: Page; end: TransportEnd | null };

/** The last page is closed while it loads. */
const again = (page: Page): Promise<unknown> => page.reload().catch(() => null);

async function join(line: Line, free: (line: Line) => void): Promise<Transport> {
  const { page } = line;
  const mine: TransportEnd = transportEnd({
    send: (frame) => void page.evaluate((text) => window.plumbline.send(text), frame).catch(() => undefined),
    close: () => {
      line.end = null;
      void again(page).then(() => free(line));
    },
  });
  line.end = mine;
  await page.evaluate(() => {
    window.plumbline.onFrame((frame) => window.gotFrame(frame));
    window.plumbline.onClose(() => window.gotClose());
  });
  return mine.transport;
}

conformance('the desktop relay', async () => {
  const program = await startProgram(inject('chromium'), 'blank');
  const lines: Line[] = [];
  const free: Line[] = [];

  async function open(): Promise<Line> {
    const known = lines.map((line) => line.page);
    if (lines.length > 0) await program.clickMenu('New window');
    const page = await program.newPage(known);
    const line: Line = { page, end: null };
    lines.push(line);
    await page.waitForLoadState();
    await page.exposeFunction('gotFrame', (frame: string) => line.end?.arrived(frame));
    await page.exposeFunction('gotClose', () => {
      line.end?.ended();
      line.end = null;
      void again(page).then(() => free.push(line));
    });
    return line;
  }

  return {
    build: 'test',
    connect: async () => await join(free.shift() ?? (await open()), (line) => free.push(line)),
    close: program.stop,
  };
});
