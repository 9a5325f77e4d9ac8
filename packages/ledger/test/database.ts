import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseAddress } from '@postern/database';
import { migrate, startEmbeddedDatabase } from '@postern/database';
import { ledgerMigrations } from '../src/index.ts';

/** Milliseconds a busy machine may take to start or stop a server. */
export const START_AND_STOP = 60_000;

/** A real PostgreSQL of this test's own; `restart` brings it back with its data after `stop`. */
export interface TestDatabase {
  address(): DatabaseAddress;
  stop(): Promise<void>;
  restart(): Promise<void>;
  remove(): Promise<void>;
}

export async function startTestDatabase(): Promise<TestDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'postern-ledger-'));
  const start = () => startEmbeddedDatabase({ directory, onProgress: () => {} });
  let running = await start();
  await migrate(running.address, [ledgerMigrations], () => {});
  return {
    address: () => running.address,
    stop: () => running.stop(),
    restart: async () => {
      running = await start();
    },
    remove: async () => {
      await running.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
