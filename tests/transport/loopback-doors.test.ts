import { readdirSync, readFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect as tcp } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGE_HEADER } from '#shared/rpc/host-bridge.ts';
import { startTestLoopback, type TestLoopback } from './test-loopback.ts';

const KB = 1024;
let loopback: TestLoopback;
let cookie: string;
let secret: string;

beforeAll(async () => {
  loopback = await startTestLoopback({ fileLimit: 64 * KB, reviewLimit: 128 * KB });
  ({ cookie, secret } = await loopback.enter());
});
afterAll(() => loopback.close());

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** A request as raw as node lets one be: the path goes out as it is written. */
function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: Uint8Array } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: loopback.server.port, path, method: options.method ?? 'GET', headers: options.headers ?? {} },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString() }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(options.body);
  });
}
const inside = (): Record<string, string> => ({ cookie, origin: loopback.origin, [PAGE_HEADER]: secret });
const upload = (query: string, body: Uint8Array, headers = inside()) => ask(`/files?${query}`, { method: 'POST', headers, body });

/** How the server answers an upgrade. */
function upgrade(path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const key = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    };
    const sent = request({ host: '127.0.0.1', port: loopback.server.port, path, headers: { ...key, ...headers } });
    sent.on('response', (response) => resolve(response.statusCode ?? 0));
    sent.on('upgrade', (_response, socket) => {
      socket.destroy();
      resolve(101);
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('the loopback door', () => {
  it('gives the page to whoever has the token, once', async () => {
    const token = loopback.server.gate.issueToken();
    const first = await ask(`/start?token=${token}`);
    expect(first).toMatchObject({ status: 303, headers: { location: '/' } });
    const [set = ''] = first.headers['set-cookie'] ?? [];
    expect(set).toMatch(new RegExp(`^plumbline-${loopback.server.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`));
    expect((await ask('/', { headers: { cookie: set.split(';')[0] ?? '' } })).status).toBe(200);
    const again = await ask(`/start?token=${token}`);
    expect(again.status).toBe(401);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  it.each([
    ['no token', '/start'],
    ['an empty token', '/start?token='],
    ['a wrong token', `/start?token=${'A'.repeat(43)}`],
    ['no cookie', '/'],
    ['no cookie for a script', '/assets/main.js'],
    ['no cookie for a file', '/files/abcdefgh'],
    ['no cookie for what is not there', '/nothing'],
  ])('answers 401 to %s', async (_what, path) => {
    expect((await ask(path)).status).toBe(401);
  });

  it.each([
    ['localhost', 'localhost', 421],
    ['a name pointed here', 'rebind.example', 421],
  ])('answers 421 to the Host %s', async (_what, name, status) => {
    expect((await ask('/', { headers: { cookie, host: `${name}:${loopback.server.port}` } })).status).toBe(status);
  });

  it('answers 403 to a foreign Origin and says nothing of sharing', async () => {
    const answer = await ask('/', { headers: { cookie, origin: 'https://evil.example' } });
    expect(answer.status).toBe(403);
    const preflight = await ask('/files', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(403);
    for (const { headers } of [answer, preflight]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('locks every answer: policy, no store, no frame, no sniffing', async () => {
    const answers = [
      await ask('/'),
      await ask('/', { headers: { cookie } }),
      await ask('/assets/main.js', { headers: { cookie } }),
    ];
    const nonces = answers.map(({ headers }) => {
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-frame-options': 'DENY',
        'x-content-type-options': 'nosniff',
      });
      expect(headers['referrer-policy']).toBe('no-referrer');
      const policy = String(headers['content-security-policy']);
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w-]{24}';/);
      return /nonce-([\w-]+)/.exec(policy)?.[1] ?? '';
    });
    expect(new Set(nonces).size).toBe(3);
    expect(answers[1]?.body).toContain(`nonce="${nonces[1]}"`);
    expect(answers[1]?.body).not.toContain('NONCE-OF-THIS-ANSWER');
  });

  it('gives each page a secret of its own', async () => {
    const one = (await ask('/', { headers: { cookie } })).body;
    const two = (await ask('/', { headers: { cookie } })).body;
    const found = [one, two].map((page) => /name="plumbline-page" content="([\w-]{43})"/.exec(page)?.[1]);
    expect(found[0]).toBeTruthy();
    expect(found[0]).not.toBe(found[1]);
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets%2f..%2f..%2fsecret.txt',
    '/./../secret.txt',
    '//secret.txt',
    '/assets//main.js',
    '/assets/main.js%00.txt',
    '/index.html',
    '/ASSETS/MAIN.JS',
    '/constructor',
    '/__proto__',
  ])('serves nothing for %s', async (path) => {
    const answer = await ask(path, { headers: { cookie } });
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('not for the page');
  });

  it.each(['http://evil.example/', '*', 'secret.txt'])('does not take %s for a path', async (path) => {
    const status = await new Promise<number>((resolve, reject) => {
      const socket = tcp(loopback.server.port, '127.0.0.1', () => {
        socket.write(
          `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${loopback.server.port}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
        );
      });
      socket.on('data', (data) => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(data.toString())?.[1])));
      socket.on('error', reject);
    });
    expect(status).toBe(400);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('knows no %s of the page', async (method) => {
    expect((await ask('/', { method, headers: { cookie, origin: loopback.origin } })).status).toBe(405);
  });

  it.each<[string, () => Record<string, string>, string, number]>([
    ['everything as it should be', () => ({ cookie, origin: loopback.origin }), '/wire', 101],
    ['no Origin', () => ({ cookie }), '/wire', 403],
    ['a foreign Origin', () => ({ cookie, origin: 'https://evil.example' }), '/wire', 403],
    ['the Origin null', () => ({ cookie, origin: 'null' }), '/wire', 403],
    ['the page of another port', () => ({ cookie, origin: 'http://127.0.0.1:1' }), '/wire', 403],
    ['no cookie', () => ({ origin: loopback.origin }), '/wire', 401],
    ['a wrong cookie', () => ({ origin: loopback.origin, cookie: `${cookie}x` }), '/wire', 401],
    ['a foreign Host', () => ({ cookie, origin: loopback.origin, host: `localhost:${loopback.server.port}` }), '/wire', 421],
    ['another path', () => ({ cookie, origin: loopback.origin }), '/', 404],
    ['a path below', () => ({ cookie, origin: loopback.origin }), '/wire/x', 404],
  ])('answers an upgrade with %s', async (_what, headers, path, status) => {
    expect(await upgrade(path, headers())).toBe(status);
  });

  it.each<[string, () => string | undefined]>([
    ['none', () => undefined],
    ['a wrong one', () => 'A'.repeat(43)],
    ['the cookie instead', () => cookie.split('=')[1]],
  ])('closes a socket whose page secret is %s', async (_what, given) => {
    const transport = await loopback.connect({ cookie, origin: loopback.origin });
    const closed = new Promise<void>((resolve) => transport.onClose(resolve));
    const page = given();
    const heard: string[] = [];
    transport.onFrame((frame) => heard.push(frame));
    transport.send(
      JSON.stringify({ t: 'hello', protocol: 1, build: 'test', afterSeq: null, ...(page === undefined ? {} : { secret: page }) }),
    );
    await closed;
    expect(heard).toEqual([]);
  });

  it('closes a socket whose page belongs to another browser', async () => {
    const other = await loopback.enter();
    const transport = await loopback.connect({ cookie: other.cookie, origin: loopback.origin });
    const closed = new Promise<void>((resolve) => transport.onClose(resolve));
    transport.send(JSON.stringify({ t: 'hello', protocol: 1, build: 'test', afterSeq: null, secret }));
    await closed;
  });

  it('cannot be reached from the network', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((found) => found && !found.internal && found.family === 'IPv4');
    if (!outside) return;
    const reached = await new Promise<boolean>((resolve) => {
      const socket = tcp({ host: outside.address, port: loopback.server.port, timeout: 1000 }, () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('timeout', () => resolve(false));
    });
    expect(reached).toBe(false);
  });
});

describe('files through the loopback door', () => {
  it('takes a file in and hands it to the core by its ref', async () => {
    const answer = await upload('purpose=return&name=Police%20return.csv', Buffer.from('Date,Entry\n'));
    expect(answer.status).toBe(201);
    const picked = JSON.parse(answer.body) as { ref: string; name: string; size: number };
    expect(picked).toMatchObject({ name: 'Police return.csv', size: 11 });
    expect(picked.ref).toMatch(/^[\w-]{32}$/);
    expect(Buffer.from((await loopback.shelf.received(picked.ref)).bytes).toString()).toBe('Date,Entry\n');
    expect(answer.body).not.toContain(loopback.folder);
  });

  it.each<[string, Record<string, string>, number]>([
    ['no page secret', { [PAGE_HEADER]: '' }, 403],
    ['a wrong page secret', { [PAGE_HEADER]: 'A'.repeat(43) }, 403],
    ['no cookie', { cookie: '' }, 401],
    ['a foreign Origin', { origin: 'https://evil.example' }, 403],
  ])('takes no file with %s', async (_what, change, status) => {
    const headers = { ...inside(), ...change };
    expect((await upload('purpose=return&name=a.csv', Buffer.from('x'), headers)).status).toBe(status);
    expect((await ask('/places?name=A', { method: 'POST', headers })).status).toBe(status);
  });

  it.each(['', 'purpose=', 'purpose=photo', 'purpose=constructor', 'name=a.csv'])(
    'takes no file for the purpose %j',
    async (query) => {
      const answer = await upload(query, Buffer.from('x'));
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'badInput' } });
    },
  );

  it('refuses a file over the limit, whether it says so or not', async () => {
    const body = Buffer.alloc(64 * KB + 1);
    for (const headers of [inside(), { ...inside(), 'transfer-encoding': 'chunked' }]) {
      const answer = await upload('purpose=return&name=big.csv', body, headers).catch(() => null);
      // A server that stops reading may also cut the line before its answer arrives.
      if (answer) expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'fileTooLarge' } });
    }
    expect((await upload('purpose=return&name=ok.csv', Buffer.alloc(64 * KB))).status).toBe(201);
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\a.csv', 'a.csv'],
    ['/absolute/b.csv', 'b.csv'],
    ['.hidden', 'hidden'],
    ['..', 'file'],
    ['', 'file'],
    ['CON.csv', 'file'],
    ['a\u0000b.csv', 'ab.csv'],
    ['gnp\u202Evsc.exe', 'gnpvsc.exe'],
    [`${'n'.repeat(400)}.csv`, `${'n'.repeat(176)}.csv`],
  ])('calls a file named %j by a name that is only a name', async (name, expected) => {
    const answer = await upload(`purpose=return&name=${encodeURIComponent(name)}`, Buffer.from('x'));
    expect(JSON.parse(answer.body)).toMatchObject({ name: expected });
  });

  it('keeps a copy of a review that is brought, never over another, and says where', async () => {
    const answers = [];
    for (const text of ['first', 'second'])
      answers.push(JSON.parse((await upload('purpose=review&name=Child%20S.review', Buffer.from(text))).body));
    expect(answers).toMatchObject([
      { name: 'Child S.review', size: 5, kept: 'a copy in reviews/Child S.review' },
      { name: 'Child S 2.review', size: 6 },
    ]);
    expect(readFileSync(join(loopback.folder, 'reviews/Child S.review'), 'utf8')).toBe('first');
    expect(loopback.places.path((answers[1] as { ref: string }).ref)).toBe(join(loopback.folder, 'reviews/Child S 2.review'));
  });

  it('leaves nothing of a review that is too large', async () => {
    const before = readdirSync(join(loopback.folder, 'reviews'));
    const headers = { ...inside(), 'transfer-encoding': 'chunked' };
    await upload('purpose=review&name=Large.review', Buffer.alloc(128 * KB + 1), headers).catch(() => null);
    expect(readdirSync(join(loopback.folder, 'reviews'))).toEqual(before);
  });

  it('gives a place for a new review inside the folder of reviews', async () => {
    const ask1 = await ask(`/places?name=${encodeURIComponent('../../Child T')}`, { method: 'POST', headers: inside() });
    const picked = JSON.parse(ask1.body) as { ref: string; name: string };
    expect(picked.name).toBe('Child T.review');
    expect(loopback.places.path(picked.ref)).toBe(join(loopback.folder, 'reviews/Child T.review'));
    const again = JSON.parse((await ask('/places?name=Child%20T', { method: 'POST', headers: inside() })).body) as {
      name: string;
    };
    expect(again.name).toBe('Child T 2.review');
  });

  it('hands a result out once', async () => {
    const ref = loopback.shelf.deliver({ name: 'Child A “actions”.docx', bytes: Buffer.from('PK') });
    const first = await ask(`/files/${ref}`, { headers: inside() });
    expect(first).toMatchObject({ status: 200, body: 'PK' });
    expect(first.headers['content-disposition']).toBe("attachment; filename*=UTF-8''Child%20A%20%E2%80%9Cactions%E2%80%9D.docx");
    expect((await ask(`/files/${ref}`, { headers: inside() })).status).toBe(404);
  });

  it('hands no result out after five minutes, to another page, or by a guess', async () => {
    const ref = loopback.shelf.deliver({ name: 'a.docx', bytes: Buffer.from('PK') });
    const other = await loopback.enter();
    expect((await ask(`/files/${ref}`, { headers: { cookie } })).status).toBe(403);
    expect((await ask(`/files/${ref}`, { headers: { ...inside(), cookie: other.cookie } })).status).toBe(403);
    expect((await ask(`/files/${ref}`, { headers: { [PAGE_HEADER]: secret } })).status).toBe(401);
    expect((await ask(`/files/${ref.slice(0, -1)}`, { headers: inside() })).status).toBe(404);
    expect((await ask('/files/', { headers: inside() })).status).toBe(404);
    loopback.clock.at += 5 * 60_000;
    expect((await ask(`/files/${ref}`, { headers: inside() })).status).toBe(404);
  });
});
