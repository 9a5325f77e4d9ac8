import { Fault, isFault, Refusal } from '@postern/errors';
import { decodeJwt, errors, jwtVerify } from 'jose';
import type { AuthenticatedCaller } from './caller.ts';
import type { AccessTokenClaims } from './claims.ts';
import { showsMultiFactor } from './multi-factor.ts';
import { PROFILES } from './profiles.ts';
import type { IssuersByUrl, RegisteredIssuer } from './registry.ts';

/** Seconds by which a provider's clock may differ from ours. */
export const CLOCK_TOLERANCE = 10;

/** Finds the issuer a token names, before anything in it is verified; throws TOKEN_INVALID or ISSUER_UNKNOWN. */
export function issuerOf(token: string, issuers: IssuersByUrl): RegisteredIssuer {
  const issuer = issuers.get(claimedIssuer(token));
  if (issuer === undefined) throw new Refusal('ISSUER_UNKNOWN');
  return issuer;
}

/**
 * Verifies a JWT access token (RFC 9068 section 4, RFC 8725): signature by the issuer's own keys, algorithm on its
 * list, type and claims of its profile, issuer, audience, times. Says nothing about whether the account may do anything.
 */
export async function verify(
  token: string,
  issuer: RegisteredIssuer,
  now: Date,
): Promise<AuthenticatedCaller> {
  const claims = await verifiedClaims(token, issuer, now);
  if (claims.iat > now.getTime() / 1000 + CLOCK_TOLERANCE) throw new Refusal('TOKEN_INVALID');
  return {
    issuerId: issuer.record.id,
    subject: claims.sub,
    multiFactor: showsMultiFactor(claims),
    expiresAt: new Date(claims.exp * 1000),
    clientId: claims.client_id,
    ...(claims.numbersOnly === undefined ? {} : { numbersOnly: claims.numbersOnly }),
  };
}

function claimedIssuer(token: string): string {
  try {
    const { iss } = decodeJwt(token);
    if (typeof iss === 'string') return iss;
  } catch {
    // What it was that could not be read stays untold; the refusal below is the same for every case.
  }
  throw new Refusal('TOKEN_INVALID');
}

async function verifiedClaims(
  token: string,
  issuer: RegisteredIssuer,
  now: Date,
): Promise<AccessTokenClaims> {
  const { url, audience, algorithms, profile } = issuer.trusted();
  const { typ, claims } = PROFILES[profile];
  try {
    const { payload } = await jwtVerify(token, issuer.keys(), {
      issuer: url,
      audience,
      algorithms: [...algorithms],
      typ,
      clockTolerance: CLOCK_TOLERANCE,
      currentDate: now,
    });
    const read = claims(payload);
    if (read !== null) return read;
  } catch (error) {
    if (isFault(error)) throw error;
    if (error instanceof errors.JWTExpired) throw new Refusal('TOKEN_EXPIRED');
    // A jose error may carry the claims, so it is never handed on, not even as a cause.
    if (!(error instanceof errors.JOSEError)) throw new Fault('INTERNAL', { cause: error });
  }
  throw new Refusal('TOKEN_INVALID');
}
