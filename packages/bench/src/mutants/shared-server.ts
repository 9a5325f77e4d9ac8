import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '@postern/database';

/** A PostgreSQL for every run of tests: what one builds there, and no fault had a part in, the others copy. */
export interface SharedServer {
  /** The owner's address. */
  readonly url: string;
  stop(): Promise<void>;
}

export async function startSharedServer(): Promise<SharedServer> {
  const directory = mkdtempSync(join(tmpdir(), 'postern-mutants-server-'));
  const server = await startEmbeddedDatabase({
    directory,
    onProgress: () => {},
    // What tests write need not outlive a crash of the machine.
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  return {
    url: server.address.urlFor('owner'),
    stop: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
