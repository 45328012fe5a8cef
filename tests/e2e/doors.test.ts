import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { redirectPage } from '#hosts/loopback/open-browser.ts';
import { startTestLoopback, type TestLoopback } from '../transport/test-loopback.ts';

/** The loopback door as a real browser meets it, with other pages open beside it. */
let browser: Browser;
let context: BrowserContext;
let loopback: TestLoopback;
let other: Server;
let folder: string;

beforeAll(async () => {
  browser = await chromium.launch(inject('chromium'));
  loopback = await startTestLoopback();
  folder = mkdtempSync(join(tmpdir(), 'plumbline-e2e-'));
  other = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Other</title><h1>Other</h1>'),
  );
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await browser?.close();
  await loopback?.close();
  other?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  context = await browser.newContext();
});
afterEach(() => context.close());

const address = (): string => `${loopback.origin}/start?token=${loopback.server.gate.issueToken()}`;

describe('coming in', () => {
  it('by the printed address', async () => {
    const page = await context.newPage();
    const answer = await page.goto(address());
    expect(answer?.status()).toBe(200);
    expect(page.url()).toBe(`${loopback.origin}/`);
    expect((await page.reload())?.status()).toBe(200);
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });

  it('by the redirect file, though it is another site', async () => {
    const file = join(folder, 'open.html');
    writeFileSync(file, redirectPage(address()));
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector('meta[name="plumbline-page"]', { state: 'attached' });
    expect(page.url()).toBe(`${loopback.origin}/`);
  });

  it('not by an address that was used, nor without one', async () => {
    const page = await context.newPage();
    const used = address();
    await page.goto(used);
    const stranger = await browser.newContext();
    const second = await stranger.newPage();
    expect((await second.goto(used))?.status()).toBe(401);
    expect(await second.textContent('h1')).toBe('This page is locked');
    expect((await second.goto(`${loopback.origin}/`))?.status()).toBe(401);
    await stranger.close();
  });

  it('not by a link from elsewhere without the cookie: one step, and it stays locked', async () => {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    await page.evaluate((to) => {
      location.href = to;
    }, `${loopback.origin}/`);
    await page.waitForSelector('h1:has-text("This page is locked")');
  });
});

describe.each(['127.0.0.1', 'localhost'])('a page of another program on %s', (host) => {
  it('reaches nothing, though the browser would send the cookie along', async () => {
    const mine = await context.newPage();
    await mine.goto(address());
    const page = await context.newPage();
    await page.goto(`http://${host}:${(other.address() as AddressInfo).port}/`);
    const received = vi.spyOn(loopback.shelf, 'receive');
    const found = await page.evaluate(async (origin) => {
      const tried = async (what: Promise<Response>): Promise<string> =>
        await what.then(
          async (answer) => `${answer.type} ${(await answer.text()).length}`,
          () => 'refused',
        );
      const socket = await new Promise<string>((resolve) => {
        const made = new WebSocket(`${origin.replace('http', 'ws')}/wire`);
        made.addEventListener('open', () => resolve('open'));
        made.addEventListener('error', () => resolve('refused'));
      });
      const loaded = (element: HTMLImageElement | HTMLScriptElement): Promise<string> =>
        new Promise((resolve) => {
          element.addEventListener('load', () => resolve('loaded'));
          element.addEventListener('error', () => resolve('refused'));
          element.src = `${origin}/assets/main.js`;
          document.body.append(element);
        });
      const frame = Object.assign(document.createElement('iframe'), { src: `${origin}/` });
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve));
      let inside = 'hidden';
      try {
        inside = frame.contentDocument ? 'seen' : 'hidden';
      } catch {
        // another origin
      }
      return {
        socket,
        inside,
        script: await loaded(document.createElement('script')),
        page: await tried(fetch(`${origin}/`, { credentials: 'include' })),
        blind: await tried(fetch(`${origin}/`, { credentials: 'include', mode: 'no-cors' })),
        upload: await tried(
          fetch(`${origin}/files?purpose=return&name=a.csv`, {
            method: 'POST',
            body: 'x',
            credentials: 'include',
            mode: 'no-cors',
          }),
        ),
      };
    }, loopback.origin);
    expect(found).toMatchObject({ socket: 'refused', inside: 'hidden', script: 'refused', page: 'refused' });
    expect(found.blind).toMatch(/^(refused|opaque 0)$/);
    expect(found.upload).toMatch(/^(refused|opaque 0)$/);
    expect(received).not.toHaveBeenCalled();
    received.mockRestore();
  });
});

describe('the page under its policy', () => {
  it('runs no script and no style but its own', async () => {
    const page = await context.newPage();
    await page.goto(address());
    const found = await page.evaluate(async () => {
      const broken: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => broken.push(event.effectiveDirective));
      document.body.innerHTML =
        '<img src="x" onerror="window.ran = true"><form action="https://evil.example/"></form><base href="https://evil.example/">';
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }));
      document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }));
      const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
      document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { margin: 7px }', nonce }));
      document.querySelector('form')?.submit();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return {
        broken: [...new Set(broken)].sort(),
        ran: 'ran' in window,
        margin: getComputedStyle(document.body).marginTop,
        url: location.href,
      };
    });
    expect(found.ran).toBe(false);
    expect(found.margin).toBe('7px');
    expect(found.url).toBe(`${loopback.origin}/`);
    expect(found.broken).toEqual(['base-uri', 'form-action', 'script-src-attr', 'script-src-elem', 'style-src-elem']);
  });
});
