import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '@postern/database';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The owner's address of the one PostgreSQL that this run of tests shares. */
    readonly sharedServer: string;
  }
}

/** Starts one real PostgreSQL for the whole run; each test file takes a database of its own on it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'postern-tests-'));
  const server = await startEmbeddedDatabase({
    directory,
    onProgress: () => {},
    // What tests write need not outlive a crash of the machine.
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  project.provide('sharedServer', server.address.urlFor('owner'));
  return async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
