import type { Connection } from '@postern/database';
import { beforeAll } from 'vitest';
import { accessDatabase } from './access-database.ts';
import { storePolicyVersion } from './store-facts.ts';
import { storeRecords } from './store-records.ts';

/** An {@link accessDatabase} with a policy version that is live and the sample records. */
export function recordsDatabase(): () => Connection {
  const connection = accessDatabase();
  beforeAll(async () => {
    await storePolicyVersion(connection());
    await storeRecords(connection());
  });
  return connection;
}
