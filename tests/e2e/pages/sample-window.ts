import { AxeBuilder } from '@axe-core/playwright';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { ChromiumAtHand } from '../chromium.ts';

const PROGRAM = fileURLToPath(new URL('../../../out/node/plumbline.js', import.meta.url));
const run = promisify(execFile);

export type SampleWindow = {
  page: Page;
  /** Errors of the page and of its console, as they came. */
  complaints: string[];
  go(place: string): Promise<void>;
  /** What axe finds against WCAG 2.2 AA, in the scheme that is shown. */
  faults(): Promise<string[]>;
  scheme(scheme: 'light' | 'dark'): Promise<void>;
  /** The server is killed as a power cut would: no word to it before. */
  kill(): Promise<void>;
  /** The sample's file asked by the command line, after the window has let go of it. */
  call<T>(method: string, input: unknown): Promise<T>;
  close(): Promise<void>;
};

/** The built program's window on its sample review, in a home of its own. */
export async function openSampleWindow(at: ChromiumAtHand, size = { width: 1440, height: 900 }): Promise<SampleWindow> {
  const home = mkdtempSync(join(tmpdir(), 'plumbline-window-'));
  const env: NodeJS.ProcessEnv = { ...process.env, PLUMBLINE_HOME: home };
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--no-open'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await addressOf(child);
  const browser = await chromium.launch(at);
  const page = await (await browser.newContext({ viewport: size })).newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  await page
    .getByRole('button', { name: /sample/i })
    .first()
    .click();
  await page.locator('[data-rail]').waitFor({ timeout: 30_000 });
  return {
    page,
    complaints,
    async go(place) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `#/${place}`);
    },
    async faults() {
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
    },
    scheme: (scheme) => page.emulateMedia({ colorScheme: scheme }),
    kill: () => ended(child, 'SIGKILL'),
    async call(method, input) {
      const folder = join(home, 'sample');
      const file = readdirSync(folder).find((name) => name.endsWith('.review')) ?? '';
      const { SAMPLE_PASSPHRASE } = await import('#core/workbench/opening.ts');
      const asked = run(process.execPath, [PROGRAM, 'call', join(folder, file), method, '-', '--json'], {
        env: { ...env, PLUMBLINE_PASSPHRASE: SAMPLE_PASSPHRASE },
        maxBuffer: 50_000_000,
      });
      asked.child.stdin?.end(JSON.stringify(input));
      return JSON.parse((await asked).stdout);
    },
    close: async () => closeAll(browser, child, home),
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
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

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await exit;
}

async function closeAll(browser: Browser, child: ChildProcess, home: string): Promise<void> {
  await browser.close();
  await ended(child, 'SIGTERM');
  rmSync(home, { recursive: true, force: true });
}
