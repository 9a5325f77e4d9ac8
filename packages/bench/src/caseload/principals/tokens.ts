import { randomUUID } from 'node:crypto';
import type { JSONWebKeySet } from 'jose';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** The address the development provider is registered at while a benchmark runs; nothing is fetched from it. */
export const ISSUER_URL = 'http://localhost:4000/identity';
const AUDIENCE = 'https://postern.example/api';
const KEY_ID = 'bench';

/** Signs access tokens as the development provider does (RFC 9068), with a key of this run. */
export interface TokenSigner {
  readonly jwks: JSONWebKeySet;
  sign(subject: string): Promise<string>;
}

export async function createTokenSigner(): Promise<TokenSigner> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'ES256', use: 'sig' };
  return {
    jwks: { keys: [jwk] },
    sign: (subject) =>
      new SignJWT({ client_id: 'bench', amr: ['pwd', 'otp'] })
        .setProtectedHeader({ alg: 'ES256', kid: KEY_ID, typ: 'at+jwt' })
        .setIssuer(ISSUER_URL)
        .setAudience(AUDIENCE)
        .setSubject(subject)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime('6h')
        .sign(privateKey),
  };
}
