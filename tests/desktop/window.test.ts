import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { BridgeAnswer, PickedFile } from '#shared/rpc/host-bridge.ts';
import { startProgram, type Program } from './program.ts';

/**
 * The real main and preload bundles over the stand-in. Not shown here, because only Electron itself could: keys and
 * roles of the menu, the system's sandbox, asar and fuses, native drag and drop, what happens when a page crashes.
 */
let program: Program;
let page: Page;
beforeAll(async () => {
  program = await startProgram(inject('chromium'), 'blank');
  page = await program.newPage([]);
});
afterAll(() => program?.stop());

const HOME = 'https://plumbline.app.test/';

describe('the desktop window', () => {
  it('opens and shows the page', async () => {
    expect(await page.textContent('h1')).toBe('Blank');
    expect(page.url()).toBe(HOME);
  });

  it('is opened with every guard on', async () => {
    const [made] = await program.calls('BrowserWindow');
    const options = made?.args[0] as { webPreferences: Record<string, unknown> };
    expect(options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
    expect(await program.calls('app.enableSandbox')).toHaveLength(1);
    expect((await program.calls('registerSchemesAsPrivileged'))[0]?.args).toEqual([
      [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }],
    ]);
  });

  it('has nothing of Node and one object of ours', async () => {
    const found = await page.evaluate(() => {
      const names = ['require', 'process', 'Buffer', 'module', 'global', 'electron', 'ipcRenderer', 'standInSend', '__dirname'];
      return {
        there: names.filter((name) => name in window),
        keys: Object.keys(window.plumbline).sort(),
        kind: window.plumbline.kind,
      };
    });
    expect(found.there).toEqual([]);
    expect(found.kind).toBe('desktop');
    expect(found.keys).toEqual([
      'dropFile',
      'kind',
      'onClose',
      'onFrame',
      'onMenu',
      'pickFile',
      'pickPlace',
      'saveResult',
      'send',
    ]);
  });

  it('does not let the page change that object', async () => {
    const kept = await page.evaluate(() => {
      try {
        Object.assign(window.plumbline, { send: () => undefined });
      } catch {
        // refused aloud
      }
      try {
        Object.defineProperty(window, 'plumbline', { value: null });
      } catch {
        // refused aloud
      }
      return typeof window.plumbline.pickFile;
    });
    expect(kept).toBe('function');
  });

  it.each([
    ['another site', 'https://evil.example/'],
    ['another host of our scheme', 'https://evil.app.test/'],
    ['a file of ours that is not the page', `${HOME}assets/main.js`],
    ['the page with a question', `${HOME}?next=https://evil.example/`],
    ['this machine', 'http://127.0.0.1:9/'],
    ['the disk', 'file:///etc/passwd'],
    ['data', 'data:text/html,<h1>other</h1>'],
    ['script', 'javascript:document.body.textContent="other"'],
  ])('stays where it is when the page goes to %s', async (_what, address) => {
    await page.evaluate((to) => {
      location.href = to;
    }, address);
    await page.waitForTimeout(120);
    expect(page.url()).toBe(HOME);
    expect(await page.textContent('h1')).toBe('Blank');
  });

  it('stays where it is on a form, a refresh and a frame', async () => {
    await page.evaluate(() => {
      const form = Object.assign(document.createElement('form'), { action: 'https://evil.example/', method: 'post' });
      document.body.append(form);
      form.submit();
      document.head.append(
        Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=https://evil.example/' }),
      );
      const frame = Object.assign(document.createElement('iframe'), { src: 'https://evil.example/' });
      document.body.append(frame);
    });
    await page.waitForTimeout(200);
    expect(page.url()).toBe(HOME);
    const asked = (await program.calls('request')).map((call) => call.args);
    expect(asked.filter(([url, verdict]) => verdict === 'allowed' && !String(url).startsWith('app://plumbline/'))).toEqual([]);
    await page.reload();
  });

  it('opens no other window', async () => {
    const before = page.context().pages().length;
    for (const address of ['https://evil.example/', HOME, 'about:blank']) {
      await page.evaluate((to) => void window.open(to), address);
    }
    await expect.poll(async () => (await program.calls('window.open')).length).toBeGreaterThanOrEqual(3);
    expect((await program.calls('window.open')).every((call) => call.args[0] === 'deny')).toBe(true);
    await expect.poll(() => page.context().pages().length).toBe(before);
  });

  it('is given no permission', async () => {
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
      return await Promise.all(
        names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
      );
    });
    expect(new Set(states)).toEqual(new Set(['denied']));
    const place = await page.evaluate(
      () =>
        new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('told'),
            () => resolve('refused'),
          ),
        ),
    );
    expect(place).toBe('refused');
  });

  it('runs under the content policy', async () => {
    const found = await page.evaluate(async () => {
      const broken: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => broken.push(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = true';
      document.body.append(script);
      const style = document.createElement('style');
      style.textContent = 'h1 { color: rgb(1, 2, 3) }';
      document.head.append(style);
      const far = Object.assign(new Image(), { src: 'https://evil.example/a.png' });
      document.body.append(far);
      document.body.append(Object.assign(document.createElement('object'), { data: 'https://evil.example/a.pdf' }));
      const fetched = await fetch('https://evil.example/').then(
        () => 'fetched',
        () => 'refused',
      );
      // In a later turn: what the test itself evaluates is let off that rule.
      const evaluated = await new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            resolve(String(Reflect.construct(Function, ['return "ran"'])()));
          } catch {
            resolve('refused');
          }
        });
      });
      await new Promise((resolve) => setTimeout(resolve, 100));
      const colour = getComputedStyle(document.querySelector('h1') as Element).color;
      return { broken: [...new Set(broken)].sort(), fetched, evaluated, colour, inline: 'ranInline' in window };
    });
    expect(found).toMatchObject({ fetched: 'refused', evaluated: 'refused', inline: false });
    expect(found.colour).not.toBe('rgb(1, 2, 3)');
    expect(found.broken).toEqual(['connect-src', 'img-src', 'object-src', 'script-src', 'script-src-elem', 'style-src-elem']);
  });

  it('serves only what was built', async () => {
    const statuses = await page.evaluate(async () => {
      const paths = ['/../package.json', '/%2e%2e/package.json', '/..%2fnode/desktop-main.js', '/index.html', '/assets/none.js'];
      return await Promise.all(paths.map(async (path) => (await fetch(path)).status));
    });
    expect(new Set(statuses)).toEqual(new Set([404]));
    expect(await page.evaluate(async () => (await fetch('/', { method: 'POST' })).status)).toBe(405);
  });

  it('passes the choices of the menu on by name', async () => {
    const chosen = page.evaluate(() => new Promise<string>((resolve) => window.plumbline.onMenu(resolve)));
    await page.waitForTimeout(50);
    await program.clickMenu('Lock');
    expect(await chosen).toBe('lock');
  });

  it('comes to the front when the program is started again, and opens what that start named', async () => {
    program.emit('second-instance', {}, ['electron', '.', 'Child S.review']);
    await expect.poll(async () => (await program.calls('focus')).length).toBe(1);
    await expect.poll(() => existsSync(join(program.home, 'opened.txt'))).toBe(true);
    expect(readFileSync(join(program.home, 'opened.txt'), 'utf8')).toMatch(/Child S\.review$/);
  });
});

