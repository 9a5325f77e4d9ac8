import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What a running server writes into the data directory. */
const runningSchema = z.object({
  pid: z.number().int().positive(),
  port: z.number().int(),
  issuer: z.url(),
});

/** The issuer of the server that runs from this data directory; undefined where none does. */
export async function runningIssuer(home: string): Promise<string | undefined> {
  try {
    const text = await readFile(join(home, 'running.json'), 'utf8');
    const { pid, issuer } = runningSchema.parse(JSON.parse(text));
    return isAlive(pid) ? issuer : undefined;
  } catch {
    // A file that is missing, or left half-written by a kill, says the same: no server runs.
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
