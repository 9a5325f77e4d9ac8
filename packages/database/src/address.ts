import { Fault } from '@postern/errors';
import type { DatabaseRole, ServiceRole } from './database-role.ts';
import { loginName } from './database-role.ts';
import type { DatabaseUrl } from './database-url.ts';
import { formatDatabaseUrl, parseDatabaseUrl } from './database-url.ts';
import { rolePassword } from './role-password.ts';

/** Where one database is and how each role signs in to it; its URLs hold passwords, so they are never logged. */
export interface DatabaseAddress {
  urlFor(role: DatabaseRole): string;
  readonly databaseName: string;
}

/**
 * The database that DATABASE_URL names, signed in to as its owner. Role passwords derive from the
 * owner's password, or from `roleSecret` where the URL has none. Throws Fault DATABASE_URL_INVALID.
 */
export function externalDatabase(
  url: string,
  options: { readonly roleSecret?: string } = {},
): DatabaseAddress {
  const owner = parseDatabaseUrl(url);
  const secret = owner.password ?? options.roleSecret ?? '';
  if (secret === '') throw new Fault('DATABASE_URL_INVALID', { logged: { part: 'password' } });
  return {
    urlFor: (role) => formatDatabaseUrl(role === 'owner' ? owner : signIn(owner, secret, role)),
    databaseName: owner.database,
  };
}

/** Another database of the same server, with the same sign-ins. */
export function siblingDatabase(address: DatabaseAddress, databaseName: string): DatabaseAddress {
  return {
    urlFor: (role) =>
      formatDatabaseUrl({ ...parseDatabaseUrl(address.urlFor(role)), database: databaseName }),
    databaseName,
  };
}

function signIn(owner: DatabaseUrl, secret: string, role: ServiceRole): DatabaseUrl {
  return { ...owner, user: loginName(role), password: rolePassword(secret, role) };
}
