import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../../out/node/plumbline.js', import.meta.url));

type Served = { child: ChildProcess; address: string; lines(): string; exited: Promise<number | null> };

/** The built program, run as a person runs it. */
async function plumbline(home: string, ...args: string[]): Promise<Served> {
  const env: NodeJS.ProcessEnv = { ...process.env, PLUMBLINE_HOME: home };
  delete env['DISPLAY'];
  delete env['WAYLAND_DISPLAY'];
  const child = spawn(process.execPath, [PROGRAM, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+[^ \n]*/.exec(said);
      if (found) resolve(found[0]);
    });
    child.stderr.on('data', (part: Buffer) => (said += part.toString()));
    void exited.then(() => reject(new Error(said)));
  });
  return { child, address, lines: () => said, exited };
}

let browser: Browser;
let home: string;
beforeAll(async () => {
  browser = await chromium.launch(inject('chromium'));
  home = mkdtempSync(join(tmpdir(), 'plumbline-serve-'));
});
afterAll(async () => {
  await browser?.close();
  rmSync(home, { recursive: true, force: true });
});

describe('plumbline serve', () => {
  it('prints one line, shows the window without a complaint, and ends tidily', async () => {
    const served = await plumbline(home, 'serve', '--no-open');
    expect(served.lines()).toMatch(/^Plumbline is ready at http:\/\/127\.0\.0\.1:\d+\/\S+\n$/);
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    const answer = await page.goto(served.address);
    expect(answer?.status()).toBe(200);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(complaints).toEqual([]);
    expect(statSync(home).mode & 0o077).toBe(0);
    served.child.kill('SIGTERM');
    expect(await served.exited).toBe(0);
    await page.close();
  });

  it('says in plain words that a port is taken', async () => {
    const served = await plumbline(home, 'serve', '--no-open');
    const port = new URL(served.address).port;
    await expect(plumbline(home, 'serve', '--no-open', '--port', port)).rejects.toThrow(`port ${port} is in use`);
    served.child.kill('SIGINT');
    expect(await served.exited).toBe(0);
  });
});

describe.skipIf(process.platform !== 'linux')('plumbline start', () => {
  it('opens the browser’s door where there is no display, and says why on the same line', async () => {
    const served = await plumbline(home, 'start');
    expect(served.lines().trim().split('\n')).toHaveLength(1);
    expect(served.lines()).toMatch(/\(in the browser: .+\)\n$/);
    expect((await fetch(served.address, { redirect: 'manual' })).status).toBe(303);
    served.child.kill('SIGTERM');
    expect(await served.exited).toBe(0);
  });
});
