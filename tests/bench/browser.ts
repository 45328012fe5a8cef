import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { buildAll, isFresh } from '../build/build.ts';
import { chromiumAtHand } from '../e2e/chromium.ts';
import { PASSPHRASE } from './inputs/review.ts';

const PROGRAM = fileURLToPath(new URL('../../out/node/plumbline.js', import.meta.url));

export type BenchWindow = { page: Page; close(): Promise<void> };

/** The built program's window on a review, with its passphrase typed and the button not yet pressed. */
export async function windowAt(file: string): Promise<BenchWindow> {
  if (!isFresh()) await buildAll(() => undefined);
  const home = mkdtempSync(join(tmpdir(), 'plumbline-bench-home-'));
  const env: NodeJS.ProcessEnv = { ...process.env, PLUMBLINE_HOME: home };
  const server = spawn(process.execPath, [PROGRAM, 'serve', file, '--no-open'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await addressOf(server);
  const { page, browser } = await emptyPage();
  await page.goto(address);
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
  return { page, close: () => closeAll(browser, server, home) };
}

export async function emptyPage(): Promise<{ page: Page; browser: Browser }> {
  const browser = await chromium.launch(await chromiumAtHand());
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  return { page, browser };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (part: Buffer) => {
      said += part.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(said);
      if (found) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error(`the program ended: ${said}`)));
  });
}

async function closeAll(browser: Browser, server: ChildProcess, home: string): Promise<void> {
  await browser.close();
  const exit = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await exit;
  rmSync(home, { recursive: true, force: true });
}
