import type { DatabaseAddress, DatabaseRole } from '@postern/database';
import { externalDatabase, loginName } from '@postern/database';
import { Fault } from '@postern/errors';

/** The addresses a process was given. */
export interface GivenAddresses {
  /** The owner's; for migrating, and in development for every role. */
  readonly owner: string | null;
  urlOf(role: DatabaseRole): string | null;
  readonly production: boolean;
}

/**
 * A database by the addresses of its roles, so that a process holds only its own roles' passwords. In development an
 * owner's address stands in for a role's that was not given.
 * Asked for a role without an address it throws Fault SETTING_INVALID naming the setting that lacks.
 */
export function roleAddresses({ owner, urlOf, production }: GivenAddresses): DatabaseAddress {
  const whole = owner === null ? null : externalDatabase(owner);
  const urlFor = (role: DatabaseRole): string => {
    const own = role === 'owner' ? owner : urlOf(role);
    if (own !== null) return checked(own, role);
    if (whole !== null && !production) return whole.urlFor(role);
    const setting = role === 'owner' ? 'DATABASE_URL' : `DATABASE_URL_${role.toUpperCase()}`;
    throw new Fault('SETTING_INVALID', { logged: { setting, reason: 'missing' } });
  };
  return { urlFor, databaseName: whole?.databaseName ?? '' };
}

/** A role's address signs in as that role: with another's, a process could read what it is not for. */
function checked(url: string, role: DatabaseRole): string {
  const address = externalDatabase(url).urlFor('owner');
  if (role === 'owner' || new URL(address).username === loginName(role)) return address;
  const reason = `its user is not ${loginName(role)}`;
  throw new Fault('SETTING_INVALID', {
    logged: { setting: `DATABASE_URL_${role.toUpperCase()}`, reason },
  });
}
