import type { World } from '@postern/fuzz';
import {
  Coverage,
  describeFailure,
  httpTarget,
  makeHarder,
  openWorld,
  runFuzz,
} from '@postern/fuzz';
import { sampleAccounts } from '@postern/sample-county';
import { getNamedType, isObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RECORD_BLUEPRINTS, wholeDictionary } from '../../src/stack/blueprints.ts';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, countyDatabase, gateFor } from '../county-fixture.ts';

const QUERIES = 5_000;
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_121);

const PLANTED_SCALARS: ReadonlySet<string> = new Set(['String', 'Date', 'DateTime']);

const resources = RECORD_BLUEPRINTS.flatMap((blueprint) => blueprint.resources);

let database: CountyDatabase;
let gate: Gate;
let world: World;

beforeAll(async () => {
  database = await countyDatabase();
  await makeHarder(database.owner, COUNTY_NOW);
  gate = await gateFor(database);
  let taken = 0;
  world = await openWorld({
    owner: database.owner,
    resources,
    dictionary: wholeDictionary(),
    now: COUNTY_NOW,
    target: httpTarget({
      url: gate.url,
      token: ({ subject, multiFactor }) => gate.token({ subject }, { multiFactor }),
      takeLogLines: () => {
        const lines = gate.log.slice(taken).map((entry) => JSON.stringify(entry));
        taken = gate.log.length;
        return lines;
      },
    }),
    addresses: [
      { path: '/graphql', purpose: 'UNDERSTAND_NEEDS', weight: 24 },
      { path: '/reporting/graphql', purpose: null, weight: 1 },
    ],
    accounts: [...sampleAccounts.map(({ subject }) => subject), 'bulk-1', 'bulk-3', 'bulk-4'].map(
      (subject) => ({ issuerId: 'development', subject }),
    ),
  });
});

afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

test('what the schema shows as text, date or moment is planted, save what decisions rest on', () => {
  const planted = world.planted;
  // Rules and published agreements are about nobody.
  const types = new Set(
    resources
      .map(({ type }) => type)
      .filter((type) => !/^(Policy|Agreement|Resolution)/.test(type)),
  );
  const shown = world.surfaces
    .flatMap(({ schema }) => Object.values(schema.getTypeMap()).filter(isObjectType))
    .filter(({ name }) => types.has(name))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => PLANTED_SCALARS.has(getNamedType(field.type).name))
        .map((field) => `${type.name}.${field.name}`),
    );
  const share = shown.filter((each) => planted.has(each)).length / shown.length;
  expect(share).toBeGreaterThan(0.7);
});

test('no canary reaches anyone who is not entitled to it, and nothing fails inside', async () => {
  const coverage = new Coverage();
  const failure = await runFuzz({ seed: SEED, queries: QUERIES, connections: 8 }, world, coverage);
  expect(failure === null ? null : describeFailure(failure)).toBeNull();

  const figures = coverage.summary(world.planted);
  expect(figures.queries).toBe(QUERIES);
  // Neither empty nor total: most of what can be shown is shown to somebody, some of it by a justification alone,
  // and much is told as withheld.
  expect(figures.answers['OK']).toBeGreaterThan(QUERIES * 0.6);
  expect(figures.releasedShare).toBeGreaterThan(0.8);
  expect(figures.released).toBeGreaterThan(500);
  expect(figures.justifiedCells).toBeGreaterThan(20);
  expect(figures.withheld).toBeGreaterThan(200);
}, 600_000);
