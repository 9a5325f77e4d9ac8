import type { Target, World } from '@postern/fuzz';
import { Coverage, harvestCursors, httpTarget, openWorld, readSurface, runFuzz } from '@postern/fuzz';
import { sampleAccounts } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RECORD_BLUEPRINTS, wholeDictionary } from '../../src/stack/blueprints.ts';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, countyDatabase, gateFor } from '../county-fixture.ts';

const QUERIES = Number(process.env['FUZZ_QUERIES'] ?? 5_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_121);

let database: CountyDatabase;
let gate: Gate;
let target: Target;
let world: World;

beforeAll(async () => {
  database = await countyDatabase();
  gate = await gateFor(database);
  let read = 0;
  target = httpTarget({
    url: gate.url,
    token: ({ subject, multiFactor }) => gate.token({ subject }, { multiFactor }),
    takeLogLines: () => {
      const lines = gate.log.slice(read).map((entry) => JSON.stringify(entry));
      read = gate.log.length;
      return lines;
    },
  });
  const [account] = sampleAccounts;
  const principal = { kind: 'ACCOUNT', issuerId: 'development', subject: account?.subject ?? '', multiFactor: true } as const;
  const t0 = performance.now();
  world = await openWorld({
    owner: database.owner,
    resources: RECORD_BLUEPRINTS.flatMap(({ resources }) => resources),
    dictionary: wholeDictionary(),
    now: COUNTY_NOW,
    surfaces: [
      await readSurface(target, { path: '/graphql', weight: 24, principal, purpose: 'UNDERSTAND_NEEDS' }),
      await readSurface(target, { path: '/reporting/graphql', weight: 1, principal, purpose: null }),
    ],
    subjects: [...sampleAccounts.map(({ subject }) => subject), 'bulk-1', 'bulk-3'],
  });
  console.log('world', performance.now() - t0);
});

afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

test('no canary reaches anyone who is not entitled to it, and nothing fails inside', async () => {
  const coverage = new Coverage();
  const cursors = await harvestCursors(world, target);
  const t0 = performance.now();
  const failure = await runFuzz({ seed: SEED, queries: QUERIES, connections: 8 }, world, { target, cursors, coverage });
  const s = (performance.now() - t0) / 1000;
  console.log(JSON.stringify(failure, null, 1), coverage.summary(world.ways.coordinates()), s, QUERIES / s, cursors.length);
  expect(failure).toBeNull();
}, 600_000);
