import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { DatabaseAddress, EmbeddedDatabase } from '../src/index.ts';
import {
  createDatabaseFromTemplate,
  siblingDatabase,
  startEmbeddedDatabase,
} from '../src/index.ts';

/** One server for a test file, thrown away after it, so nothing of it need reach the disk. */
export function serverForFile(): {
  readonly database: () => EmbeddedDatabase;
  readonly emptyDatabase: () => Promise<DatabaseAddress>;
} {
  let directory = '';
  let database: EmbeddedDatabase | undefined;
  const started = (): EmbeddedDatabase => {
    if (database === undefined) throw new Error('the server of this file has not started');
    return database;
  };
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'postern-database-'));
    database = await startEmbeddedDatabase({
      directory,
      onProgress: () => {},
      settings: { fsync: 'off', full_page_writes: 'off' },
    });
  }, 60_000);
  afterAll(async () => {
    await database?.stop();
    await rm(directory, { recursive: true, force: true });
  });
  return {
    database: started,
    emptyDatabase: () =>
      createDatabaseFromTemplate(
        siblingDatabase(started().address, 'template1'),
        `t${randomUUID().replaceAll('-', '')}`,
      ),
  };
}
