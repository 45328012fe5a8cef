import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Opener = { command: string; args: string[] };

/** The system's own way to open a file, or null where there is nobody to open it for. */
export function openerFor(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, file: string): Opener | null {
  if (platform === 'darwin') return { command: 'open', args: [file] };
  if (platform === 'win32') return { command: 'explorer.exe', args: [file] };
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return null;
  return { command: 'xdg-open', args: [file] };
}

/**
 * Opens the default browser through a file that only its owner can read and that is gone after a minute: a process's
 * arguments can be read by every user of the machine, and the address holds a token. The file lies in the data folder,
 * since a browser that is packed as a snap sees the home folder but not the one for temporary files.
 */
export function openBrowser(url: string, folder: string, env: NodeJS.ProcessEnv = process.env): () => void {
  clearOld(folder);
  const file = join(folder, `open-${randomBytes(6).toString('hex')}.html`);
  const opener = openerFor(process.platform, env, file);
  if (!opener) return () => undefined;
  writeFileSync(file, redirectPage(url), { mode: 0o600, flag: 'wx' });
  const child = spawn(opener.command, opener.args, { stdio: 'ignore', detached: true });
  // No browser on this machine: the address is printed, and that is enough.
  child.on('error', () => undefined);
  child.unref();
  const remove = (): void => rmSync(file, { force: true });
  const timer = setTimeout(remove, 60_000);
  timer.unref();
  return () => {
    clearTimeout(timer);
    remove();
  };
}

/** Left by a run that was killed within its first minute. */
function clearOld(folder: string): void {
  for (const name of readdirSync(folder)) if (/^open-[0-9a-f]{12}\.html$/.test(name)) rmSync(join(folder, name), { force: true });
}

export function redirectPage(url: string): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${url}"><title>Opening Plumbline</title></head><body><p>Opening Plumbline…</p></body></html>`;
}
