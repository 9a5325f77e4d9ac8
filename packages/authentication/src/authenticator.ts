import type { Clock } from '@postern/database';
import { bearerToken } from './bearer.ts';
import type { AuthenticatedCaller } from './caller.ts';
import type { IssuerRecord } from './issuer-record.ts';
import type { KeyResolver } from './keys.ts';
import { IssuerRegistry } from './registry.ts';
import { VerifiedTokens } from './verified-tokens.ts';
import { issuerOf, verify } from './verify.ts';

/** Says who calls. */
export interface Authenticator {
  /**
   * Verifies the value of an Authorization header; throws Refusal TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED or
   * ISSUER_UNKNOWN, Fault PROVIDER_UNREACHABLE or ISSUER_RECORD_INVALID, or what reading the registry throws.
   */
  authenticate(authorization: string | undefined): Promise<AuthenticatedCaller>;
}

/** What an authenticator needs. */
export interface AuthenticatorOptions {
  /** Reads the registry of issuers; called at most once in two seconds, so a removal takes effect within two. */
  issuers(): Promise<readonly IssuerRecord[]>;
  readonly clock: Pick<Clock, 'now'>;
  /** Keys that need no fetching, as those of a provider in this process; undefined means: fetch them. */
  readonly keys?: (issuer: IssuerRecord) => KeyResolver | undefined;
}

/** Makes an authenticator over a registry of issuers; it holds a bounded memory of verified tokens. */
export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
  const registry = new IssuerRegistry({
    issuers: () => options.issuers(),
    clock: options.clock,
    keys: options.keys,
  });
  const verified = new VerifiedTokens();

  return {
    async authenticate(authorization) {
      const token = bearerToken(authorization);
      const issuers = await registry.current();
      const now = options.clock.now();
      const remembered = verified.find(token, issuers, now);
      if (remembered !== undefined) return remembered;

      const issuer = issuerOf(token, issuers);
      const caller = await verify(token, issuer, now);
      verified.keep(token, caller, issuer, now);
      return caller;
    },
  };
}
