import { ROLES } from '@postern/agreements';
import type { Purpose } from '@postern/policy';
import { PURPOSES } from '@postern/policy';
import { sampleAccounts } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wholeDictionary } from '../../src/stack/blueprints.ts';
import type { CountyDatabase } from '../county-fixture.ts';
import { COUNTY_NOW, CountyClock, countyDatabase } from '../county-fixture.ts';
import type { RawCounty } from '../oracle/raw-county.ts';
import { readCounty } from '../oracle/raw-county.ts';
import type { Subgraphs } from '../subgraphs-fixture.ts';
import { closeSubgraphs, subgraphsFor } from '../subgraphs-fixture.ts';
import { justifiedPurposes, permittedPurposes, rolesOf } from './callers.ts';
import { compareWithOracle } from './compare-with-oracle.ts';
import { Coverage } from './coverage.ts';

/** Beside the cast: generated caseloads of a lead, a school, health, another partner and the front door. */
const CALLERS: readonly string[] = [
  ...sampleAccounts.map(({ subject }) => subject),
  ...['bulk-1', 'bulk-3', 'bulk-4', 'bulk-5'],
];

/** Entities; agencies are public. */
const VISIBLE_IN_PART = [
  ['Family', 'families.family'],
  ['Person', 'families.person'],
  ['Episode', 'episodes.episode'],
  ['Practitioner', 'partners.practitioner'],
] as const;

let database: CountyDatabase;
let subgraphs: Subgraphs;
let county: RawCounty;
const coverage = new Coverage();
const PERSON_CLASSES = wholeDictionary().get('Person');
/** The account with which each role is asked for every purpose. */
const FIRST_OF = new Map<string, string>();

beforeAll(async () => {
  database = await countyDatabase();
  subgraphs = subgraphsFor(database.address, new CountyClock());
  county = await readCounty(database.owner, COUNTY_NOW);
  for (const subject of CALLERS)
    for (const role of rolesOf(county, subject, COUNTY_NOW))
      if (!FIRST_OF.has(role)) FIRST_OF.set(role, subject);
});

afterAll(async () => {
  if (subgraphs !== undefined) await closeSubgraphs(subgraphs);
  await database?.drop();
});

/** Every purpose for the first account of a role, and one that no rule of it permits; for others those that tell them apart. */
function purposesFor(subject: string): readonly Purpose[] {
  const roles = rolesOf(county, subject, COUNTY_NOW);
  const permitted = permittedPurposes(county, roles);
  const isFirst = roles.some((role) => FIRST_OF.get(role) === subject);
  const justified = justifiedPurposes(county, subject);
  if (!isFirst) return justified.length > 0 ? [...new Set(justified)] : permitted.slice(0, 1);
  const refused = PURPOSES.find((purpose) => !permitted.includes(purpose));
  return [...permitted, ...(refused === undefined ? [] : [refused])];
}

describe('what the gate releases is what CASL says from the raw tables', () => {
  test.each(CALLERS)('%s', async (subject) => {
    for (const purpose of purposesFor(subject)) {
      const request = { who: { subject }, purpose, now: COUNTY_NOW };
      const seen = await compareWithOracle(request, county, subgraphs);
      for (const role of rolesOf(county, subject, COUNTY_NOW)) coverage.add(role, seen);
    }
    expect.hasAssertions();
  });
});
const SECTOR_IDENTIFIERS = ['Person.nhsNumber', 'Person.uniquePupilNumber'];
/** The matcher's own: no rule gives it to anybody. */
const MATCHERS_OWN = ['Person.nationalInsuranceNumber'];
/** Nobody of the role has a justification for, or an entry of the own agency about, what is listed beside the matcher's own. */
const NEVER_RELEASED: Readonly<Record<string, readonly string[]>> = {
  LEAD_PROFESSIONAL: [
    ...[...SECTOR_IDENTIFIERS, ...MATCHERS_OWN],
    ...['Person.behaviour', 'Person.exclusions', 'Person.specialEducationalNeeds'],
  ],
  TAF_MEMBER: [...SECTOR_IDENTIFIERS, ...MATCHERS_OWN],
  // The front door reads schooling, social care and identifiers freely, and has no justification in the county.
  EHAST_PRACTITIONER: [
    ...MATCHERS_OWN,
    ...['Person.convictions', 'Person.disabilities', 'Person.domesticAbuse', 'Person.employment'],
    ...['Person.ethnicity', 'Person.finance', 'Person.housing'],
    ...['Person.investigations', 'Person.mentalHealth', 'Person.policeIncidents'],
    ...['Person.religion', 'Person.substanceUse', 'Person.youthJustice'],
    ...['Person.courtOrders', 'Person.caringRoles', 'Person.careReceived'],
    // Who keeps the record of a family, and who knows it well.
    ...['Household.revision', 'Person.revision', 'Person.names'],
    ...['Person.alsoRecordedAs', 'Person.recordedUnder'],
  ],
};

/** Each field of a person that a justification or the own agency's entry opens, and how many kinds the county shows to both. */
const OPENED_BY_JUSTIFICATION: Readonly<Record<string, number>> = {
  LEAD_PROFESSIONAL: 21,
  TAF_MEMBER: 24,
};

/** A field of a person that is more than personal. */
function isClassedOfPerson(coordinate: string): boolean {
  const [type, field = ''] = coordinate.split('.');
  const dataClass = type === 'Person' ? PERSON_CLASSES?.get(field) : undefined;
  return dataClass !== undefined && !['OPERATIONAL', 'PERSONAL'].includes(dataClass);
}

describe('the county makes the comparison mean something', () => {
  test('every role of the agreement is held by somebody who was asked', () => {
    expect([...FIRST_OF.keys()].sort()).toEqual(expect.arrayContaining(Object.keys(ROLES).sort()));
  });

  test.each(Object.keys(NEVER_RELEASED))(
    '%s: nothing is withheld from all but what is listed',
    (role) => {
      expect(coverage.never(role)).toEqual((NEVER_RELEASED[role] ?? []).toSorted());
    },
  );

  test.each(Object.keys(OPENED_BY_JUSTIFICATION))(
    '%s: classed fields are given on some rows and withheld on others',
    (role) => {
      const classed = coverage.sometimes(role).filter(isClassedOfPerson);

      expect(classed).toHaveLength(OPENED_BY_JUSTIFICATION[role] ?? 0);
    },
  );

  test.each(Object.keys(NEVER_RELEASED))(
    '%s: of every record type some are visible and some are not',
    (role) => {
      for (const [type, table] of VISIBLE_IN_PART) {
        const share = coverage.visibleShare(role, type, county.rows(table).length);
        expect(share, type).toBeGreaterThan(0);
        expect(share, type).toBeLessThan(0.9);
      }
    },
  );

  test('an analyst is released no record of anybody', () => {
    expect(coverage.valued('ANALYST')).toEqual([]);
  });
});
