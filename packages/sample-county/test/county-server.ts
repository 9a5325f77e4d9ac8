import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection, DatabaseAddress } from '@postern/database';
import {
  connect,
  createDatabaseFromTemplate,
  migrate,
  startEmbeddedDatabase,
} from '@postern/database';

const REPOSITORY = new URL('../../../', import.meta.url);
const SOURCES = [
  'packages/access-facts',
  'apps/families',
  'apps/episodes',
  'apps/partners',
  'apps/reporting',
].map((folder) => ({
  name: folder.replace(/^.*\//, ''),
  folder: new URL(`${folder}/migrations/`, REPOSITORY),
}));

/** A PostgreSQL of the test's own, with empty migrated tables. */
export interface CountyServer {
  /** Another empty database, as its owner. */
  emptyDatabase(name: string, sessions?: number): Promise<Connection>;
  stop(): Promise<void>;
}

/** Starts a server in a folder that is removed when it stops. */
export async function startCountyServer(): Promise<CountyServer> {
  const directory = await mkdtemp(join(tmpdir(), 'postern-county-'));
  const server = await startEmbeddedDatabase({ directory, onProgress: () => {} });
  await migrate(server.address, SOURCES, () => {});
  const opened: Connection[] = [];
  return {
    emptyDatabase: async (name, sessions = 4) => {
      const address: DatabaseAddress = await createDatabaseFromTemplate(server.address, name);
      const connection = connect(address, 'owner', { max: sessions });
      opened.push(connection);
      return connection;
    },
    stop: async () => {
      await Promise.all(opened.map((connection) => connection.close()));
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
