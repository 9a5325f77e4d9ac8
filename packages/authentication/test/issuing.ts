import type { CryptoKey, JSONWebKeySet, JWTPayload } from 'jose';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createAuthenticator } from '../src/authenticator.ts';
import type { AuthenticatedCaller } from '../src/caller.ts';
import type { IssuerRecord } from '../src/issuer-record.ts';
import { localKeys } from '../src/keys.ts';

export const AUDIENCE = 'https://postern.example/api';
export const START = new Date('2026-03-02T09:00:00Z');

/** Seconds since 1970 at {@link START}. */
export const START_SECONDS = START.getTime() / 1000;

/** A clock that stands still until a test moves it. */
export class TestClock {
  #now = START;

  now(): Date {
    return this.#now;
  }

  advance(seconds: number): void {
    this.#now = new Date(this.#now.getTime() + seconds * 1000);
  }
}

export const CLAIMS: JWTPayload = {
  iss: 'https://sign-in.school.example',
  sub: 'pupil-services-17',
  aud: AUDIENCE,
  iat: START_SECONDS,
  exp: START_SECONDS + 3600,
  jti: 'c1f6b0de',
  client_id: 'postern-console',
  amr: ['pwd', 'otp'],
};

export interface TestIssuer {
  readonly record: IssuerRecord;
  readonly jwks: JSONWebKeySet;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  sign(claims?: JWTPayload, header?: Readonly<Record<string, unknown>>): Promise<string>;
}

/** A provider with one fresh ES256 key; `sign` makes a valid token except for what its arguments change. */
export async function testIssuer(id: string, url: string, jwksUri?: string): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const kid = `${id}-key`;
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' };
  return {
    record: {
      id,
      url,
      profile: 'RFC9068',
      audience: AUDIENCE,
      jwksUri: jwksUri ?? `${url}/jwks`,
      algorithms: ['ES256'],
    },
    jwks: { keys: [jwk] },
    privateKey,
    publicKey,
    sign: (claims = {}, header = {}) =>
      new SignJWT({ ...CLAIMS, iss: url, ...claims })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid, ...header })
        .sign(privateKey),
  };
}

export interface Gate {
  readonly clock: TestClock;
  records: readonly IssuerRecord[];
  admit(token: string): Promise<AuthenticatedCaller>;
  authenticate(authorization: string | undefined): Promise<AuthenticatedCaller>;
}

/** An authenticator that trusts these issuers, with their keys in hand. */
export function gateFor(issuers: readonly TestIssuer[]): Gate {
  const clock = new TestClock();
  const jwksOf = new Map(issuers.map(({ record, jwks }) => [record.id, jwks]));
  const authenticator = createAuthenticator({
    issuers: async () => gate.records,
    clock,
    keys: ({ id }) => localKeys(jwksOf.get(id) ?? { keys: [] }),
  });
  const gate: Gate = {
    clock,
    records: issuers.map(({ record }) => record),
    admit: (token) => authenticator.authenticate(`Bearer ${token}`),
    authenticate: (authorization) => authenticator.authenticate(authorization),
  };
  return gate;
}
