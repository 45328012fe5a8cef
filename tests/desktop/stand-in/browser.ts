import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectCdp, type Cdp } from './cdp.ts';

export type Browser = { cdp: Cdp; port: number; stop(): void };

/** Real Chromium with a debugging port, so that the test can drive the same pages. */
export async function launchBrowser(): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'stand-in-'));
  const path = process.env['STAND_IN_CHROMIUM'] ?? '';
  const args = [
    '--no-sandbox',
    '--headless',
    '--remote-debugging-port=0',
    '--no-first-run',
    `--user-data-dir=${profile}`,
    'about:blank',
  ];
  const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const stop = (): void => {
    child.kill('SIGKILL');
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  process.on('exit', stop);
  const address = await debuggingAddress(child);
  return { cdp: await connectCdp(address), port: Number(new URL(address).port), stop };
}

function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found?.[1]) resolve(found[1]);
    });
    child.on('exit', () => reject(new Error(`Chromium did not start: ${said.slice(-500)}`)));
  });
}
