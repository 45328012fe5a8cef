import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { createFileShelf, type FileShelf } from '#hosts/common/file-shelf.ts';
import { loadPageFiles } from '#hosts/common/page-files.ts';
import { createReviewPlaces, type ReviewPlaces } from '#hosts/common/review-places.ts';
import { createFileExchange } from '#hosts/loopback/file-exchange.ts';
import { startHttpServer, type LoopbackServer } from '#hosts/loopback/http-server.ts';
import { PAGE_META, WIRE_PATH } from '#shared/rpc/host-bridge.ts';
import { transportEnd, type Transport } from '#shared/rpc/transport.ts';
import { createTestWorkbench } from './test-workbench.ts';

export type TestLoopback = {
  server: LoopbackServer;
  origin: string;
  folder: string;
  shelf: FileShelf;
  places: ReviewPlaces;
  clock: { at: number };
  /** Comes in as a browser does; answers the cookie and the page's secret. */
  enter(): Promise<{ cookie: string; secret: string }>;
  connect(headers: Record<string, string>): Promise<Transport>;
  close(): Promise<void>;
};

const PAGE =
  '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta property="csp-nonce" nonce="NONCE-OF-THIS-ANSWER"><title>Test</title></head><body></body></html>';

/** The real loopback server over the test workbench, with a page of its own and limits small enough to be met. */
export async function startTestLoopback(limits: { fileLimit?: number; reviewLimit?: number } = {}): Promise<TestLoopback> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  mkdirSync(join(folder, 'page/assets'), { recursive: true });
  mkdirSync(join(folder, 'reviews'), { recursive: true });
  writeFileSync(join(folder, 'page/index.html'), PAGE);
  writeFileSync(join(folder, 'page/assets/main.js'), 'export {};\n');
  writeFileSync(join(folder, 'secret.txt'), 'not for the page');
  const clock = { at: Date.UTC(2026, 10, 23) };
  const shelf = createFileShelf({ now: () => clock.at });
  const places = createReviewPlaces();
  const workbench = createTestWorkbench();
  const server = await startHttpServer(
    {
      build: 'test',
      page: loadPageFiles(join(folder, 'page')),
      shelf,
      exchange: createFileExchange({ shelf, places, dataFolder: folder, ...limits }),
      connect: workbench.connect,
      now: () => clock.at,
    },
    0,
  );
  const origin = `http://127.0.0.1:${server.port}`;
  return {
    server,
    origin,
    folder,
    shelf,
    places,
    clock,
    async enter() {
      const first = await fetch(`${origin}/start?token=${server.gate.issueToken()}`, { redirect: 'manual' });
      const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      const page = await (await fetch(`${origin}/`, { headers: { cookie } })).text();
      return { cookie, secret: new RegExp(`name="${PAGE_META}" content="([^"]+)"`).exec(page)?.[1] ?? '' };
    },
    connect: (headers) => connectSocket(`ws://127.0.0.1:${server.port}${WIRE_PATH}`, headers),
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function connectSocket(url: string, headers: Record<string, string>): Promise<Transport> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers, perMessageDeflate: false });
    const end = transportEnd({ send: (frame) => socket.send(frame), close: () => socket.close() });
    socket.on('message', (data) => end.arrived(String(data)));
    socket.on('close', end.ended);
    socket.on('error', reject);
    socket.on('open', () => resolve(end.transport));
  });
}
