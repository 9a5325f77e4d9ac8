import type { Connection, DatabaseRole } from '@postern/database';
import { Fault, isFault } from '@postern/errors';

/** A table that each role of a service reads. */
const PROBES: Readonly<Partial<Record<DatabaseRole, string>>> = {
  families: 'families.family',
  episodes: 'episodes.episode',
  partners: 'access.policy_version',
  policy_desk: 'access.policy_version',
  reporting: 'reporting.edition',
  reporting_builder: 'reporting.edition',
  ledger: 'ledger.release',
  gateway: 'access.issuer',
};

/** SQLSTATE of a table, schema, privilege or sign-in that is not there, or not with this password. */
const LACKING: ReadonlySet<unknown> = new Set(['42P01', '3F000', '42501', '28P01', '28000']);

/**
 * Finds out before anything is served whether every role finds its tables.
 * @throws Fault DATABASE_UNPREPARED naming the role, or another DATABASE_*
 */
export async function requirePrepared(
  connections: ReadonlyMap<DatabaseRole, Connection>,
): Promise<void> {
  for (const [role, connection] of connections) {
    try {
      await connection.run({ text: `select 1 as found from ${PROBES[role]} limit 1`, values: [] });
    } catch (error) {
      if (!isFault(error) || !LACKING.has(error.logged.sqlstate)) throw error;
      throw new Fault('DATABASE_UNPREPARED', { logged: { role, ...error.logged } });
    }
  }
}
