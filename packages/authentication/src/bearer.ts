import { Refusal } from '@postern/errors';

/** Characters; larger than any token a provider of ours issues, small enough to hash and parse for anyone. */
export const MAXIMUM_HEADER_LENGTH = 8192;

const BEARER = /^bearer(?: +|$)/i;
const COMPACT_JWS = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Base64url has spellings that decode alike; only one of them is accepted, so a token has one form. */
function isCanonical(segment: string): boolean {
  return Buffer.from(segment, 'base64url').toString('base64url') === segment;
}

/**
 * Takes the compact JWS out of an Authorization header (RFC 6750 section 2.1); nothing in it has been verified.
 * Throws Refusal TOKEN_MISSING where no Bearer token was sent, TOKEN_INVALID where what was sent is no JWS.
 */
export function bearerToken(authorization: string | undefined): string {
  if (authorization === undefined) throw new Refusal('TOKEN_MISSING');
  if (authorization.length > MAXIMUM_HEADER_LENGTH) throw new Refusal('TOKEN_INVALID');
  const scheme = BEARER.exec(authorization)?.[0];
  const token = scheme === undefined ? '' : authorization.slice(scheme.length);
  if (token === '') throw new Refusal('TOKEN_MISSING');
  if (!COMPACT_JWS.test(token) || !token.split('.').every(isCanonical)) {
    throw new Refusal('TOKEN_INVALID');
  }
  return token;
}
