import type { DatabaseAddress, DatabaseRole } from '@postern/database';
import { externalDatabase, loginName } from '@postern/database';
import { Fault } from '@postern/errors';

/** What the passwords and secrets in docker-compose.yml begin with; production takes none of them. */
export const FOR_DEVELOPMENT = 'for-development-only';

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
    if (own !== null) return checked(own, role, production);
    if (whole !== null && !production) return whole.urlFor(role);
    throw invalid(role, 'missing');
  };
  return { urlFor, databaseName: whole?.databaseName ?? '' };
}

/** A role's address signs in as that role: with another's, a process could read what it is not for. */
function checked(url: string, role: DatabaseRole, production: boolean): string {
  const address = externalDatabase(url).urlFor('owner');
  const { username, password } = new URL(address);
  if (production && password === FOR_DEVELOPMENT)
    throw invalid(role, 'its password is the one for development');
  if (role !== 'owner' && username !== loginName(role))
    throw invalid(role, `its user is not ${loginName(role)}`);
  return address;
}

function invalid(role: DatabaseRole, reason: string): Fault {
  const setting = role === 'owner' ? 'DATABASE_URL' : `DATABASE_URL_${role.toUpperCase()}`;
  return new Fault('SETTING_INVALID', { logged: { setting, reason } });
}
