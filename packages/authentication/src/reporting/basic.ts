import { MAXIMUM_HEADER_LENGTH } from '../bearer.ts';

const BASIC = /^basic +([A-Za-z0-9+/]+={0,2})$/i;

/** The password of HTTP Basic (RFC 7617); null where the header is of another scheme or cannot be read. The user name says nothing. */
export function basicPassword(authorization: string | undefined): string | null {
  if (authorization === undefined || authorization.length > MAXIMUM_HEADER_LENGTH) return null;
  const encoded = BASIC.exec(authorization)?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  return colon === -1 ? null : text.slice(colon + 1);
}

/** The header by which a key is shown. */
export function basicHeader(key: string): string {
  return `Basic ${Buffer.from(`:${key}`).toString('base64')}`;
}