describe('whom the desktop listens to', () => {
  const FOREIGN: [string, { url?: string; top?: boolean; knownWindow?: boolean }][] = [
    ['a frame of another site', { url: 'https://evil.example/', top: false }],
    ['another site in the window', { url: 'https://evil.example/?app://plumbline/' }],
    ['a frame inside our page', { top: false }],
    ['a blank frame', { url: 'about:blank', top: false }],
    ['a window that is not ours', { knownWindow: false }],
    ['a host that begins like ours', { url: 'app://plumbline.evil.example/' }],
  ];

  it.each(FOREIGN)('refuses %s every question', async (_what, sender) => {
    for (const [channel, args] of [
      ['file:pick', [{ purpose: 'return' }]],
      ['file:place', [{ suggestedName: 'A' }]],
      ['file:drop', [{ name: 'a', path: '/etc/passwd', bytes: null }, 'return']],
      ['file:save', [{ ref: 'abcdefgh', name: 'a' }]],
    ] as const) {
      expect(await program.ipc({ channel, args: [...args], invoke: true, ...sender })).toMatchObject({
        error: { code: 'locked' },
      });
    }
    expect(await program.calls('showOpenDialog')).toEqual([]);
  });

  it.each(FOREIGN)('lets %s send nothing on the wire', async (_what, sender) => {
    await page.reload();
    const frames = page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const heard: string[] = [];
          window.plumbline.onFrame((frame) => heard.push(frame));
          setTimeout(() => resolve(heard), 150);
        }),
    );
    const hello = JSON.stringify({ t: 'hello', protocol: 1, build: 'test', afterSeq: null });
    await program.ipc({ channel: 'wire:join', args: [], ...sender });
    await program.ipc({ channel: 'wire:frame', args: [hello], ...sender });
    expect(await frames).toEqual([]);
  });

  it.each([
    ['no purpose', [{}]],
    ['a purpose nobody knows', [{ purpose: 'photo' }]],
    ['a field too many', [{ purpose: 'return', path: '/etc/passwd' }]],
    ['nothing', []],
    ['text', ['return']],
  ])('asks the person nothing for %s', async (_what, args) => {
    expect(await program.ipc({ channel: 'file:pick', args, invoke: true })).toMatchObject({ error: { code: 'badInput' } });
    expect(await program.calls('showOpenDialog')).toEqual([]);
  });
});

