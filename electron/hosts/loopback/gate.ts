import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What the gate looks at of a request. Header values as they came; undefined where there was none. */
export type Asked = {
  method: string;
  path: string;
  host: string | undefined;
  origin: string | undefined;
  cookie: string | undefined;
  upgrade: boolean;
  fetchSite: string | undefined;
  fetchMode: string | undefined;
  fetchDest: string | undefined;
};

/** `bounce`: a person followed a link from elsewhere, and the browser has held the strict cookie back. */
export type Verdict = { pass: true; session: string } | { pass: false; status: 401 | 403 | 421; bounce?: true };

export type Gate = {
  cookieName: string;
  /** A token for one opening. Without a life it holds until it is used or the server ends. */
  issueToken(lifeMs?: number): string;
  /** A good token → the value of the cookie, once. */
  spendToken(token: string | null): string | null;
  /** Host, Origin and where the browser says the request came from: before anything else is looked at. */
  door(asked: Asked): { pass: true } | { pass: false; status: 403 | 421 };
  /** The door, and the cookie. */
  check(asked: Asked): Verdict;
  /** The secret of a page that is about to be served to this session. */
  newPage(session: string): string;
  pageKnown(session: string, secret: string | undefined): boolean;
};

const MOST_PAGES = 64;

/** Everything that decides who may speak to the loopback door. Values are kept and compared as digests, in constant time. */
export function createGate(port: () => number, now: () => number): Gate {
  const tokens = new Map<string, number>();
  const sessions = new Map<string, string[]>();

  const authority = (): string => `127.0.0.1:${port()}`;
  const cookieName = (): string => `plumbline-${port()}`;

  function door(asked: Asked): { pass: true } | { pass: false; status: 403 | 421 } {
    if (asked.host !== authority()) return { pass: false, status: 421 };
    const writes = asked.upgrade || (asked.method !== 'GET' && asked.method !== 'HEAD');
    if (asked.origin === undefined ? writes : asked.origin !== `http://${authority()}`) return { pass: false, status: 403 };
    const elsewhere = asked.fetchSite === 'cross-site' || asked.fetchSite === 'same-site';
    // Cookies do not know ports: a page of another program on 127.0.0.1 is "same-site", and just as foreign.
    if (elsewhere && !isOpening(asked)) return { pass: false, status: 403 };
    return { pass: true };
  }

  return {
    get cookieName() {
      return cookieName();
    },
    issueToken(lifeMs = Number.POSITIVE_INFINITY) {
      const token = secret();
      tokens.set(digest(token), now() + lifeMs);
      return token;
    },
    spendToken(token) {
      const key = token === null ? undefined : find(tokens.keys(), token);
      if (key === undefined) return null;
      const until = tokens.get(key) ?? 0;
      tokens.delete(key);
      if (until <= now()) return null;
      const session = secret();
      sessions.set(digest(session), []);
      return session;
    },
    door,
    check(asked) {
      const first = door(asked);
      if (!first.pass) return first;
      const session = cookiesOf(asked.cookie, cookieName()).map((value) => find(sessions.keys(), value));
      const known = session.find((key) => key !== undefined);
      if (known !== undefined) return { pass: true, session: known };
      return {
        pass: false,
        status: 401,
        ...(asked.fetchSite === 'cross-site' && isOpening(asked) ? { bounce: true as const } : {}),
      };
    },
    newPage(session) {
      const pages = sessions.get(session) ?? [];
      const page = secret();
      pages.push(digest(page));
      if (pages.length > MOST_PAGES) pages.shift();
      sessions.set(session, pages);
      return page;
    },
    pageKnown(session, given) {
      return given !== undefined && find(sessions.get(session) ?? [], given) !== undefined;
    },
  };
}

/** A person opening the page itself in a tab of its own. */
function isOpening(asked: Asked): boolean {
  return (
    asked.method === 'GET' &&
    !asked.upgrade &&
    asked.fetchMode === 'navigate' &&
    asked.fetchDest === 'document' &&
    (asked.path === '/' || asked.path === '/start')
  );
}

/** Every value under that name: a second cookie of the same name must not hide the right one. */
function cookiesOf(header: string | undefined, name: string): string[] {
  if (header === undefined) return [];
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}

/** Looks at every candidate, so that time tells nothing. */
function find(digests: Iterable<string>, given: string): string | undefined {
  const wanted = Buffer.from(digest(given), 'hex');
  let found: string | undefined;
  for (const candidate of digests) if (timingSafeEqual(Buffer.from(candidate, 'hex'), wanted)) found = candidate;
  return found;
}

const secret = (): string => randomBytes(32).toString('base64url');
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
