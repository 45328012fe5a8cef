import { randomBytes } from 'node:crypto';
import type { Protocol } from 'electron';
import type { PageFiles } from '../common/page-files.ts';
import { fillPage, lockedHeaders } from '../common/page-policy.ts';
import { PAGE_SCHEME } from './channels.ts';
import { isOurs } from './url-policy.ts';

/** Serves the built page under our own scheme, under the same rules as the loopback door. */
export function servePage(protocol: Protocol, page: PageFiles): void {
  protocol.handle(PAGE_SCHEME, (request) => {
    const nonce = randomBytes(18).toString('base64url');
    const headers = lockedHeaders(nonce);
    const plain = { ...headers, 'content-type': 'text/plain; charset=utf-8' };
    if (!isOurs(request.url)) return new Response('Forbidden', { status: 403, headers: plain });
    if (request.method !== 'GET') return new Response('Method Not Allowed', { status: 405, headers: plain });
    const { pathname } = new URL(request.url);
    if (pathname === '/' || pathname === '') {
      return new Response(fillPage(page.index, nonce, {}), {
        headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
      });
    }
    const file = page.find(pathname);
    if (!file) return new Response('Not Found', { status: 404, headers: plain });
    return new Response(new Uint8Array(file.bytes), { headers: { ...headers, 'content-type': file.type } });
  });
}