describe('files through the desktop window', () => {
  /** A call on the wire, by hand. */
  async function action(input: { text?: string; file?: string }): Promise<string> {
    await page.reload();
    return await page.evaluate(
      (given) =>
        new Promise<string>((resolve) => {
          window.plumbline.onFrame((text) => {
            const frame = JSON.parse(text) as { t: string; output?: { preamble: string }; error?: { code: string } };
            if (frame.t === 'hello')
              window.plumbline.send(JSON.stringify({ t: 'call', id: 'a', name: 'action.read', input: given }));
            else resolve(frame.output?.preamble ?? frame.error?.code ?? frame.t);
          });
          window.plumbline.send(JSON.stringify({ t: 'hello', protocol: 1, build: 'test', afterSeq: null }));
        }),
      input,
    );
  }
  const ok = <T>(answer: BridgeAnswer<T>): T => {
    if ('error' in answer) throw new Error(answer.error.code);
    return answer.ok;
  };

  it('brings picked files in by ref, and never shows their paths', async () => {
    const paths = ['Police.csv', 'School.csv'].map((name) => join(program.folder, name));
    for (const path of paths) writeFileSync(path, `from ${path.slice(-10)}`);
    program.answerDialog(paths);
    const answer = await page.evaluate(() => window.plumbline.pickFile({ purpose: 'return', multiple: true }));
    expect(JSON.stringify(answer)).not.toContain(program.folder);
    const picked: PickedFile[] = ok(answer);
    expect(picked.map((file) => [file.name, file.size])).toEqual([
      ['Police.csv', 15],
      ['School.csv', 15],
    ]);
    expect(await action({ file: picked[0]?.ref ?? '' })).toBe('Police.csv: from Police.csv');
    expect(await action({ file: 'nothing-of-that-name' })).toBe('fileMissing');
  });

  it('brings nothing when the person thinks better of it', async () => {
    program.answerDialog(null);
    expect(ok(await page.evaluate(() => window.plumbline.pickFile({ purpose: 'return' })))).toEqual([]);
    program.answerDialog(null);
    expect(ok(await page.evaluate(() => window.plumbline.pickPlace({ suggestedName: 'Child S' })))).toBeNull();
  });

  it('proposes a name for a new review that is free and only a name', async () => {
    program.answerDialog([join(program.folder, 'Child S')]);
    const answer = await page.evaluate(() => window.plumbline.pickPlace({ suggestedName: '../../Child S' }));
    expect(ok(answer)).toMatchObject({ name: 'Child S.review', size: 0 });
    const options = (await program.calls('showSaveDialog')).at(-1)?.args[0] as { defaultPath: string };
    expect(options.defaultPath).toMatch(/\/Child S\.review$/);
  });

  it('brings a dropped file in that has no path', async () => {
    const answer = await page.evaluate(() => window.plumbline.dropFile(new File(['Date,Entry'], '../GP.csv'), 'return'));
    const file = ok(answer);
    expect(file).toMatchObject({ name: 'GP.csv', size: 10 });
    expect(await action({ file: file.ref })).toBe('GP.csv: Date,Entry');
    const copy = await page.evaluate(() => window.plumbline.dropFile(new File(['sealed'], 'Child T.review'), 'review'));
    expect(ok(copy)).toMatchObject({ name: 'Child T.review' });
    expect(readFileSync(join(program.home, 'reviews/Child T.review'), 'utf8')).toBe('sealed');
    const nothing = await page.evaluate(() => window.plumbline.dropFile({ name: '/etc/passwd', size: 1 }, 'return'));
    expect(nothing).toMatchObject({ error: { code: 'fileMissing' } });
  });

  it('saves a result where the person says, once', async () => {
    const ref = await action({ text: 'deliver:the bytes' });
    const path = join(program.folder, 'Saved.docx');
    program.answerDialog(null);
    const save = () => page.evaluate((given) => window.plumbline.saveResult({ ref: given, name: '../Actions.docx' }), ref);
    expect(ok(await save())).toBe(false);
    program.answerDialog([path]);
    expect(ok(await save())).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('the bytes');
    const asked = (await program.calls('showSaveDialog')).length;
    expect(await save()).toMatchObject({ error: { code: 'fileMissing' } });
    expect(await program.calls('showSaveDialog')).toHaveLength(asked);
  });

  it('says that it could not write, and keeps nothing half', async () => {
    const ref = await action({ text: 'deliver:the bytes' });
    program.answerDialog([join(program.folder, 'no such folder', 'a.docx')]);
    const answer = await page.evaluate((given) => window.plumbline.saveResult({ ref: given, name: 'a.docx' }), ref);
    expect(answer).toMatchObject({ error: { code: 'writeFailed' } });
  });
});

describe('the end of things', () => {
  it('starts the core again when it ends by itself, and the page with it', async () => {
    const closed = page
      .evaluate(() => new Promise<string>((resolve) => window.plumbline.onClose(() => resolve('closed'))))
      .catch(() => 'loaded again');
    await page.waitForTimeout(50);
    const loaded = page.waitForEvent('load');
    program.killCore();
    expect(await closed).toMatch(/closed|loaded again/);
    await loaded;
    const answered = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          window.plumbline.onFrame(resolve);
          window.plumbline.send(JSON.stringify({ t: 'hello', protocol: 1, build: 'test', afterSeq: null }));
        }),
    );
    expect(answered).toContain('"t":"hello"');
  });

  it('ends when its last window is closed', async () => {
    await page.close();
    expect(await program.exited).toBe(0);
  });
});
