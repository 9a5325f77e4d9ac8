import { makeHarder } from '@postern/fuzz';
import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CountyDatabase } from '../county-fixture.ts';
import { COUNTY_NOW, CountyClock, countyDatabase } from '../county-fixture.ts';
import type { RawCounty } from '../oracle/raw-county.ts';
import { readCounty } from '../oracle/raw-county.ts';
import type { Subgraphs } from '../subgraphs-fixture.ts';
import { closeSubgraphs, subgraphsFor } from '../subgraphs-fixture.ts';
import { compareWithOracle } from './compare-with-oracle.ts';

const { grace, tom, niamh, dev, esther, owen, joel, rhona, magda } = cast.practitioners;
const CALLERS = [grace, tom, niamh, dev, esther, owen, joel, rhona, magda].map(
  ({ subject }) => subject,
);

let database: CountyDatabase;
let subgraphs: Subgraphs;
let county: RawCounty;

beforeAll(async () => {
  database = await countyDatabase();
  await makeHarder(database.owner, COUNTY_NOW);
  subgraphs = subgraphsFor(database.address, new CountyClock());
  county = await readCounty(database.owner, COUNTY_NOW);
});

afterAll(async () => {
  if (subgraphs !== undefined) await closeSubgraphs(subgraphs);
  await database?.drop();
});

describe('in a county strewn with exclusions, conflicts and justifications, the gate still releases what CASL says', () => {
  test.each([...CALLERS, 'bulk-1', 'bulk-3', 'bulk-4'])('%s', async (subject) => {
    const request = { who: { subject }, purpose: 'UNDERSTAND_NEEDS', now: COUNTY_NOW } as const;
    const seen = await compareWithOracle(request, county, subgraphs);
    expect(seen?.size).toBeGreaterThan(0);
  });
});
