import { malformed } from '../refusing.ts';
import type { PageToken } from './query-options.ts';

const FORM = /^(\d{1,9})\.([\w-]{1,100})$/;

/** Writes where the next page begins; nothing in it is a secret, and of a page that is not there nothing is shown. */
export function writePageToken({ edition, offset }: PageToken): string {
  return Buffer.from(`${offset}.${edition}`).toString('base64url');
}

/** @throws Refusal QUERY_OPTION_INVALID */
export function readPageToken(text: string): PageToken {
  const found = FORM.exec(Buffer.from(text, 'base64url').toString());
  if (found?.[1] === undefined || found[2] === undefined)
    throw malformed('$skiptoken', 'the token of a page that was answered');
  return { offset: Number(found[1]), edition: found[2] };
}
