import { fork, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { ChromiumAtHand } from '../e2e/chromium.ts';
import type { Call, FromTest, ToTest } from './stand-in/protocol.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const REGISTER = new URL('./stand-in/register.ts', import.meta.url).href;
const BLANK =
  '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Blank</title><link rel="icon" href="data:,"></head><body><main><h1>Blank</h1></main></body></html>';

export type Program = {
  folder: string;
  home: string;
  pages(): Page[];
  /** The page of a window that is not yet in the list given. */
  newPage(known: readonly Page[]): Promise<Page>;
  answerDialog(paths: string[] | null): void;
  clickMenu(label: string): Promise<void>;
  ipc(what: {
    channel: string;
    args: unknown[];
    invoke?: boolean;
    url?: string;
    top?: boolean;
    knownWindow?: boolean;
  }): Promise<unknown>;
  killCore(): void;
  emit(event: string, ...args: unknown[]): void;
  calls(what: string): Promise<Call[]>;
  exited: Promise<number | null>;
  stop(): Promise<void>;
};

/** The real main and preload bundles, unchanged, in a folder of their own. `real`: with the real page and core. */
export async function startProgram(browser: ChromiumAtHand, kind: 'blank' | 'real'): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-desktop-'));
  const home = join(folder, 'home');
  const out = join(folder, 'out');
  mkdirSync(join(out, 'renderer'), { recursive: true });
  cpSync(join(ROOT, 'out/node'), join(out, 'node'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  if (kind === 'real') cpSync(join(ROOT, 'out/renderer'), join(out, 'renderer'), { recursive: true });
  else {
    writeFileSync(join(out, 'renderer/index.html'), BLANK);
    const core = pathToFileURL(join(ROOT, 'tests/desktop/test-core.ts')).href;
    writeFileSync(join(out, 'node/desktop-core.js'), `await import(${JSON.stringify(core)});\n`);
  }
  const child = fork(join(out, 'node/desktop-main.js'), [], {
    execArgv: ['--import', REGISTER],
    env: { ...browser.env, PLUMBLINE_HOME: home, STAND_IN_CHROMIUM: browser.executablePath },
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  return await driveProgram(child, folder, home);
}

async function driveProgram(child: ChildProcess, folder: string, home: string): Promise<Program> {
  const waiting = new Map<number, (value: unknown) => void>();
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
  let next = 1;
  let port = 0;
  const shown = new Promise<void>((resolve, reject) => {
    child.on('message', (message: ToTest) => {
      if (message.t === 'ready') port = message.port;
      else if (message.t === 'shown') resolve();
      else waiting.get(message.id)?.(message.value);
    });
    void exited.then((code) => reject(new Error(`main ended with ${code} before a window was shown`)));
  });
  const say = (message: FromTest): void => void child.send(message);
  const ask = (make: (id: number) => FromTest): Promise<unknown> =>
    new Promise((resolve) => {
      const id = next++;
      waiting.set(id, resolve);
      say(make(id));
    });
  await shown;
  const driven: Browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const pages = (): Page[] =>
    driven
      .contexts()
      .flatMap((context) => context.pages())
      .filter((page) => page.url().startsWith('https://plumbline.app.test'));

  return {
    folder,
    home,
    pages,
    exited,
    async newPage(known) {
      for (;;) {
        const fresh = pages().find((page) => !known.includes(page));
        if (fresh) return fresh;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    answerDialog: (paths) => say({ t: 'answerDialog', paths }),
    clickMenu: async (label) => void (await ask((id) => ({ t: 'clickMenu', id, label }))),
    ipc: ({ channel, args, invoke = false, url = 'app://plumbline/', top = true, knownWindow = true }) =>
      ask((id) => ({ t: 'ipc', id, channel, args, invoke, url, top, knownWindow })),
    killCore: () => say({ t: 'killCore' }),
    emit: (event, ...args) => say({ t: 'emit', event, args }),
    calls: async (what) => ((await ask((id) => ({ t: 'calls', id }))) as Call[]).filter((call) => call.what === what),
    async stop() {
      await driven.close().catch(() => undefined);
      if (child.exitCode === null && child.connected) child.disconnect();
      await exited;
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
