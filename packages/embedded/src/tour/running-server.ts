import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const noteSchema = z.object({ pid: z.number().int().positive(), port: z.number().int() });

/** The address of the server that runs from this home and answers; null where none does. */
export async function runningServer(home: string): Promise<string | null> {
  const note = await readFile(join(home, 'running.json'), 'utf8')
    .then((text) => noteSchema.parse(JSON.parse(text)))
    // A note that is missing, or left half-written by a kill, says the same: no server runs.
    .catch(() => null);
  if (note === null || !isAlive(note.pid)) return null;
  const url = `http://localhost:${note.port}`;
  // After a kill -9 another program may have got the process number, so the server itself is asked.
  const alive = await fetch(`${url}/health/live`, { signal: AbortSignal.timeout(5_000) }).catch(
    () => null,
  );
  return alive?.ok === true ? url : null;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
