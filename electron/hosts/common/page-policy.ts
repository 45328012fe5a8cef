import { NONCE_PLACE } from '#shared/rpc/host-bridge.ts';

/**
 * The page's rules, the same behind every door. `style-src` takes the nonce because the window's component library
 * writes style elements as it runs; `default-src 'self'` alone breaks it.
 */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every answer. */
export function lockedHeaders(nonce: string): Record<string, string> {
  return {
    'content-security-policy': contentPolicy(nonce),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=()',
  };
}

/** The built page → this response's page. */
export function fillPage(html: string, nonce: string, meta: Record<string, string>): string {
  const tags = Object.entries(meta).map(([name, value]) => `<meta name="${name}" content="${value}">`);
  return html.replaceAll(NONCE_PLACE, nonce).replace('</head>', `${tags.join('')}</head>`);
}
