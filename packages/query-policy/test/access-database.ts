import { accessFactsMigrations } from '@postern/access-facts';
import type { Connection } from '@postern/database';
import { connect, migrate } from '@postern/database';
import type { TestDatabase } from '@postern/testkit';
import { databaseFrom } from '@postern/testkit';
import { afterAll, beforeAll } from 'vitest';

/** A database of a test file's own, with the empty tables of schema `access`, reached as their owner. */
export function accessDatabase(): () => Connection {
  let database: TestDatabase | undefined;
  let connection: Connection | undefined;
  beforeAll(async () => {
    database = await databaseFrom('query_policy', (address) =>
      migrate(address, [accessFactsMigrations], () => {}),
    );
    connection = connect(database.address, 'owner', { max: 1 });
  });
  afterAll(async () => {
    await connection?.close();
    await database?.drop();
  });
  return () => {
    if (connection === undefined) throw new Error('the database of this file is not there yet');
    return connection;
  };
}
