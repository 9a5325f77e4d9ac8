import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessFactsMigrations } from '@postern/access-facts';
import type { Connection, EmbeddedDatabase } from '@postern/database';
import { connect, migrate, startEmbeddedDatabase } from '@postern/database';
import { afterAll, beforeAll } from 'vitest';

/** A PostgreSQL of a test file's own, with the empty tables of schema `access`, reached as their owner. */
export function accessDatabase(): () => Connection {
  let directory = '';
  let server: EmbeddedDatabase | undefined;
  let connection: Connection | undefined;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), `postern-query-policy-${randomUUID().slice(0, 8)}`));
    server = await startEmbeddedDatabase({
      directory,
      onProgress: () => {},
      settings: { fsync: 'off', full_page_writes: 'off' },
    });
    await migrate(server.address, [accessFactsMigrations], () => {});
    connection = connect(server.address, 'owner', { max: 1 });
  }, 60_000);
  afterAll(async () => {
    await connection?.close();
    await server?.stop();
    await rm(directory, { recursive: true, force: true });
  });
  return () => {
    if (connection === undefined) throw new Error('the server of this file has not started');
    return connection;
  };
}
