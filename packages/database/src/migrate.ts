import { fileURLToPath } from 'node:url';
import { Fault } from '@postern/errors';
import type { MigrationConfig } from 'drizzle-orm/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { DatabaseAddress } from './address.ts';
import { connect } from './connect.ts';
import type { Connection } from './connection.ts';
import type { Driver } from './driver.ts';
import { openDriver } from './driver.ts';
import { driverFailure, sqlstateOf } from './driver-failure.ts';
import { ensureLoginRoles } from './login-roles.ts';
import { withMigrationLock } from './migration-lock.ts';

/** The schema that holds a table of applied migrations per source. */
const SCHEMA = 'postern';

/** A folder of drizzle-kit migrations and the name that its progress is kept under, e.g. `families`. */
export interface MigrationSource {
  readonly name: string;
  readonly folder: URL;
  /** Brings what the folder's migrations build on and a library keeps up itself; under the same lock, each time. */
  readonly before?: (owner: Connection, address: DatabaseAddress) => Promise<void>;
}

/**
 * Brings a database to the current version: login roles, then each source in the order given.
 * Safe to repeat and to run in several processes at once.
 * Throws Fault DATABASE_*, or MIGRATION_FAILED with the source's name.
 */
export async function migrate(
  address: DatabaseAddress,
  sources: readonly MigrationSource[],
  onProgress: (line: string) => void,
): Promise<void> {
  const owner = connect(address, 'owner', { max: 1 });
  // One session of its own: the lock lives on it, and drizzle-orm changes its client's types.
  const driver = openDriver(address, 'owner', { max: 1, settings: { lock_timeout: '0' } });
  try {
    await withMigrationLock(driver, onProgress, async () => {
      await ensureLoginRoles(owner, address);
      for (const source of sources) {
        await source.before?.(owner, address).catch((thrown: unknown) => {
          throw new Fault('MIGRATION_FAILED', { logged: describeFailure(source, thrown) });
        });
        await migrateSource(driver, source, onProgress);
      }
    });
  } catch (thrown) {
    throw driverFailure(thrown);
  } finally {
    await Promise.allSettled([driver.end({ timeout: 5 }), owner.close()]);
  }
}

async function migrateSource(
  driver: Driver,
  source: MigrationSource,
  onProgress: (line: string) => void,
): Promise<void> {
  const migrationsTable = `${source.name.replaceAll(/[^a-z0-9]/g, '_')}_migration`;
  const migrationsFolder = fileURLToPath(source.folder).replace(/\/$/, '');
  try {
    const last = await lastApplied(driver, migrationsTable);
    const known = readMigrationFiles({ migrationsFolder });
    const pending = known.filter((migration) => migration.folderMillis > last).length;
    if (pending > 0)
      await apply(driver, { migrationsFolder, migrationsTable, migrationsSchema: SCHEMA });
    onProgress(`Schema ${source.name}: ${pending === 0 ? 'up to date' : `${pending} applied`}`);
  } catch (thrown) {
    throw new Fault('MIGRATION_FAILED', { logged: describeFailure(source, thrown) });
  }
}

async function apply(driver: Driver, config: MigrationConfig): Promise<void> {
  // Loading drizzle-orm takes longer than finding out, as most starts do, that there is nothing to apply.
  const [{ drizzle }, migrator] = await Promise.all([
    import('drizzle-orm/postgres-js'),
    import('drizzle-orm/postgres-js/migrator'),
  ]);
  await migrator.migrate(drizzle(driver), config);
}

function describeFailure(source: MigrationSource, thrown: unknown): Record<string, string> {
  const sqlstate = sqlstateOf(driverFailure(thrown));
  return sqlstate === null ? { source: source.name } : { source: source.name, sqlstate };
}

/** When the latest applied migration was generated, in milliseconds since 1970; 0 where none was. */
async function lastApplied(driver: Driver, table: string): Promise<number> {
  const name = `${SCHEMA}.${table}`;
  const [found] = await driver<
    { present: boolean }[]
  >`select to_regclass(${name}) is not null as present`;
  if (found?.present !== true) return 0;
  const [row] = await driver<{ last: number | string | null }[]>`
    select max(created_at) as last from ${driver(SCHEMA)}.${driver(table)}`;
  return Number(row?.last ?? 0);
}
