import type { Target } from '@postern/fuzz';
import { findVictims, httpTarget, runNewEnemy } from '@postern/fuzz';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CountyDatabase } from '../county-fixture.ts';
import { COUNTY_NOW, CountyClock, countyDatabase } from '../county-fixture.ts';
import { signToken } from '../signing.ts';
import type { Services } from './services-shape.ts';
import { loopback, startServices } from './services-shape.ts';

const ROUNDS = 300;
const SEED = 20_261_122;

let database: CountyDatabase;
let services: Services;
let readers: readonly Target[];

beforeAll(async () => {
  database = await countyDatabase();
  services = await startServices({
    address: database.address,
    clock: new CountyClock(),
    production: false,
    cursorSecret: new Uint8Array(32).fill(7),
    log: () => {},
    copies: 3,
  });
  const gateways = [
    services.gateway,
    await services.anotherGateway(),
    await services.anotherGateway(),
  ];
  const tokens = new Map<string, Promise<string>>();
  readers = gateways.map(({ url }) =>
    httpTarget({
      url: loopback(url),
      token: ({ subject, multiFactor }) => {
        const token = tokens.get(subject) ?? signToken(subject, { multiFactor, now: COUNTY_NOW });
        tokens.set(subject, token);
        return token;
      },
      takeLogLines: () => [],
    }),
  );
});

afterAll(async () => {
  await services?.close();
  await database?.drop();
});

// No process is told of a revocation, so no notification can be lost: each statement that reads asks again.
test('revoke, write, read from three processes: nothing that starts after the revocation is given', async () => {
  const victims = await findVictims(database.owner, readers);
  expect(victims.length).toBeGreaterThan(5);
  const figures = await runNewEnemy(
    { seed: SEED, rounds: ROUNDS },
    { owner: database.owner, readers, victims, now: () => COUNTY_NOW.toISOString() },
  );
  expect(figures).toMatchObject({ rounds: ROUNDS, granted: 3 * ROUNDS, denied: 3 * ROUNDS });
  for (const count of Object.values(figures.revocations)) expect(count).toBeGreaterThan(5);
  expect(figures.underWay.granted).toBeGreaterThan(0);
  expect(figures.underWay.denied).toBeGreaterThan(0);
}, 240_000);
