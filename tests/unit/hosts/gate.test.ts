import { describe, expect, it } from 'vitest';
import { createGate, type Asked, type Gate } from '#hosts/loopback/gate.ts';

const PORT = 4321;
const HOME = `http://127.0.0.1:${PORT}`;

function entered(): { gate: Gate; cookie: string; clock: { at: number } } {
  const clock = { at: 0 };
  const gate = createGate(
    () => PORT,
    () => clock.at,
  );
  const session = gate.spendToken(gate.issueToken());
  return { gate, cookie: `${gate.cookieName}=${session}`, clock };
}

/** A good request, but for what is said. */
function asked(change: Partial<Asked>): Asked {
  return {
    method: 'GET',
    path: '/',
    host: `127.0.0.1:${PORT}`,
    origin: undefined,
    cookie: undefined,
    upgrade: false,
    fetchSite: 'none',
    fetchMode: 'navigate',
    fetchDest: 'document',
    ...change,
  };
}

describe('the gate', () => {
  it('lets a good request pass', () => {
    const { gate, cookie } = entered();
    expect(gate.check(asked({ cookie }))).toMatchObject({ pass: true });
    expect(gate.check(asked({ cookie, method: 'POST', path: '/files', origin: HOME }))).toMatchObject({ pass: true });
    expect(gate.check(asked({ cookie, upgrade: true, path: '/wire', origin: HOME }))).toMatchObject({ pass: true });
    expect(gate.check(asked({ cookie: `other=1; ${cookie}; last=2` }))).toMatchObject({ pass: true });
  });

  it.each<[string, Partial<Asked>, number]>([
    ['no Host', { host: undefined }, 421],
    ['localhost by name', { host: `localhost:${PORT}` }, 421],
    ['a name that resolves to this machine', { host: `plumbline.example:${PORT}` }, 421],
    ['another port', { host: '127.0.0.1:80' }, 421],
    ['no port', { host: '127.0.0.1' }, 421],
    ['the address another way', { host: `127.1:${PORT}` }, 421],
    ['the address as a number', { host: `2130706433:${PORT}` }, 421],
    ['IPv6', { host: `[::1]:${PORT}` }, 421],
    ['a dot at the end', { host: `127.0.0.1.:${PORT}` }, 421],
    ['a user in the Host', { host: `127.0.0.1:${PORT}@evil.example` }, 421],
    ['two Hosts in one', { host: `127.0.0.1:${PORT}, evil.example` }, 421],
    ['a Host with a blank behind', { host: `127.0.0.1:${PORT} ` }, 421],
    ['a foreign Origin', { origin: 'https://evil.example' }, 403],
    ['the Origin null', { origin: 'null' }, 403],
    ['the Origin of a file', { origin: 'file://' }, 403],
    ['our Origin over https', { origin: `https://127.0.0.1:${PORT}` }, 403],
    ['our Origin on another port', { origin: `http://127.0.0.1:${PORT + 1}` }, 403],
    ['our Origin as localhost', { origin: `http://localhost:${PORT}` }, 403],
    ['our Origin with something behind', { origin: `${HOME}.evil.example` }, 403],
    ['our Origin with a path', { origin: `${HOME}/` }, 403],
    ['a POST without Origin', { method: 'POST', path: '/files' }, 403],
    ['a DELETE without Origin', { method: 'DELETE' }, 403],
    ['an upgrade without Origin', { upgrade: true, path: '/wire' }, 403],
    ['an upgrade with a foreign Origin', { upgrade: true, path: '/wire', origin: 'https://evil.example' }, 403],
    [
      'a script from another site',
      { fetchSite: 'cross-site', fetchMode: 'no-cors', fetchDest: 'script', path: '/assets/main.js' },
      403,
    ],
    ['an image on a page of another port', { fetchSite: 'same-site', fetchMode: 'no-cors', fetchDest: 'image' }, 403],
    ['a frame on another page', { fetchSite: 'cross-site', fetchMode: 'navigate', fetchDest: 'iframe' }, 403],
    ['a frame on a page of another port', { fetchSite: 'same-site', fetchMode: 'navigate', fetchDest: 'iframe' }, 403],
    ['a link from elsewhere to a file', { fetchSite: 'cross-site', path: '/files/abcdefgh' }, 403],
    ['a fetch from elsewhere', { fetchSite: 'cross-site', fetchMode: 'cors', fetchDest: 'empty' }, 403],
  ])('turns away %s, even with the cookie', (_what, change, status) => {
    const { gate, cookie } = entered();
    expect(gate.check(asked({ cookie, ...change }))).toMatchObject({ pass: false, status });
  });

  it.each([
    ['none', () => undefined],
    ['an empty one', () => ''],
    ['an empty value', () => `plumbline-${PORT}=`],
    ['a guess', () => `plumbline-${PORT}=${'A'.repeat(43)}`],
    ['one of another port', (cookie: string) => cookie.replace(String(PORT), '4322')],
    ['its beginning', (cookie: string) => cookie.slice(0, -1)],
    ['it in capitals', (cookie: string) => cookie.replace(/=.*/, (value) => value.toUpperCase())],
    ['one inside another name', (cookie: string) => `x${cookie}`],
    ['one in quotes', (cookie: string) => cookie.replace(/=(.*)/, '="$1"')],
  ])('wants the cookie, not %s', (_what, change) => {
    const { gate, cookie } = entered();
    expect(gate.check(asked({ cookie: change(cookie) }))).toEqual({ pass: false, status: 401 });
  });

  it('finds the right cookie behind one that somebody else set under its name', () => {
    const { gate, cookie } = entered();
    expect(gate.check(asked({ cookie: `plumbline-${PORT}=planted; ${cookie}` }))).toMatchObject({ pass: true });
  });

  it('sends a person who came by a link one step further, and nobody else', () => {
    const { gate } = entered();
    expect(gate.check(asked({ fetchSite: 'cross-site' }))).toEqual({ pass: false, status: 401, bounce: true });
    expect(gate.check(asked({ fetchSite: 'same-origin' }))).toEqual({ pass: false, status: 401 });
    expect(gate.check(asked({ fetchSite: undefined }))).toEqual({ pass: false, status: 401 });
  });

  it('spends a token once, and only within its life', () => {
    const { gate, clock } = entered();
    const token = gate.issueToken();
    expect(gate.spendToken(`${token}x`)).toBeNull();
    expect(gate.spendToken(token.slice(0, -1))).toBeNull();
    expect(gate.spendToken('')).toBeNull();
    expect(gate.spendToken(null)).toBeNull();
    expect(gate.spendToken(token)).toMatch(/^[\w-]{43}$/);
    expect(gate.spendToken(token)).toBeNull();
    const brief = gate.issueToken(1000);
    clock.at += 1000;
    expect(gate.spendToken(brief)).toBeNull();
    expect(gate.spendToken(brief)).toBeNull();
  });

  it('knows a page by its secret, for its own session alone', () => {
    const { gate, cookie } = entered();
    const mine = gate.check(asked({ cookie }));
    const other = gate.check(asked({ cookie: `${gate.cookieName}=${gate.spendToken(gate.issueToken())}` }));
    if (!mine.pass || !other.pass) throw new Error('not let in');
    const page = gate.newPage(mine.session);
    expect(gate.pageKnown(mine.session, page)).toBe(true);
    for (const wrong of [undefined, '', page.slice(1), `${page} `, page.toLowerCase()]) {
      expect(gate.pageKnown(mine.session, wrong)).toBe(false);
    }
    expect(gate.pageKnown(other.session, page)).toBe(false);
    expect(gate.pageKnown('constructor', page)).toBe(false);
    for (let n = 0; n < 64; n++) gate.newPage(mine.session);
    expect(gate.pageKnown(mine.session, page)).toBe(false);
  });
});
