import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '@postern/database';
import type { TestProject } from 'vitest/node';
import type {} from './test-database.ts';

/** Starts one real PostgreSQL for the whole run; each test file takes a database of its own on it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'postern-tests-'));
  const server = await startEmbeddedDatabase({
    directory,
    onProgress: () => {},
    // What tests write need not outlive a crash of the machine.
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '200', autovacuum: 'off' },
  });
  project.provide('sharedServer', server.address.urlFor('owner'));
  return async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
