import { mkdtempSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const IN_MEMORY = '/dev/shm';
/** Bytes that must be free, of memory and of the file system in it: several times what a run of the tests ever holds. */
const AMPLE = 4 * 1024 ** 3;

/**
 * Makes a folder for one run of the tests, in memory where there is ample: every file of tests copies a database, and a disk
 * spends longer on the names of its thousand small files than on what is in them.
 */
export function scratchFolder(): string {
  return mkdtempSync(join(isAmple() ? IN_MEMORY : tmpdir(), 'postern-test-'));
}

function isAmple(): boolean {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return Math.min(bavail * bsize, freemem()) > AMPLE;
  } catch {
    return false;
  }
}
