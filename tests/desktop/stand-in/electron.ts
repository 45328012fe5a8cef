import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { launchBrowser, type Browser } from './browser.ts';
import type { Cdp } from './cdp.ts';
import { fromBrowser, type Call, type FromTest, type ToTest } from './protocol.ts';
import { WebContents, type IpcEvent, type Surroundings } from './web-contents.ts';

/**
 * Stands for the module `electron` in tests: as much of it as our main bundle uses, over real Chromium. What it cannot
 * show: accelerators, menu roles, the system's sandbox, asar and fuses, native drag and drop, crashes of a page. A
 * denied window.open is a window that closes at once; permissions are decided before the page loads.
 */
const calls: Call[] = [];
const note = (what: string, ...args: unknown[]): void => void calls.push({ what, args: plain(args) as unknown[] });
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'function' ? '[function]' : inner)));
const say = (message: ToTest): void => void process.send?.(message);

let browser: Browser | null = null;
const launched = launchBrowser().then((made) => {
  browser = made;
  void made.cdp.send('Target.setDiscoverTargets', { discover: true });
  made.cdp.on((method, params) => {
    if (method === 'Target.targetCreated')
      void popup(params['targetInfo'] as { targetId: string; openerId?: string; url: string });
    if (method === 'Target.targetDestroyed') windows.find((window) => window.webContents.target === params['targetId'])?.close();
  });
});
const cdp = (): Cdp => {
  if (!browser) throw new Error('app is not ready');
  return browser.cdp;
};

async function popup(info: { targetId: string; openerId?: string; url: string }): Promise<void> {
  const opener = windows.find((window) => window.webContents.target === info.openerId);
  if (!opener) return;
  const { action } = opener.webContents.openHandler({ url: fromBrowser(info.url) });
  note('window.open', action);
  if (action !== 'deny') return;
  // Whoever else drives the browser holds a new page until it has looked at it; closed before, its opener would hang.
  await new Promise((resolve) => setTimeout(resolve, 200));
  await cdp().send('Target.closeTarget', { targetId: info.targetId });
}

// app
class App extends EventEmitter {
  isPackaged = false;
  commandLine = { appendSwitch: (name: string) => note('commandLine.appendSwitch', name) };
  private quitting = false;
  async whenReady(): Promise<void> {
    await launched;
  }
  enableSandbox(): void {
    note('app.enableSandbox');
  }
  requestSingleInstanceLock(): boolean {
    return true;
  }
  quit(): void {
    if (this.quitting) return;
    this.quitting = true;
    this.emit('before-quit', { preventDefault: () => undefined });
    for (const window of windows.slice()) window.close();
    let prevented = false;
    this.emit('will-quit', { preventDefault: () => (prevented = true) });
    if (!prevented) this.exit(0);
  }
  exit(code = 0): void {
    for (const child of children) child.kill('SIGKILL');
    browser?.stop();
    process.exit(code);
  }
}
export const app = new App();

// windows
const windows: BrowserWindow[] = [];
type WindowOptions = { webPreferences: { preload: string } };

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  private closed = false;
  constructor(options: WindowOptions) {
    super();
    note('BrowserWindow', options);
    this.webContents = new WebContents(surroundings, options.webPreferences.preload);
    app.emit('web-contents-created', {}, this.webContents);
    windows.push(this);
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return windows.find((window) => window.webContents === contents) ?? null;
  }
  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return windows.at(-1) ?? null;
  }
  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url);
  }
  show(): void {
    say({ t: 'shown' });
  }
  focus(): void {
    note('focus');
  }
  isMinimized(): boolean {
    return false;
  }
  restore(): void {
    note('restore');
  }
  close(): void {
    if (this.closed) return;
    this.closed = true;
    windows.splice(windows.indexOf(this), 1);
    this.webContents.destroy();
    this.emit('closed');
    if (windows.length === 0) app.emit('window-all-closed');
  }
}

// ipc
class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, (event: IpcEvent, ...args: unknown[]) => unknown>();
  handle(channel: string, handler: (event: IpcEvent, ...args: unknown[]) => unknown): void {
    this.handlers.set(channel, handler);
  }
}
export const ipcMain = new IpcMain();

