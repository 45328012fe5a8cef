import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Cdp, Params } from './cdp.ts';
import { fromBrowser, toBrowser } from './protocol.ts';
import { BINDING, PAGE_SIDE, PRELOAD_WORLD, preloadSide, unpack } from './worlds.ts';

export type Frame = { url: string; parent: unknown };
export type IpcEvent = { sender: WebContents; senderFrame: Frame | null };
/** What the stand-in's other parts do for a page. */
export type Surroundings = {
  cdp: Cdp;
  onIpc(event: IpcEvent, channel: string, args: unknown[]): void;
  onInvoke(event: IpcEvent, channel: string, args: unknown[]): Promise<unknown>;
  /** The response of our own scheme, or null to let the network answer, or 'cancelled'. */
  answer(url: string, method: string): Promise<Response | null | 'cancelled'>;
  prepare(session: string): Promise<void>;
};

let nextId = 1;

export class WebContents extends EventEmitter {
  readonly id = nextId++;
  url = '';
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  target = '';
  private session = '';
  private world: number | null = null;
  private mainFrameId = '';
  private expected = new Set<string>();
  private gone = false;
  private readonly ready: Promise<void>;
  private readonly around: Surroundings;

  constructor(around: Surroundings, preload: string) {
    super();
    this.around = around;
    this.ready = this.attach(preload);
  }

  get mainFrame(): Frame {
    return { url: this.url, parent: null };
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  isDestroyed(): boolean {
    return this.gone;
  }
  send(channel: string, ...args: unknown[]): void {
    this.hear({ t: 'event', channel, args });
  }
  reload(): void {
    this.expected.add(this.url);
    void this.call('Page.reload');
  }
  async load(url: string): Promise<void> {
    await this.ready;
    this.expected.add(url);
    await this.call('Page.navigate', { url: toBrowser(url) });
  }
  destroy(): void {
    if (this.gone) return;
    this.gone = true;
    void this.around.cdp.send('Target.closeTarget', { targetId: this.target }).catch(() => undefined);
    this.emit('destroyed');
  }

  private call(method: string, params: Params = {}): Promise<Params> {
    return this.around.cdp.send(method, params, this.session).catch(() => ({}));
  }

  private hear(message: unknown): void {
    if (this.world === null) return;
    void this.call('Runtime.callFunctionOn', {
      executionContextId: this.world,
      functionDeclaration: 'function (text) { standInHear(JSON.parse(text)); }',
      arguments: [{ value: JSON.stringify(message) }],
    });
  }

  private async attach(preload: string): Promise<void> {
    const { cdp } = this.around;
    this.target = String((await cdp.send('Target.createTarget', { url: 'about:blank' }))['targetId']);
    this.mainFrameId = this.target;
    this.session = String((await cdp.send('Target.attachToTarget', { targetId: this.target, flatten: true }))['sessionId']);
    cdp.on((method, params, session) => {
      if (session === this.session) this.heard(method, params);
    });
    await this.call('Page.enable');
    await this.call('Runtime.enable');
    await this.call('Runtime.addBinding', { name: BINDING, executionContextName: PRELOAD_WORLD });
    await this.call('Page.addScriptToEvaluateOnNewDocument', { source: PAGE_SIDE });
    const source = preloadSide(readFileSync(preload, 'utf8'));
    await this.call('Page.addScriptToEvaluateOnNewDocument', { source, worldName: PRELOAD_WORLD });
    await this.around.prepare(this.session);
    await this.call('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  }

  private heard(method: string, params: Params): void {
    if (method === 'Runtime.executionContextCreated') this.worldMade(params['context'] as Params);
    else if (method === 'Page.frameNavigated') this.navigated(params['frame'] as Params);
    else if (method === 'Page.loadEventFired' && this.url !== 'about:blank') this.emit('did-finish-load');
    else if (method === 'Fetch.requestPaused') void this.paused(params);
    else if (method === 'Runtime.bindingCalled') void this.said(params);
  }

  private worldMade(context: Params): void {
    const { frameId } = context['auxData'] as { frameId: string };
    if (context['name'] === PRELOAD_WORLD && frameId === this.mainFrameId) this.world = Number(context['id']);
  }

  private navigated(frame: Params): void {
    if (frame['parentId'] === undefined) this.url = fromBrowser(`${String(frame['url'])}${String(frame['urlFragment'] ?? '')}`);
  }

  private async said(params: Params): Promise<void> {
    if (params['name'] !== BINDING || params['executionContextId'] !== this.world) return;
    const { t, id, channel, args } = JSON.parse(String(params['payload'])) as {
      t: string;
      id: number;
      channel: string;
      args: unknown[];
    };
    const event: IpcEvent = { sender: this, senderFrame: this.mainFrame };
    const given = args.map(unpack);
    if (t === 'send') return this.around.onIpc(event, channel, given);
    try {
      this.hear({ t: 'answer', id, value: await this.around.onInvoke(event, channel, given) });
    } catch (error) {
      this.hear({ t: 'answer', id, error: String(error) });
    }
  }

  private async paused(params: Params): Promise<void> {
    const requestId = params['requestId'];
    const request = params['request'] as { url: string; method: string; urlFragment?: string };
    const url = fromBrowser(request.url);
    if (params['resourceType'] === 'Document' && !this.mayGo(url, params['frameId'] === this.mainFrameId)) {
      return void this.call('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    }
    const response = await this.around.answer(url, request.method);
    if (response === 'cancelled') return void this.call('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    if (response === null) return void this.call('Fetch.continueRequest', { requestId });
    const body = Buffer.from(await response.arrayBuffer()).toString('base64');
    const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value }));
    void this.call('Fetch.fulfillRequest', { requestId, responseCode: response.status, responseHeaders, body });
  }

  /** Our own loading is not asked about, as in Electron. */
  private mayGo(url: string, isMainFrame: boolean): boolean {
    if (isMainFrame && this.expected.delete(url)) return true;
    let prevented = false;
    const event = { url, isMainFrame, preventDefault: () => (prevented = true) };
    this.emit('will-frame-navigate', event);
    if (isMainFrame) this.emit('will-navigate', event);
    return !prevented;
  }
}
