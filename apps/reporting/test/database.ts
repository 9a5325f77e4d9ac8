import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseAddress } from '@postern/database';
import { migrate, startEmbeddedDatabase } from '@postern/database';
import { reportingMigrations } from '../src/index.ts';

const at = (path: string) => new URL(`../../../${path}/migrations/`, import.meta.url);

/** Milliseconds a busy machine may take to start or stop a server. */
export const START_AND_STOP = 60_000;

/** A real PostgreSQL of this test's own, with the schemas that reporting is built over. */
export async function startTestDatabase(): Promise<{
  readonly address: DatabaseAddress;
  remove(): Promise<void>;
}> {
  const directory = await mkdtemp(join(tmpdir(), 'postern-reporting-'));
  const { address, stop } = await startEmbeddedDatabase({ directory, onProgress: () => {} });
  const sources = [
    { name: 'access-facts', folder: at('packages/access-facts') },
    { name: 'families', folder: at('apps/families') },
    { name: 'episodes', folder: at('apps/episodes') },
    { name: 'partners', folder: at('apps/partners') },
    reportingMigrations,
  ];
  await migrate(address, sources, () => {});
  return {
    address,
    remove: async () => {
      await stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
