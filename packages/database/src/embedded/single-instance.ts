import { DatabaseSync } from 'node:sqlite';
import { Fault } from '@postern/errors';

/** Held while one process uses a data directory. */
export interface InstanceLock {
  release(): void;
}

const SQLITE_BUSY = 5;

/**
 * Takes a directory for this process by a file in it. The operating system holds the lock, through SQLite's
 * file locking, so it ends with the process however that dies. Throws Fault ALREADY_RUNNING.
 */
export function holdSingleInstance(file: string): InstanceLock {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'errcode' in error && error.errcode !== SQLITE_BUSY) throw error;
    throw new Fault('ALREADY_RUNNING');
  }
  return { release: () => lock.close() };
}
