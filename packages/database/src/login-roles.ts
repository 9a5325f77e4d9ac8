import { setTimeout as pause } from 'node:timers/promises';
import { isFault } from '@postern/errors';
import type { DatabaseAddress } from './address.ts';
import type { Connection } from './connection.ts';
import type { ServiceRole } from './database-role.ts';
import { loginName, SERVICE_ROLES } from './database-role.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { sqlstateOf } from './driver-failure.ts';
import { quoteName, quoteText } from './quoting.ts';
import { passwordVerifier } from './role-password.ts';

const ATTEMPTS = 20;

/** Two processes changed one role at once: duplicate object, unique violation, "tuple concurrently updated". */
const RACED = new Set(['42710', '23505', 'XX000', '40001', '40P01']);

/**
 * Creates the login roles that lack and sets their passwords. Roles belong to the whole server and
 * advisory locks to one database, so another database's migration may race: then it tries again.
 */
export async function ensureLoginRoles(owner: Connection, address: DatabaseAddress): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await owner.transaction((connection) => writeRoles(connection, address));
      return;
    } catch (thrown) {
      const raced = isFault(thrown) && RACED.has(sqlstateOf(thrown) ?? '');
      if (!raced || attempt === ATTEMPTS) throw thrown;
      await pause(10 + Math.random() * 20 * attempt);
    }
  }
}

async function writeRoles(connection: Connection, address: DatabaseAddress): Promise<void> {
  const present = await connection.run<{ rolname: string }>({
    text: 'select rolname from pg_catalog.pg_roles where rolname = any($1::text[])',
    values: [SERVICE_ROLES.map(loginName)],
  });
  const names = new Set(present.map((row) => row.rolname));
  const database = quoteName(address.databaseName);
  const statements = SERVICE_ROLES.flatMap((role) => [
    roleStatement(address, role, names.has(loginName(role)) ? 'alter' : 'create'),
    `grant connect on database ${database} to ${quoteName(loginName(role))}`,
  ]);
  await connection.script(
    [...statements, `revoke connect, temporary on database ${database} from public`].join(';\n'),
  );
}

function roleStatement(
  address: DatabaseAddress,
  role: ServiceRole,
  verb: 'create' | 'alter',
): string {
  const password = parseDatabaseUrl(address.urlFor(role)).password ?? '';
  const verifier = quoteText(passwordVerifier(password));
  return `${verb} role ${quoteName(loginName(role))} login password ${verifier}`;
}
