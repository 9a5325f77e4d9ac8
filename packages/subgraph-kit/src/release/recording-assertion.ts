import type { webcrypto } from 'node:crypto';
import { createHash, hkdfSync } from 'node:crypto';
import { Refusal } from '@postern/errors';
import { jwtVerify, SignJWT } from 'jose';

const ALGORITHM = 'HS256';
const TYPE = 'postern-recording+jwt';
const ISSUER = 'postern-gateway';

/** Seconds for which an assertion is good: a fetch is sent at once or not at all. */
const LIFETIME = 10;
/** Seconds by which the clocks of two processes may differ. */
const TOLERANCE = 5;

/** What an assertion is bound to: one request of one caller to one subgraph. */
export interface RecordingClaim {
  /** The name of the subgraph asked. */
  readonly subgraph: string;
  /** The header that carries the caller's access token. */
  readonly authorization: string;
  readonly purpose: string;
  /** The text of the request's body: the operation and its variables, byte for byte. */
  readonly body: string;
}

/**
 * A Postern gateway's signed word that it will put on the ledger what this one request releases, before anyone is
 * answered. It gives no access: rights come from the access token alone. It says who records.
 */
export class RecordingAssertions {
  readonly #key: Promise<webcrypto.CryptoKey>;

  /** @param secret at least 32 bytes, known to the gateway and the subgraphs and nobody else */
  constructor(secret: Uint8Array) {
    const raw = hkdfSync('sha256', secret, new Uint8Array(), 'postern recording assertion', 32);
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    this.#key = crypto.subtle.importKey('raw', raw, algorithm, false, ['sign', 'verify']);
  }

  async sign(claim: RecordingClaim, now: Date): Promise<string> {
    const seconds = Math.floor(now.getTime() / 1000);
    return new SignJWT(boundTo(claim))
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuer(ISSUER)
      .setAudience(claim.subgraph)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + LIFETIME)
      .sign(await this.#key);
  }

  /** @throws Refusal ASSERTION_INVALID unless it was signed here, now, for exactly this request */
  async verify(assertion: string, claim: RecordingClaim, now: Date): Promise<void> {
    const expected = boundTo(claim);
    try {
      const { payload } = await jwtVerify(assertion, await this.#key, {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: ISSUER,
        audience: claim.subgraph,
        currentDate: now,
        clockTolerance: TOLERANCE,
        maxTokenAge: LIFETIME,
        requiredClaims: ['exp', 'iat'],
      });
      if (Object.entries(expected).every(([name, value]) => payload[name] === value)) return;
    } catch {
      // Why it was not accepted is nothing that whoever forged it needs to know.
    }
    throw new Refusal('ASSERTION_INVALID');
  }
}

/** Hashes, so that an assertion in a log tells of no token and no variable; `ath` as in RFC 9449. */
function boundTo(claim: RecordingClaim): {
  readonly ath: string;
  readonly purpose: string;
  readonly body: string;
} {
  const accessToken = claim.authorization.replace(/^bearer +/i, '');
  return { ath: hashOf(accessToken), purpose: claim.purpose, body: hashOf(claim.body) };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
