import { randomUUID } from 'node:crypto';
import type { KeyResolver } from '@postern/authentication';
import { localKeys } from '@postern/authentication';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Where the development provider is said to be; nothing listens there. */
export const ISSUER_URL = 'http://localhost:4000/identity';

const AUDIENCE = 'https://postern.example/api';
const KEY_ID = 'test-key';

/** A provider whose tokens are written as Microsoft Entra ID writes them. */
export const ENTRA = {
  id: 'entra',
  url: 'https://sts.windows.net/6f0d4c1e-0000-4000-8000-000000000001/',
  jwks: 'https://login.microsoftonline.com/6f0d4c1e-0000-4000-8000-000000000001/discovery/keys',
  audience: AUDIENCE,
} as const;

const { privateKey, publicKey } = await generateKeyPair('ES256');
const publicJwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'ES256', use: 'sig' };
const resolver = localKeys({ keys: [publicJwk] });

/** The `keys` option of a stack that believes the tokens signed here. */
export function testKeys(issuerId: string): KeyResolver | undefined {
  return issuerId === 'development' || issuerId === ENTRA.id ? resolver : undefined;
}

/** An access token as the development provider would give it, good for an hour. */
export function signToken(
  subject: string,
  signIn: { readonly multiFactor: boolean; readonly now: Date; readonly clientId?: string },
): Promise<string> {
  const issuedAt = Math.floor(signIn.now.getTime() / 1000);
  return new SignJWT({
    client_id: signIn.clientId ?? 'postern-console',
    amr: signIn.multiFactor ? ['pwd', 'otp'] : ['pwd'],
    auth_time: issuedAt,
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: KEY_ID })
    .setIssuer(ISSUER_URL)
    .setSubject(subject)
    .setAudience(AUDIENCE)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + 3600)
    .setJti(randomUUID())
    .sign(privateKey);
}

/** An access token as that provider would give it to a tool or a frontend, for whoever signed in with two factors. */
export function signEntraToken(oid: string, scp: string, now: Date): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const of = { ver: '1.0', oid, uti: randomUUID(), appid: randomUUID(), scp, amr: ['pwd', 'mfa'] };
  return new SignJWT(of)
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: KEY_ID })
    .setIssuer(ENTRA.url)
    .setSubject(randomUUID())
    .setAudience(AUDIENCE)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + 3600)
    .sign(privateKey);
}
