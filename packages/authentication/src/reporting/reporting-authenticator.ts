import { Refusal } from '@postern/errors';
import type { Authenticator } from '../authenticator.ts';
import type { AuthenticatedCaller } from '../caller.ts';
import { basicPassword } from './basic.ts';
import { isReportingKey, reportingKeyHash } from './reporting-key.ts';
import type { FindStandIn, StandIn } from './stand-in.ts';

/**
 * Says who calls for protected numbers: whoever a token says; of a service, or of a key, the analyst who answers for it, whose
 * account, roles, training and agency are asked for as if they called. Nowhere else is a key anything.
 */
export function createReportingAuthenticator(
  tokens: Authenticator,
  find: FindStandIn,
): Authenticator {
  return {
    async authenticate(authorization) {
      const password = basicPassword(authorization);
      if (password !== null) return callerByKey(password, find);
      const caller = await tokens.authenticate(authorization);
      // A provider puts the client itself into a token that it gave for nobody (RFC 9068 section 2.2).
      if (caller.clientId === null || caller.clientId !== caller.subject) return caller;
      const { issuerId, clientId } = caller;
      const found = await find({ kind: 'SERVICE', issuerId, clientId });
      return found === null ? caller : standingIn(found, caller.expiresAt, clientId);
    },
  };
}

async function callerByKey(key: string, find: FindStandIn): Promise<AuthenticatedCaller> {
  const found = isReportingKey(key)
    ? await find({ kind: 'KEY', hash: reportingKeyHash(key) })
    : null;
  if (found === null) throw new Refusal('KEY_INVALID');
  return standingIn(found, found.endsAt, null);
}

/** Only somebody who had shown two factors could make the credential, so whatever shows it is taken to have. */
function standingIn(
  { issuerId, subject, purpose, endsAt }: StandIn,
  expiresAt: Date,
  clientId: string | null,
): AuthenticatedCaller {
  const first = endsAt < expiresAt ? endsAt : expiresAt;
  return { issuerId, subject, multiFactor: true, expiresAt: first, clientId, purpose };
}
