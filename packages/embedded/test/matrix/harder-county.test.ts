import { makeHarder } from '@postern/fuzz';
import { cast, sampleAccounts } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CountyDatabase } from '../county-fixture.ts';
import { COUNTY_NOW, CountyClock, countyDatabase } from '../county-fixture.ts';
import type { RawCounty } from '../oracle/raw-county.ts';
import { readCounty } from '../oracle/raw-county.ts';
import type { Subgraphs } from '../subgraphs-fixture.ts';
import { closeSubgraphs, subgraphsFor } from '../subgraphs-fixture.ts';
import { permittedPurposes, rolesOf } from './callers.ts';
import { compareWithOracle } from './compare-with-oracle.ts';

const { grace, tom, niamh, dev, esther, owen, joel, rhona, magda } = cast.practitioners;
/** Those with a caseload. */
const CASELOADS: readonly string[] = [
  ...[grace, tom, niamh, dev, esther, owen, joel, rhona, magda].map(({ subject }) => subject),
  ...['bulk-1', 'bulk-3', 'bulk-4'],
];
/** Everybody else who reads anything, each in a role or a family of their own. */
const OTHERS = sampleAccounts
  .map(({ subject }) => subject)
  .filter((each) => !CASELOADS.includes(each));

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

describe('in a county strewn with everything that takes away, the gate still releases what CASL says', () => {
  test.each(CASELOADS)('%s', async (subject) => {
    // The purpose that the strewn justifications name.
    const request = { who: { subject }, purpose: 'UNDERSTAND_NEEDS', now: COUNTY_NOW } as const;
    const seen = await compareWithOracle(request, county, subgraphs);
    expect(seen?.size).toBeGreaterThan(0);
  });

  // What is strewn falls on each otherwise, so of those with the same roles two are asked.
  test('and so it is for everybody else', async () => {
    const asked = Map.groupBy(OTHERS, (subject) => rolesOf(county, subject, COUNTY_NOW).join());
    for (const subject of [...asked.values()].flatMap((alike) => alike.slice(0, 2))) {
      const permitted = permittedPurposes(county, rolesOf(county, subject, COUNTY_NOW));
      const justified = permitted.find((purpose) => purpose === 'UNDERSTAND_NEEDS');
      const purpose = justified ?? permitted[0] ?? 'UNDERSTAND_NEEDS';
      await compareWithOracle({ who: { subject }, purpose, now: COUNTY_NOW }, county, subgraphs);
    }
    expect(asked.size).toBeGreaterThan(10);
  });
});
