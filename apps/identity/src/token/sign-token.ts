import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import type { Factors } from '../access-token.ts';
import { ACCESS_TOKEN_LIFETIME, CONSOLE_CLIENT, SIGNING_ALGORITHM } from '../access-token.ts';
import type { IdentityKeys } from '../keys-file.ts';

export interface TokenContent {
  readonly issuer: string;
  readonly audience: string;
  readonly subject: string;
  readonly factors: Factors;
  readonly now: Date;
}

/** Signs an access token with the header and claims that the provider's own would have (RFC 9068). */
export async function signToken(keys: IdentityKeys, content: TokenContent): Promise<string> {
  const { alg, kid } = keys.signing;
  const issuedAt = Math.floor(content.now.getTime() / 1000);
  return new SignJWT({
    ...content.factors,
    auth_time: issuedAt,
    jti: randomUUID(),
    sub: content.subject,
    iat: issuedAt,
    exp: issuedAt + ACCESS_TOKEN_LIFETIME,
    client_id: CONSOLE_CLIENT,
    iss: content.issuer,
    aud: content.audience,
  })
    .setProtectedHeader({ alg, typ: 'at+jwt', kid })
    .sign(await importJWK(keys.signing, SIGNING_ALGORITHM));
}
