import { makeHarder } from '@postern/fuzz';
import { PURPOSES } from '@postern/policy';
import { cast, sampleAccounts } from '@postern/sample-county';
import { ReleaseManifest } from '@postern/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CountyDatabase } from '../county-fixture.ts';
import { COUNTY_NOW, CountyClock, countyDatabase } from '../county-fixture.ts';
import { justifiedPurposes, permittedPurposes, rolesOf } from '../matrix/callers.ts';
import type { RawCounty } from '../oracle/raw-county.ts';
import { readCounty } from '../oracle/raw-county.ts';
import { ExplanationComparison } from './compare-explanations.ts';
import type { OpenExplainer } from './explainer-fixture.ts';
import { openExplainer } from './explainer-fixture.ts';

const EVERYBODY: readonly string[] = [
  ...sampleAccounts.map(({ subject }) => subject),
  ...['bulk-1', 'bulk-3'],
];
const { grace, tom, niamh, owen, joel, rhona, magda, dev, dorothea } = cast.practitioners;
const { okafor, bexley } = cast.families;
const CASELOADS: readonly string[] = [
  ...[grace, tom, niamh, owen, joel, rhona, magda, dev].map(({ subject }) => subject),
  'bulk-4',
];

let database: CountyDatabase;
let county: RawCounty;
let open: OpenExplainer;
let comparison: ExplanationComparison;

async function openCounty(prepare: (county: CountyDatabase) => Promise<void>): Promise<void> {
  database = await countyDatabase();
  await prepare(database);
  county = await readCounty(database.owner, COUNTY_NOW);
  open = openExplainer(database.address, new CountyClock());
  comparison = new ExplanationComparison(county, open);
}

async function closeCounty(): Promise<void> {
  await open?.close();
  await database?.drop();
}

describe('an explanation says what the gate does', () => {
  beforeAll(() => openCounty(async () => {}));
  afterAll(closeCounty);

  test.each(EVERYBODY)('%s', async (subject) => {
    const permitted = permittedPurposes(county, rolesOf(county, subject, COUNTY_NOW));
    const refused = PURPOSES.find((purpose) => !permitted.includes(purpose));
    const purposes = [
      ...permitted.slice(0, 1),
      ...justifiedPurposes(county, subject).slice(0, 1),
      ...(refused === undefined ? [] : [refused]),
    ];
    for (const purpose of new Set(purposes)) await comparison.compare({ subject, purpose });
    expect.hasAssertions();
  });

  test('an office is told of another’s access by the same statements, whatever the record', async () => {
    const to = {
      accountId: dorothea.id,
      agencyId: dorothea.agency.id,
      roles: ['DATA_PROTECTION_OFFICER'],
      policyVersion: 1,
    };
    const manifest = new ReleaseManifest();
    const explain = (id: string) =>
      open.explainer.explain(
        {
          principal: grace.id,
          resource: { type: 'Episode', id },
          coordinate: 'Episode.reason',
          purpose: 'UNDERSTAND_NEEDS',
        },
        to,
        manifest,
      );
    const ids = [
      bexley.episodes.current.id,
      okafor.episodes.current.id,
      'ffffffff-ffff-4fff-8fff-ffffffffffff',
    ];
    await explain('');
    open.ran.length = 0;
    const [conflict, seen, never] = [
      await explain(ids[0] ?? ''),
      await explain(ids[1] ?? ''),
      await explain(ids[2] ?? ''),
    ];
    expect(JSON.stringify(conflict)).toBe(JSON.stringify(never));
    expect(seen.outcome).toBe('OPEN');
    expect(open.ran).toHaveLength(6);
    expect(new Set(open.ran).size).toBe(2);
  });

  test('of what is seen, some is open and some is withheld', () => {
    expect(comparison.outcomes.get('OPEN')).toBeGreaterThan(100);
    expect(comparison.outcomes.get('WITHHELD')).toBeGreaterThan(50);
    expect(comparison.outcomes.get('NOT_FOUND')).toBeGreaterThan(50);
  });
});

describe('in a county strewn with everything that takes away, what is protected stays silent', () => {
  beforeAll(() => openCounty(({ owner }) => makeHarder(owner, COUNTY_NOW)));
  afterAll(closeCounty);

  test.each(CASELOADS)('%s', async (subject) => {
    // The purpose that the strewn justifications name.
    await comparison.compare({ subject, purpose: 'UNDERSTAND_NEEDS' });
    expect.hasAssertions();
  });
});
