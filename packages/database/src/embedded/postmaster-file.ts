import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What a server writes to `postmaster.pid` in its data folder; see miscadmin.h of PostgreSQL. */
export interface PostmasterFile {
  readonly pid: number;
  /** `starting`, `ready`, `standby` or `stopping`; empty until the server has written it. */
  readonly status: string;
}

/** Where the file is. */
export function postmasterPath(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}

/** Reads the file, or null where there is none. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | null> {
  const text = await readFile(postmasterPath(cluster), 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return null;
  return { pid, status: lines[7]?.trim() ?? '' };
}

/** Tells whether a process is the server of this data folder, and not another that got the same number. */
export async function isServerOf(cluster: string, pid: number): Promise<boolean> {
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => listed(pid));
  return commandLine.includes('postgres') && commandLine.includes(cluster);
}

async function listed(pid: number): Promise<string> {
  const answer = await promisify(execFile)('ps', [
    '-ww',
    '-o',
    'command=',
    '-p',
    String(pid),
  ]).catch(() => ({ stdout: '' }));
  return answer.stdout;
}
