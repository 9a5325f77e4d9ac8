import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { countyDatabase, gateFor } from '../county-fixture.ts';
import { recordedBy } from './ledger-rows.ts';

const { grace } = cast.practitioners;
const episode = cast.families.okafor.episodes.current;

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

test.each([
  ['an episode', `{ episode(reference: "${episode.reference}") { __typename } }`],
  ['its team', `{ episode(reference: "${episode.reference}") { team { name } } }`],
  [
    'a list of one by its count',
    `{ episodes(first: 1, filter: { status: [OPEN_TAF] }) { totalCount } }`,
  ],
  [
    'a list by there being more',
    '{ episodes(first: 1, filter: { levelOfNeed: [3] }) { pageInfo { hasNextPage } } }',
  ],
])('an answer that only tells that there is %s is on the ledger', async (what, query) => {
  const rows = await recordedBy(database.owner, () => gate.ask(grace, query));
  expect(rows).toHaveLength(1);
  const [row] = rows;
  expect(row?.account_id).toBe(grace.id);
  if (!what.startsWith('a list')) expect(row?.episodes).toEqual([episode.id]);
  else expect(row?.episodes.length).toBeGreaterThan(0);
});
