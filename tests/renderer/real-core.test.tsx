// @vitest-environment node
import './own-jsdom.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { act } from 'react';
import { createWorkbench as createCore, type Workbench as Core } from '#core/index.ts';
import { App } from '#renderer/app.tsx';
import { createWorkbench, type Workbench } from '#renderer/data/workbench.tsx';
import { AppError } from '#shared/kernel/app-error.ts';
import { BUILD } from '#shared/rpc/build-id.ts';
import { createRpcClient } from '#shared/rpc/client.ts';
import type { HostBridge } from '#shared/rpc/host-bridge.ts';
import { memoryPair } from '#shared/rpc/memory-transport.ts';
import { serveRpc } from '#shared/rpc/server.ts';
import { button, click, onPage, type OnPage, press, until } from './on-page.tsx';

const PASSPHRASE = 'copper window seventeen fern';
let page: OnPage | null = null;
let core: Core | null = null;
let workbench: Workbench | null = null;
let folder = '';

afterEach(async () => {
  await page?.unmount();
  workbench?.client.close();
  await core?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The window over the real core: encrypted file, contract, wire, page. Only the transport is memory. */
async function openWindow(): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-window-'));
  const refuse = (): never => {
    throw new AppError('notBuiltYet');
  };
  core = createCore(
    {
      host: 'test',
      receiveFile: refuse,
      deliverFile: refuse,
      reviewPath: async (ref) => join(folder, `${ref}.review`),
      dataFolder: folder,
      now: () => Date.now(),
      log: () => undefined,
    },
    { threads: false },
  );
  const connect = async () => {
    const [near, far] = memoryPair();
    if (core) serveRpc(far, core.connect(), { build: BUILD });
    return near;
  };
  const host: HostBridge = {
    kind: 'browser',
    connect,
    pickFile: refuse,
    pickPlace: async ({ suggestedName }) => ({ ref: 'place-of-the-new-review', name: suggestedName, size: 0 }),
    dropFile: refuse,
    saveResult: refuse,
  };
  workbench = createWorkbench(createRpcClient(connect, { build: BUILD, checkOutputs: true }), host);
  history.replaceState(null, '', '#/start');
  page = await onPage(<App workbench={workbench} env="test" />);
}

async function type(label: string, text: string): Promise<void> {
  const named = [...document.querySelectorAll('label')].find((one) => one.textContent === label);
  const field = named && document.getElementById(named.htmlFor);
  if (!(field instanceof HTMLInputElement)) throw new Error(`no field ${label}`);
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
const shown = (): string => page?.root.textContent ?? '';

test('a review is made, its sheet shown, a detail changed, taken back, locked and unlocked', async () => {
  await openWindow();
  await click(await until(() => button(/^New review/)));
  await type('Title', 'Local review: Child K');
  await type('Reference', 'LCSPR 2031/04');
  await type('Period from', 'Sept 2024');
  await type('Period to', '31.8.25');
  await type('Your name', 'Tamsin Orrell');
  await type('Your post', 'Independent Reviewer');
  await type('Passphrase', PASSPHRASE);
  await type('The same again', PASSPHRASE);
  await click(button(/^Make the review/));
  const sheet = await until(() => document.querySelector('.pl-sheet'), 'the recovery sheet');
  expect(sheet.querySelectorAll('.pl-sheet-words li').length).toBeGreaterThan(10);
  const [key] = [...sheet.querySelectorAll('.pl-sheet-hex dd')].map((one) => one.textContent);
  expect(key).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
  expect(sheet.querySelector('svg path')?.getAttribute('d')?.length).toBeGreaterThan(500);

  await click(button(/Go on to the review/));
  await until(() => shown().includes('Nothing is in this review yet'));
  expect(document.querySelector('.pl-sheet')).toBeNull();
  expect(shown()).toContain('1 Sep 2024 to 31 Aug 2025');

  await click(button(/^Change the details/));
  await type('Partnership', 'Fenmoor Safeguarding Partnership');
  await click(button(/^Keep the details/));
  await until(() => document.querySelector('.pl-top-partnership')?.textContent === 'Fenmoor Safeguarding Partnership');
  await press('z', { ctrlKey: true });
  await until(() => document.querySelector('.pl-top-partnership')?.textContent === '');
  await until(() => document.querySelector('[data-live=polite]')?.textContent === 'Undone: Review details.');

  await press('L', { ctrlKey: true, shiftKey: true });
  await until(() => shown().includes('LCSPR 2031/04 is locked'));
  await type('Passphrase', PASSPHRASE);
  await click(button(/^Unlock$/));
  await until(() => document.querySelector('.pl-lock') === null && shown().includes('Nothing is in this review yet'));

  await press('F9');
  await until(() => document.querySelector('[aria-label="Names"] [aria-checked="true"]')?.textContent === 'Anonymised');
});