// session, protocol
type Handler = (request: Request) => Response | Promise<Response>;
const schemes = new Map<string, Handler>();
let onBeforeRequest: (details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void = (_, answer) =>
  answer({ cancel: false });
let permissionCheck: (contents: null, permission: string) => boolean = () => true;

class Session extends EventEmitter {
  protocol = { handle: (scheme: string, handler: Handler) => void schemes.set(scheme, handler) };
  webRequest = { onBeforeRequest: (listener: typeof onBeforeRequest) => void (onBeforeRequest = listener) };
  setPermissionRequestHandler(handler: unknown): void {
    note('setPermissionRequestHandler', typeof handler);
  }
  setPermissionCheckHandler(handler: typeof permissionCheck): void {
    permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: unknown): void {
    note('setDevicePermissionHandler', typeof handler);
  }
}
export const session = { defaultSession: new Session() };
export const protocol = { registerSchemesAsPrivileged: (list: unknown) => note('registerSchemesAsPrivileged', list) };

/** Chromium's names for what Electron calls otherwise. */
const PERMISSIONS = ['geolocation', 'notifications', 'midi', 'clipboard-read', 'clipboard-write', 'camera', 'microphone'];

const surroundings: Surroundings = {
  get cdp() {
    return cdp();
  },
  onIpc: (event, channel, args) => void ipcMain.emit(channel, event, ...args),
  async onInvoke(event, channel, args) {
    const handler = ipcMain.handlers.get(channel);
    if (!handler) throw new Error('no handler');
    return await handler(event, ...args);
  },
  async answer(url, method) {
    const cancelled = await new Promise<boolean>((resolve) => onBeforeRequest({ url }, ({ cancel }) => resolve(cancel)));
    note('request', url, cancelled ? 'cancelled' : 'allowed');
    if (cancelled) return 'cancelled';
    const handler = schemes.get(url.slice(0, url.indexOf(':')));
    return handler ? await handler(fakeRequest(url, method)) : null;
  },
  async prepare(id) {
    for (const name of PERMISSIONS) {
      const setting = permissionCheck(null, name) ? 'granted' : 'denied';
      await cdp()
        .send('Browser.setPermission', { permission: { name }, setting })
        .catch(() => undefined);
    }
    let prevented = false;
    session.defaultSession.emit('will-download', { preventDefault: () => (prevented = true) });
    if (prevented)
      await cdp()
        .send('Browser.setDownloadBehavior', { behavior: 'deny' }, id)
        .catch(() => undefined);
  },
};

/** Node's Request refuses schemes of one's own. */
function fakeRequest(url: string, method: string): Request {
  return { url, method } as Request;
}

// menu and dialogs
type Item = { label?: string; submenu?: Item[]; click?: () => void };
let menu: Item[] = [];
export const Menu = {
  buildFromTemplate: (template: Item[]) => template,
  setApplicationMenu: (template: Item[]) => void (menu = template),
};

const answers: (string[] | null)[] = [];
export const dialog = {
  async showOpenDialog(_window: unknown, options: unknown): Promise<{ canceled: boolean; filePaths: string[] }> {
    note('showOpenDialog', options);
    const paths = answers.shift() ?? null;
    return { canceled: paths === null, filePaths: paths ?? [] };
  },
  async showSaveDialog(_window: unknown, options: unknown): Promise<{ canceled: boolean; filePath: string }> {
    note('showSaveDialog', options);
    const [path = ''] = answers.shift() ?? [];
    return { canceled: path === '', filePath: path };
  },
  showErrorBox: (title: string, content: string) => note('showErrorBox', title, content),
};

// utility process
const children = new Set<ChildProcess>();
class UtilityProcess extends EventEmitter {
  private readonly child: ChildProcess;
  constructor(path: string, args: string[]) {
    super();
    this.child = fork(path, args, {
      env: { ...process.env, STAND_IN_UTILITY: '1' },
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    children.add(this.child);
    this.child.on('message', (message) => this.emit('message', message));
    this.child.on('exit', (code) => {
      children.delete(this.child);
      this.emit('exit', code);
    });
  }
  postMessage(message: unknown): void {
    if (this.child.connected) this.child.send(message as object);
  }
  kill(): boolean {
    return this.child.kill();
  }
}
export const utilityProcess = { fork: (path: string, args: string[]) => new UtilityProcess(path, args) };

// the test
function findItem(items: Item[], label: string): Item | undefined {
  for (const item of items) {
    const found = item.label === label ? item : findItem(item.submenu ?? [], label);
    if (found) return found;
  }
  return undefined;
}

async function asIf(message: Extract<FromTest, { t: 'ipc' }>): Promise<unknown> {
  const contents = windows[0]?.webContents;
  const sender = message.knownWindow
    ? contents
    : ({ id: 9999, send: () => undefined, once: () => undefined } as unknown as WebContents);
  if (!sender) return null;
  const event: IpcEvent = { sender, senderFrame: { url: message.url, parent: message.top ? null : {} } };
  if (!message.invoke) return void ipcMain.emit(message.channel, event, ...message.args);
  return await surroundings.onInvoke(event, message.channel, message.args);
}

process.on('message', (message: FromTest) => {
  if (message.t === 'answerDialog') answers.push(message.paths);
  else if (message.t === 'clickMenu') {
    findItem(menu, message.label)?.click?.();
    say({ t: 'answer', id: message.id, value: null });
  } else if (message.t === 'killCore') for (const child of children) child.kill('SIGKILL');
  else if (message.t === 'emit') app.emit(message.event, ...message.args);
  else if (message.t === 'calls') say({ t: 'answer', id: message.id, value: calls });
  else void asIf(message).then((value) => say({ t: 'answer', id: message.id, value: value ?? null }));
});
process.on('disconnect', () => app.exit(0));
void launched.then(() => say({ t: 'ready', port: browser?.port ?? 0 }));
