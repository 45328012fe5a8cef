import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connectHost } from '#renderer/host/connect.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { BridgeAnswer, DesktopBridge, PickedFile } from '#shared/rpc/host-bridge.ts';

type Asked = { path: string; init: RequestInit };
let asked: Asked[] = [];
let answer: () => Response = () => new Response('{}', { status: 500 });

beforeEach(() => {
  asked = [];
  document.head.innerHTML = '<meta name="plumbline-page" content="page-secret">';
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push({ path, init });
    return answer();
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(window, 'plumbline');
});
const json = (body: unknown, status: number): Response => new Response(JSON.stringify(body), { status });
const code = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof AppError ? error.code : 'not an AppError'),
  );

test('the browser sends the secret of its page with each file', async () => {
  const { bridge } = connectHost();
  expect([bridge.kind, bridge.secret]).toEqual(['browser', 'page-secret']);
  answer = () => json({ ref: 'ref-12345678', name: 'Return 1 & 2.docx', size: 3 }, 201);
  const picked = await bridge.dropFile(new File(['abc'], 'Return 1 & 2.docx'), 'return');
  expect(picked).toEqual({ ref: 'ref-12345678', name: 'Return 1 & 2.docx', size: 3 });
  expect(asked[0]?.path).toBe('/files?purpose=return&name=Return+1+%26+2.docx');
  expect(asked[0]?.init.headers).toEqual({ 'x-plumbline-page': 'page-secret' });
});

test('a refusal comes as its code, and what is no refusal of ours as a fault without words', async () => {
  const { bridge } = connectHost();
  const place = (): Promise<string> => code(bridge.pickPlace({ suggestedName: 'A.review' }));
  answer = () => json({ error: { code: 'fileTooLarge', message: 'This file is larger.', details: {} } }, 413);
  expect(await place()).toBe('fileTooLarge');
  answer = () => json({ error: { code: 'constructor', message: 'x' } }, 400);
  expect(await place()).toBe('internal');
  answer = () => new Response('<html>', { status: 502 });
  expect(await place()).toBe('internal');
  answer = () => json({ ref: 'short' }, 201);
  expect(await place()).toBe('badOutput');
  answer = () => {
    throw new TypeError('failed to fetch');
  };
  expect(await place()).toBe('closed');
});

test('the desktop’s answers are values or errors, never thrown across its worlds', async () => {
  const refused: BridgeAnswer<PickedFile | null> = { error: { code: 'fileExists', message: 'There already.', details: {} } };
  const menu: string[] = [];
  let arrive: (frame: string) => void = () => undefined;
  const desktop: DesktopBridge = {
    kind: 'desktop',
    send: () => undefined,
    onFrame: (listener) => {
      arrive = listener;
    },
    onClose: () => undefined,
    onMenu: (listener) => listener('undo'),
    pickFile: async () => ({ ok: [] }),
    pickPlace: async () => refused,
    dropFile: async () => ({ ok: { ref: 'ref-12345678', name: 'a.csv', size: 1 } }),
    saveResult: async () => ({ ok: true }),
  };
  Object.assign(window, { plumbline: desktop });
  const host = connectHost();
  host.onMenu((command) => menu.push(command));
  expect([host.bridge.kind, menu]).toEqual(['desktop', ['undo']]);
  expect(await host.bridge.pickFile({ purpose: 'return' })).toEqual([]);
  expect(await code(host.bridge.pickPlace({ suggestedName: 'A.review' }))).toBe('fileExists');
  // A frame that comes before anybody listens is kept.
  arrive('early');
  const frames: string[] = [];
  (await host.bridge.connect()).onFrame((frame) => frames.push(frame));
  expect(frames).toEqual(['early']);
});
