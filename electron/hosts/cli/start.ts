import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ELSEWHERE_LINE, READY_LINE } from '#hosts/desktop/ready-line.ts';
import { programFolder } from '#hosts/common/program-folder.ts';

/** How long each step may take before the browser's door is opened instead. */
const LIMITS = { probeMs: 4_000, downloadMs: 120_000, windowMs: 12_000 };
const IN_BROWSER = 'in the browser: the desktop window';

type Surroundings = { platform: NodeJS.Platform; env: NodeJS.ProcessEnv; userId: number | undefined };

/** Why there can be no desktop window here, in the words of the one line that is printed; or null. */
export function whyNoWindow({ platform, env, userId }: Surroundings): string | null {
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'])
    return 'in the browser: there is no display for a window of its own';
  if (platform !== 'win32' && userId === 0) return `${IN_BROWSER} does not run as root`;
  return null;
}

/** What `npm start` does: the desktop window where there can be one, else the same window in the browser. */
export async function start(): Promise<number> {
  const { platform, env } = process;
  const why = whyNoWindow({ platform, env, userId: process.getuid?.() });
  if (why !== null) return await inBrowser(why);
  const binary = electronBinary() ?? (await fetchElectron());
  if (binary === null) return await inBrowser(`${IN_BROWSER} could not be fetched`);
  const window = await openDesktop(binary);
  if (window === 'elsewhere') {
    process.stdout.write('Plumbline is open already; its window has come to the front.\n');
    return 0;
  }
  if (typeof window === 'string') return await inBrowser(window);
  process.stdout.write('Plumbline is open in its own window.\n');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => window.kill('SIGTERM'));
  if (window.exitCode === null && window.signalCode === null) await once(window, 'exit');
  return 0;
}

async function inBrowser(why: string): Promise<number> {
  const { serve } = await import('./serve.ts');
  return await serve({ open: true }, why);
}

/** The Electron that npm has put beside us, if its binary is there. */
export function electronBinary(program: string = programFolder()): string | null {
  const folder = join(program, 'node_modules', 'electron');
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return null;
  const binary = join(folder, 'dist', readFileSync(note, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

async function fetchElectron(): Promise<string | null> {
  const installer = join(programFolder(), 'node_modules', 'electron', 'install.js');
  if (!existsSync(installer) || !(await canBeReached())) return null;
  process.stderr.write('Fetching the desktop window (about 110 MB, once)…\n');
  const child = spawn(process.execPath, [installer], { stdio: 'ignore' });
  await endWithin(child, LIMITS.downloadMs);
  return electronBinary();
}

/** A machine without the network must not wait for a download that cannot come. */
async function canBeReached(): Promise<boolean> {
  const from =
    process.env['ELECTRON_MIRROR'] ??
    process.env['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases';
  if (!URL.canParse(from)) return false;
  return await fetch(from, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(LIMITS.probeMs) }).then(
    () => true,
    () => false,
  );
}

/** The running window, `elsewhere` where it was open before, or why there is none. */
export async function openDesktop(binary: string, withinMs: number = LIMITS.windowMs): Promise<ChildProcess | string> {
  const env = { ...process.env };
  delete env['ELECTRON_RUN_AS_NODE'];
  const child = spawn(binary, [programFolder()], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const outcome = await new Promise<'shown' | 'elsewhere' | 'none'>((resolve) => {
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(-4096);
      if (said.includes(READY_LINE)) resolve('shown');
      if (said.includes(ELSEWHERE_LINE)) resolve('elsewhere');
    });
    child.on('error', () => resolve('none'));
    child.on('close', () => resolve('none'));
    setTimeout(() => resolve('none'), withinMs).unref();
  });
  if (outcome === 'shown') return child;
  if (outcome === 'elsewhere') return outcome;
  const ended = child.exitCode !== null || child.signalCode !== null;
  child.kill('SIGKILL');
  return ended ? `${IN_BROWSER} could not start on this computer` : `${IN_BROWSER} did not appear in time`;
}

async function endWithin(child: ChildProcess, ms: number): Promise<void> {
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  await new Promise<void>((resolve) => {
    child.on('exit', () => resolve());
    child.on('error', () => resolve());
  });
  clearTimeout(timer);
}
