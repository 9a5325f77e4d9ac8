import { randomUUID } from 'node:crypto';
import type { JSONWebKeySet } from 'jose';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** The address the development provider is registered at while a benchmark runs; nothing is fetched from it. */
export const ISSUER_URL = 'http://localhost:4000/identity';
const AUDIENCE = 'https://postern.example/api';
const KEY_ID = 'bench';
const SIX_HOURS_MS = 6 * 3_600_000;

/** How and when somebody signed in. */
export interface SignIn {
  readonly multiFactor: boolean;
  readonly now: Date;
}

/** Signs access tokens as the development provider does (RFC 9068), with a key of this run. */
export interface TokenSigner {
  readonly jwks: JSONWebKeySet;
  /** After a second factor, and now, unless said otherwise. */
  sign(subject: string, signIn?: SignIn): Promise<string>;
}

export async function createTokenSigner(): Promise<TokenSigner> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'ES256', use: 'sig' };
  return {
    jwks: { keys: [jwk] },
    sign: (subject, { multiFactor, now } = { multiFactor: true, now: new Date() }) =>
      new SignJWT({ client_id: 'bench', amr: multiFactor ? ['pwd', 'otp'] : ['pwd'] })
        .setProtectedHeader({ alg: 'ES256', kid: KEY_ID, typ: 'at+jwt' })
        .setIssuer(ISSUER_URL)
        .setAudience(AUDIENCE)
        .setSubject(subject)
        .setJti(randomUUID())
        .setIssuedAt(now)
        .setExpirationTime(new Date(now.getTime() + SIX_HOURS_MS))
        .sign(privateKey),
  };
}
