import type { Authenticator, KeyResolver } from '@postern/authentication';
import {
  createAuthenticator,
  createReportingAuthenticator,
  loadIssuers,
  standIns,
} from '@postern/authentication';
import type { Clock, Connection } from '@postern/database';

/** Keys that are not found by the registry's address, as those of the development provider. */
export type KeysOf = (issuerId: string) => KeyResolver | undefined;

/** An authenticator over the registry of issuers, read with a role that may read it. */
export function authenticatorOn(
  connection: Connection,
  { clock, keys }: { readonly clock: Clock; readonly keys?: KeysOf | undefined },
): Authenticator {
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

/** The same, which lets keys and services of reporting tools in besides; for the contract of aggregates and no other. */
export function reportingAuthenticatorOn(
  connection: Connection,
  options: { readonly clock: Clock; readonly keys?: KeysOf | undefined },
): Authenticator {
  return createReportingAuthenticator(
    authenticatorOn(connection, options),
    standIns(connection, options.clock),
  );
}
