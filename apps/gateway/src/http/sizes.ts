import { Refusal } from '@postern/errors';

const KIB = 1024;

/** Bytes of a request: a part of a document among the variables (512 KiB in Base64), and an operation beside it. */
export const LARGEST_BODY = 768 * KIB;

/** Characters of an operation's own text, which is parsed, planned and kept: what is long goes into variables. */
const LONGEST_DOCUMENT = 256 * KIB;

/** @throws Refusal REQUEST_TOO_LARGE */
export function refuseLongDocument(body: unknown): void {
  const { query } = Object(body) as { readonly query?: unknown };
  if (typeof query === 'string' && query.length > LONGEST_DOCUMENT)
    throw new Refusal('REQUEST_TOO_LARGE');
}
