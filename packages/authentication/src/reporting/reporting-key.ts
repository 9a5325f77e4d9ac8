import { createHash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
const NAME_BYTES = 5;
const FORM = /^prk_[0-9a-f]{10}_[\w-]{43}$/;

/** A key that was just made; it is shown once, and kept nowhere. */
export interface FreshKey {
  readonly key: string;
  /** Its beginning, by which people and the record speak of it. */
  readonly prefix: string;
  readonly hash: string;
}

/** Makes a key of 256 random bits. */
export function freshReportingKey(): FreshKey {
  const prefix = `prk_${randomBytes(NAME_BYTES).toString('hex')}`;
  const key = `${prefix}_${randomBytes(SECRET_BYTES).toString('base64url')}`;
  return { key, prefix, hash: reportingKeyHash(key) };
}

/** What is kept of a key: of so much chance no hash need be slow. */
export function reportingKeyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Whether a text has the form of a key. */
export function isReportingKey(text: string): boolean {
  return FORM.test(text);
}
