import type { Authenticator, KeyResolver } from '@postern/authentication';
import {
  createAuthenticator,
  createRecordsAuthenticator,
  createReportingAuthenticator,
  loadIssuers,
  standIns,
} from '@postern/authentication';
import type { Clock, Connection } from '@postern/database';

/** Keys that are not found by the registry's address, as those of the development provider. */
export type KeysOf = (issuerId: string) => KeyResolver | undefined;

interface Asked {
  readonly clock: Clock;
  readonly keys?: KeysOf | undefined;
}

/** Says who calls for records, by the registry of issuers, read with a role that may read it. */
export function recordsAuthenticatorOn(connection: Connection, options: Asked): Authenticator {
  return createRecordsAuthenticator(tokensOn(connection, options));
}

/** Says who calls for protected numbers and nothing else: whoever shows a token, and keys and services of reporting tools. */
export function reportingAuthenticatorOn(connection: Connection, options: Asked): Authenticator {
  return createReportingAuthenticator(
    tokensOn(connection, options),
    standIns(connection, options.clock),
  );
}

function tokensOn(connection: Connection, { clock, keys }: Asked): Authenticator {
  return createAuthenticator({
    // The development provider counts only where this process was given its keys.
    issuers: async () => {
      const issuers = await loadIssuers(connection);
      return issuers.filter(({ id }) => id !== 'development' || keys?.(id) !== undefined);
    },
    clock,
    keys: (issuer) => keys?.(issuer.id),
  });
}
