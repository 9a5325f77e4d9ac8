import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CountyDatabase } from '../county-fixture.ts';
import { countyDatabase } from '../county-fixture.ts';
import { keptOf } from './kept.ts';
import { Writers } from './writers.ts';

/** A process takes longer to start than to be killed, so these rounds are few; those of the server are many. */
const ROUNDS = 4;
const AT_ONCE = 8;
const PROCESS = fileURLToPath(new URL('writing-process.ts', import.meta.url));

let database: CountyDatabase;
beforeAll(async () => {
  database = await countyDatabase();
});
afterAll(async () => {
  await database?.drop();
});

/** Lets a process record under these keys and kills it once so many were acknowledged. */
async function killedAfter(
  acknowledged: number,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const child = spawn(process.execPath, [PROCESS, database.address.urlFor('owner'), ...keys], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const answers = new Map<string, string>();
  const ended = once(child, 'exit');
  for await (const line of createInterface(child.stdout)) {
    const [key = '', answer] = line.split('\t');
    if (answer !== undefined) answers.set(key, answer);
    if (answers.size >= acknowledged) child.kill('SIGKILL');
  }
  await ended;
  return answers;
}

test('whatever was acknowledged when the process is killed is there, whole and once, and nothing is there in part', async () => {
  const writers = new Writers(database.address);
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const keys = Array.from({ length: AT_ONCE }, (_, n) => `process ${round} of ${n}`);
      const answers = await killedAfter(round % 4, keys);
      // Whoever sends it again waits for what the killed process left open, and gets the first answer.
      for (const key of keys) {
        const answered = await writers.records(key);
        if (answers.has(key)) expect(answered).toBe(answers.get(key));
        else expect(answered).not.toBeNull();
      }
      const kept = await keptOf(database.owner, keys);
      for (const key of keys)
        expect(kept.get(key)).toMatchObject({ activities: 1, passages: 1, versions: 2 });
    }
  } finally {
    await writers.close();
  }
});
