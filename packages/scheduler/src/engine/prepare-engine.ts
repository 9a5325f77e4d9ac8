import type { Connection, DatabaseAddress } from '@postern/database';
import { ENGINE_REVISION, ENGINE_SCHEMA, engineRevision } from './engine-revision.ts';

/** Brings the library's schema to the version that is pinned, as its owner; workers never do. */
export async function prepareEngine(owner: Connection, address: DatabaseAddress): Promise<void> {
  if ((await engineRevision(owner)) >= ENGINE_REVISION) return;
  // Loading the library takes longer than finding out, as most starts do, that there is nothing to do.
  const [{ runMigrations }, { openEnginePool }, { engineLogger }] = await Promise.all([
    import('graphile-worker'),
    import('./engine-pool.ts'),
    import('./engine-logger.ts'),
  ]);
  // What it fails with is thrown, and told by the migration that asked for it.
  const silent = engineLogger(() => {});
  const pgPool = await openEnginePool(address, 'owner', { max: 1, log: () => {} });
  try {
    await runMigrations({ pgPool, schema: ENGINE_SCHEMA, logger: silent });
  } finally {
    await pgPool.end();
  }
}
