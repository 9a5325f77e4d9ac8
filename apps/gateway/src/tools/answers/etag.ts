import { createHash } from 'node:crypto';

/** Names an answer by what was out and what was asked: weak, since how it is written may differ. */
export function etagOf(tag: string, asked: string): string {
  return `W/"${createHash('sha256').update(`${tag}\n${asked}`).digest('base64url').slice(0, 27)}"`;
}

/** Whether a client holds this answer already (RFC 9110 section 13.1.2). */
export function holds(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((each) => each.trim() === etag);
}

/** A client may keep an answer for itself, and asks each time whether it still holds: so also whether they still may. */
export const REVALIDATED = 'private, no-cache';
