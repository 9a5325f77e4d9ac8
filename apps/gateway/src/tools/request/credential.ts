import { basicHeader } from '@postern/authentication';
import { Refusal } from '@postern/errors';
import type { FastifyRequest } from 'fastify';

/** What a tool shows, and the options that it asks with, without it. */
export interface Credential {
  /** As an Authorization header has it; absent where nothing is shown. */
  readonly authorization: string | undefined;
  readonly search: string;
}

const KEY = /^key=/i;

/**
 * Takes a key out of an address: nothing after this knows it, no link says it back, and it goes on as a header has it.
 * @throws Refusal REQUEST_MALFORMED where something is shown twice (RFC 6750 section 2)
 */
export function readCredential({
  headers,
  url,
}: Pick<FastifyRequest, 'headers' | 'url'>): Credential {
  const mark = url.indexOf('?');
  const parts = mark === -1 ? [] : url.slice(mark + 1).split('&');
  const [shown, ...others] = parts.filter((part) => KEY.test(part));
  const search = parts.filter((part) => part !== '' && !KEY.test(part)).join('&');
  const { authorization } = headers;
  if (shown === undefined) return { authorization, search };
  if (others.length > 0 || authorization !== undefined) throw new Refusal('REQUEST_MALFORMED');
  // What cannot be decoded is no key either.
  return { authorization: basicHeader(shown.slice('key='.length)), search };
}
