import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { AppError, toAppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import { FRAME_LIMIT } from '#shared/rpc/envelope.ts';
import { PAGE_HEADER, PAGE_META, WIRE_PATH } from '#shared/rpc/host-bridge.ts';
import { serveRpc } from '#shared/rpc/server.ts';
import type { RpcService } from '#shared/rpc/service.ts';
import type { FileShelf } from '../common/file-shelf.ts';
import type { PageFiles } from '../common/page-files.ts';
import { fillPage, lockedHeaders } from '../common/page-policy.ts';
import type { FileExchange } from './file-exchange.ts';
import { createGate, type Asked, type Gate } from './gate.ts';
import { bouncePage, lockedPage } from './notice-pages.ts';
import { wsTransport } from './ws-transport.ts';

export type HttpParts = {
  build: string;
  page: PageFiles;
  shelf: FileShelf;
  exchange: FileExchange;
  connect(): RpcService;
  now(): number;
  onInternal?(incident: string, error: unknown): void;
};

export type LoopbackServer = { port: number; gate: Gate; close(): Promise<void> };

/** Listens on 127.0.0.1 alone. Port 0 takes any free one. */
export async function startHttpServer(parts: HttpParts, port: number): Promise<LoopbackServer> {
  let bound = port;
  const gate = createGate(() => bound, parts.now);
  const server = createServer((request, response) => void answer(request, response));
  const sockets = new WebSocketServer({ noServer: true, maxPayload: FRAME_LIMIT, perMessageDeflate: false });
  server.on('upgrade', upgrade);
  server.headersTimeout = 10_000;
  await listen(server, port);
  bound = (server.address() as AddressInfo).port;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const nonce = randomBytes(18).toString('base64url');
    for (const [name, value] of Object.entries(lockedHeaders(nonce))) response.setHeader(name, value);
    const url = urlOf(request);
    if (url === null) return plain(response, 400);
    const asked = askedOf(request, url, false);
    const door = gate.door(asked);
    if (!door.pass) return plain(response, door.status);
    if (asked.method === 'GET' && url.pathname === '/start') return start(response, url.searchParams.get('token'));
    const verdict = gate.check(asked);
    if (!verdict.pass) return html(response, verdict.status, verdict.bounce ? bouncePage() : lockedPage());
    if (url.pathname === '/places' || url.pathname === '/files' || url.pathname.startsWith('/files/')) {
      return await files(request, response, url, verdict.session);
    }
    if (asked.method !== 'GET' && asked.method !== 'HEAD') return plain(response, 405);
    if (url.pathname === '/') {
      return html(response, 200, fillPage(parts.page.index, nonce, { [PAGE_META]: gate.newPage(verdict.session) }));
    }
    const file = parts.page.find(url.pathname);
    if (!file) return plain(response, 404);
    response.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes.length }).end(file.bytes);
  }

  function start(response: ServerResponse, token: string | null): void {
    const session = gate.spendToken(token);
    if (session === null) return html(response, 401, lockedPage());
    response.setHeader('set-cookie', `${gate.cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`);
    response.writeHead(303, { location: '/' }).end();
  }

  async function files(request: IncomingMessage, response: ServerResponse, url: URL, session: string): Promise<void> {
    try {
      if (!gate.pageKnown(session, headerOf(request, PAGE_HEADER))) throw new AppError('locked');
      const route = `${request.method} ${url.pathname}`;
      if (route === 'POST /files') return json(response, 201, await parts.exchange.upload(request, url.searchParams));
      if (route === 'POST /places') return json(response, 201, parts.exchange.place(url.searchParams));
      if (!route.startsWith('GET /files/')) return plain(response, 405);
      const file = parts.shelf.takeDelivered(url.pathname.slice('/files/'.length));
      if (!file) throw new AppError('fileMissing');
      response.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
      response
        .writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': file.bytes.length })
        .end(file.bytes);
    } catch (thrown) {
      const error = toAppError(thrown, () => incident(thrown));
      // What the browser still sends of a refused file is not read.
      response.setHeader('connection', 'close');
      json(response, statusOf(error), { error: error.toWire() });
    }
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const url = urlOf(request);
    const verdict = url && url.pathname === WIRE_PATH ? gate.check(askedOf(request, url, true)) : null;
    if (!verdict?.pass) return turnAway(socket, verdict?.status ?? 404);
    sockets.handleUpgrade(request, socket, head, (ws) => {
      serveRpc(wsTransport(ws), parts.connect(), {
        build: parts.build,
        admit: (secret) => gate.pageKnown(verdict.session, secret),
        onInternal: (id, error) => parts.onInternal?.(id, error),
      });
    });
  }

  function incident(error: unknown): string {
    const id = newId();
    parts.onInternal?.(id, error);
    return id;
  }

  return {
    port: bound,
    gate,
    close: () =>
      new Promise((resolve) => {
        for (const ws of sockets.clients) ws.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? `port ${port} is in use by another program` : `port ${port} cannot be used`;
      reject(new AppError('wrongUsage', { why: `The window cannot be served: ${why}.` }));
    });
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

/** Joined as text: as a relative address, `//name` would be a host and no path. */
function urlOf(request: IncomingMessage): URL | null {
  const target = request.url ?? '';
  const whole = `http://127.0.0.1${target}`;
  return target.startsWith('/') && URL.canParse(whole) ? new URL(whole) : null;
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function askedOf(request: IncomingMessage, url: URL, isUpgrade: boolean): Asked {
  return {
    method: request.method ?? '',
    path: url.pathname,
    host: headerOf(request, 'host'),
    origin: headerOf(request, 'origin'),
    cookie: headerOf(request, 'cookie'),
    upgrade: isUpgrade,
    fetchSite: headerOf(request, 'sec-fetch-site'),
    fetchMode: headerOf(request, 'sec-fetch-mode'),
    fetchDest: headerOf(request, 'sec-fetch-dest'),
  };
}

function statusOf(error: AppError): number {
  const known: Record<string, number> = { locked: 403, fileMissing: 404, fileTooLarge: 413, badInput: 400, internal: 500 };
  return known[error.code] ?? 400;
}

const REASONS: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  421: 'Misdirected Request',
};

function plain(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(REASONS[status] ?? '');
}

function html(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(text);
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function turnAway(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${REASONS[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
