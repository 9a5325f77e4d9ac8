import type { Purpose } from '@postern/policy';
import { sampleAccounts } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CountyDatabase } from '../county-fixture.ts';
import { COUNTY_NOW, CountyClock, countyDatabase } from '../county-fixture.ts';
import type { RawCounty } from '../oracle/raw-county.ts';
import { readCounty } from '../oracle/raw-county.ts';
import type { Subgraphs } from '../subgraphs-fixture.ts';
import { closeSubgraphs, subgraphsFor } from '../subgraphs-fixture.ts';
import { compareWithOracle } from './compare-with-oracle.ts';

const PURPOSES: readonly Purpose[] = [
  'UNDERSTAND_NEEDS',
  'COORDINATE_SUPPORT',
  'SAFEGUARDING',
  'MATCH_DATA',
];

/** Beside the cast: generated caseloads of a lead, a school, health, another partner and the front door. */
const CALLERS: readonly string[] = [
  ...sampleAccounts.map(({ subject }) => subject),
  ...['bulk-1', 'bulk-3', 'bulk-4', 'bulk-5'],
];

let database: CountyDatabase;
let subgraphs: Subgraphs;
let county: RawCounty;

beforeAll(async () => {
  database = await countyDatabase();
  subgraphs = subgraphsFor(database.address, new CountyClock());
  county = await readCounty(database.owner, COUNTY_NOW);
});

afterAll(async () => {
  if (subgraphs !== undefined) await closeSubgraphs(subgraphs);
  await database?.drop();
});

describe('what the gate releases is what CASL says from the raw tables', () => {
  test.each(CALLERS)('%s', async (subject) => {
    for (const purpose of PURPOSES)
      await compareWithOracle({ who: { subject }, purpose, now: COUNTY_NOW }, county, subgraphs);
    expect.hasAssertions();
  });
});
