import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '@postern/errors';
import type { DataDirectory } from './data-directory.ts';
import { isServerOf, postmasterPath, readPostmasterFile } from './postmaster-file.ts';

/** PostgreSQL's ways to stop: fast with a checkpoint, immediate with recovery at the next start, then by force. */
const WAYS = [
  { signal: 'SIGINT', waitMs: 20_000 },
  { signal: 'SIGQUIT', waitMs: 5_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
] as const;

/**
 * Stops a server that outlived its process (a kill -9). The caller holds the directory's lock, so
 * no living process uses that server.
 */
export async function stopOrphan(
  directory: DataDirectory,
  onProgress: (line: string) => void,
): Promise<void> {
  const left = await readPostmasterFile(directory.cluster);
  if (left === null) return;
  if (!(await isServerOf(directory.cluster, left.pid))) {
    // PostgreSQL would take another program that got this process number for a running server.
    if (isAlive(left.pid)) await rm(postmasterPath(directory.cluster), { force: true });
    return;
  }
  onProgress('Stopping a PostgreSQL that an interrupted run left behind');
  for (const way of WAYS) {
    signal(left.pid, way.signal);
    if (await ends(directory.cluster, left.pid, way.waitMs)) return;
  }
  throw new Fault('EMBEDDED_DATABASE_FAILED', {
    logged: { step: 'stop the server left behind', folder: directory.root, pid: left.pid },
  });
}

async function ends(cluster: string, pid: number, waitMs: number): Promise<boolean> {
  for (let waited = 0; waited < waitMs; waited += 25) {
    if (!(await isServerOf(cluster, pid))) return true;
    await pause(25);
  }
  return false;
}

function isAlive(pid: number): boolean {
  return signal(pid, 0);
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
