import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CountyDatabase, Gate } from './county-fixture.ts';
import { countyDatabase, gateFor } from './county-fixture.ts';

let database: CountyDatabase;
let gate: Gate;

beforeAll(async () => {
  database = await countyDatabase();
  gate = await gateFor(database);
});

afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

test('a practitioner of the county asks over HTTP and is answered', async () => {
  const answer = await gate.ask(
    cast.practitioners.grace,
    'query Mine { episodes(first: 3) { totalCount edges { node { reference } } } }',
  );
  expect(answer.status).toBe(200);
  expect(answer.body.data.episodes.totalCount).toBeGreaterThanOrEqual(5);
});

test('without a second factor nothing is answered', async () => {
  const answer = await gate.ask(cast.practitioners.grace, '{ me { id } }', { multiFactor: false });
  expect(answer.body.errors?.[0]?.extensions['code']).toBe('MULTI_FACTOR_REQUIRED');
  expect(answer.body.data ?? null).toBeNull();
});
