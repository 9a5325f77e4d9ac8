import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { AuthenticatedCaller } from './caller.ts';
import type { IssuersByUrl, RegisteredIssuer } from './registry.ts';

interface Verified {
  readonly caller: AuthenticatedCaller;
  readonly issuer: RegisteredIssuer;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const MAXIMUM_TOKENS = 10_000;

/** Milliseconds: with the age of fetched keys, this bounds how long a key the provider withdrew is believed. */
export const VERIFICATION_MAXIMUM_AGE = 60_000;

/** Remembers who a token was verified to speak for, under its SHA-256; the token itself is not kept. */
export class VerifiedTokens {
  readonly #entries = new LRUCache<string, Verified>({ max: MAXIMUM_TOKENS });

  /** The caller, unless the token has expired, the verification is old, or the issuer's row has changed since. */
  find(token: string, issuers: IssuersByUrl, now: Date): AuthenticatedCaller | undefined {
    const digest = digestOf(token);
    const found = this.#entries.get(digest);
    if (found === undefined) return undefined;
    const age = now.getTime() - found.at;
    const usable =
      now < found.caller.expiresAt &&
      age >= 0 &&
      age < VERIFICATION_MAXIMUM_AGE &&
      issuers.get(found.issuer.record.url) === found.issuer;
    if (usable) return found.caller;
    this.#entries.delete(digest);
    return undefined;
  }

  keep(token: string, caller: AuthenticatedCaller, issuer: RegisteredIssuer, now: Date): void {
    this.#entries.set(digestOf(token), { caller, issuer, at: now.getTime() });
  }
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}
