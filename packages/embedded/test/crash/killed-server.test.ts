import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, startEmbeddedDatabase } from '@postern/database';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareDatabase } from '../../src/stack/prepare-database.ts';
import { COUNTY_NOW } from '../county-fixture.ts';
import { ISSUER_URL } from '../signing.ts';
import type { Kept } from './kept.ts';
import { keptOf } from './kept.ts';
import { Writers } from './writers.ts';

/** How often the server is killed while records are written. */
const ROUNDS = Number(process.env['POSTERN_KILLS'] ?? 100);
const SEED = Number(process.env['POSTERN_SEED'] ?? 6);
const AT_ONCE = 6;

type Database = Awaited<ReturnType<typeof startEmbeddedDatabase>>;

let directory: string;
let database: Database;

const started = (): Promise<Database> => startEmbeddedDatabase({ directory, onProgress: () => {} });

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'postern-killed-'));
  database = await started();
  await prepareDatabase(database.address, {
    now: COUNTY_NOW,
    county: 'small',
    history: 1,
    issuerUrl: ISSUER_URL,
    onProgress: () => {},
  });
});

afterAll(async () => {
  await database?.stop();
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
});

/** As kill -9 of the server: no session is asked, nothing is written out. */
async function killServer(): Promise<void> {
  const [pid = ''] = (await readFile(join(directory, 'cluster', 'postmaster.pid'), 'utf8')).split(
    '\n',
  );
  process.kill(Number(pid), 'SIGKILL');
}

async function kept(keys: readonly string[]): Promise<ReadonlyMap<string, Kept>> {
  const owner = connect(database.address, 'owner', { max: 1 });
  try {
    return await keptOf(owner, keys);
  } finally {
    await owner.close();
  }
}

test('whatever was acknowledged when the server is killed is there, whole and once, and nothing is there in part; who sends it again gets the first answer', async () => {
  const after = fc.sample(fc.integer({ min: 0, max: AT_ONCE - 1 }), {
    numRuns: ROUNDS,
    seed: SEED,
  });
  let lost: readonly string[] = [];
  let [cutOff, acknowledgedBefore] = [0, 0];
  for (const [round, acknowledged] of after.entries()) {
    const writers = new Writers(database.address);
    const again = await kept(lost);
    for (const key of lost) {
      const answered = await writers.records(key);
      expect(answered).not.toBeNull();
      const known = again.get(key)?.answered ?? null;
      if (known !== null) expect(answered).toBe(known);
    }
    const keys = Array.from({ length: AT_ONCE }, (_, n) => `round ${round} of ${n}`);
    let done = 0;
    let killed: Promise<void> | null = acknowledged === 0 ? killServer() : null;
    const answers = await Promise.all(
      keys.map(async (key) => {
        const answer = await writers.records(key);
        if (answer !== null) done += 1;
        if (done === acknowledged) killed ??= killServer();
        return answer;
      }),
    );
    await (killed ?? killServer());
    await writers.close();
    await database.stop();
    database = await started();
    const left = await kept([...keys, ...lost]);
    for (const [n, key] of keys.entries()) {
      const found = left.get(key);
      const isThere = found?.answered != null;
      if (answers[n] !== null) expect(found?.answered).toBe(answers[n]);
      const parts = [found?.activities, found?.passages, found?.versions];
      expect([key, ...parts]).toEqual(isThere ? [key, 1, 1, 2] : [key, 0, 0, 0]);
    }
    for (const key of lost) expect(left.get(key)).toMatchObject({ activities: 1, passages: 1 });
    lost = keys.filter((_, n) => answers[n] === null);
    cutOff += lost.length;
    acknowledgedBefore += keys.length - lost.length;
  }
  // Otherwise nothing was ever in the middle of being written, or everything was.
  expect(cutOff).toBeGreaterThan(ROUNDS);
  expect(acknowledgedBefore).toBeGreaterThan(ROUNDS);
});
