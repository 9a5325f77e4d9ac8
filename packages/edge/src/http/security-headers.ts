import type { onRequestHookHandler } from 'fastify';

const YEAR_SECONDS = 31_536_000;

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** Headers of every answer: nothing is stored, framed, sniffed or loaded; in production only over HTTPS. */
export function securityHeaders(production: boolean): Readonly<Record<string, string>> {
  return production
    ? { ...HEADERS, 'strict-transport-security': `max-age=${YEAR_SECONDS}` }
    : HEADERS;
}

/** Puts the security headers on every answer; a route may replace one. */
export function addSecurityHeaders(production: boolean): onRequestHookHandler {
  const headers = securityHeaders(production);
  return (_, reply, done) => {
    reply.headers(headers);
    done();
  };
}
