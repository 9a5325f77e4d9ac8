import { randomUUID } from 'node:crypto';
import type { KeyResolver } from '@postern/authentication';
import { localKeys } from '@postern/authentication';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Where the development provider is said to be; nothing listens there. */
export const ISSUER_URL = 'http://localhost:4000/identity';

const AUDIENCE = 'https://postern.example/api';
const KEY_ID = 'test-key';

const { privateKey, publicKey } = await generateKeyPair('ES256');
const publicJwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'ES256', use: 'sig' };
const resolver = localKeys({ keys: [publicJwk] });

/** The `keys` option of a stack that believes the tokens signed here. */
export function testKeys(issuerId: string): KeyResolver | undefined {
  return issuerId === 'development' ? resolver : undefined;
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
