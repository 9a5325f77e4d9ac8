import { mkdir, rm } from 'node:fs/promises';
import type { DatabaseAddress } from '../address.ts';
import { externalDatabase } from '../address.ts';
import { formatDatabaseUrl } from '../database-url.ts';
import { DATABASE, ensureCluster, OWNER } from './cluster.ts';
import type { DataDirectory } from './data-directory.ts';
import { dataDirectory } from './data-directory.ts';
import { stopOrphan } from './orphan.ts';
import { ownerPassword } from './owner-password.ts';
import { startServer } from './server.ts';
import { chooseServerAccount } from './server-account.ts';
import { findServerBinaries } from './server-binaries.ts';
import type { InstanceLock } from './single-instance.ts';
import { holdSingleInstance } from './single-instance.ts';

/** Where the data is kept, whom to tell of progress, and server settings that differ from the usual. */
export interface EmbeddedDatabaseOptions {
  readonly directory: string;
  onProgress(line: string): void;
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running embedded database. */
export interface EmbeddedDatabase {
  readonly address: DatabaseAddress;
  /** Stops the server cleanly and lets another process use the directory. */
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL on 127.0.0.1 that keeps its data in a directory, and recovers what a
 * killed run left there. Throws Fault ALREADY_RUNNING, or EMBEDDED_DATABASE_FAILED with the folder.
 */
export async function startEmbeddedDatabase(
  options: EmbeddedDatabaseOptions,
): Promise<EmbeddedDatabase> {
  const directory = dataDirectory(options.directory);
  await mkdir(directory.root, { recursive: true });
  const lock = holdSingleInstance(directory.lock);
  try {
    return await startLocked(directory, lock, options);
  } catch (thrown) {
    lock.release();
    throw thrown;
  }
}

async function startLocked(
  directory: DataDirectory,
  lock: InstanceLock,
  options: EmbeddedDatabaseOptions,
): Promise<EmbeddedDatabase> {
  const binaries = await findServerBinaries();
  const account = await chooseServerAccount(binaries.postgres, directory.root);
  const password = await ownerPassword(directory);
  await stopOrphan(directory, options.onProgress);
  await rm(directory.log, { force: true });
  const { onProgress } = options;
  await ensureCluster({ directory, binaries, account, password, onProgress });
  onProgress('Starting PostgreSQL');
  const settings = options.settings ?? {};
  const server = await startServer({ directory, binaries, account, settings });
  let stopping: Promise<void> | undefined;
  return {
    address: externalDatabase(
      formatDatabaseUrl({
        user: OWNER,
        password,
        host: '127.0.0.1',
        port: server.port,
        database: DATABASE,
        tls: null,
      }),
    ),
    stop: () => {
      stopping ??= server.stop().finally(() => lock.release());
      return stopping;
    },
  };
}
