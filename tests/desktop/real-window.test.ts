import { _electron as electron, type Page } from 'playwright-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { electronBinary, whyNoWindow } from '#hosts/cli/start.ts';
import { startProgram, type Program } from './program.ts';

/** The page's own words are its own tests' affair: here it must come up, whole, with its core behind it. */
async function smoke(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  expect(await page.title()).toContain('Plumbline');
  expect(await page.evaluate(() => 'require' in window || 'process' in window)).toBe(false);
  expect(await page.evaluate(() => window.plumbline.kind)).toBe('desktop');
  await page
    .getByText('None yet', { exact: false })
    .or(page.getByText('Recent', { exact: false }))
    .first()
    .waitFor();
}

describe('the whole program over the stand-in', () => {
  let program: Program;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    program = await startProgram(inject('chromium'), 'real');
    page = await program.newPage([]);
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterAll(() => program?.stop());

  it('shows the start page and hears its core', async () => {
    await page.reload();
    await smoke(page);
    expect(complaints).toEqual([]);
  });

  it('has two windows on one core', async () => {
    await program.clickMenu('New window');
    const other = await program.newPage([page]);
    await smoke(other);
    await other.close();
  });

  it('closes tidily', async () => {
    await page.close();
    expect(await program.exited).toBe(0);
  });
});

describe('Electron itself', () => {
  it('shows the same', async (context) => {
    const binary = electronBinary();
    const why = whyNoWindow({ platform: process.platform, env: process.env, userId: process.getuid?.() });
    if (binary === null || why !== null)
      return context.skip(`not run: ${binary === null ? 'Electron’s binary is not here' : why}`);
    const home = mkdtempSync(join(tmpdir(), 'plumbline-electron-'));
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const app = await electron.launch({
      executablePath: binary,
      args: [root],
      env: { ...inject('chromium').env, PLUMBLINE_HOME: join(home, 'data') },
    });
    await smoke(await app.firstWindow());
    await app.close();
    rmSync(home, { recursive: true, force: true });
  });
});
