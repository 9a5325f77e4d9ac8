import { sampleAccounts } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, countyDatabase, gateFor } from '../county-fixture.ts';
import { canonical } from '../oracle/canonical.ts';
import { ExpectedAnswer } from '../oracle/expected-answer.ts';
import type { RawCounty } from '../oracle/raw-county.ts';
import { readCounty } from '../oracle/raw-county.ts';
import { OWN_TYPES } from '../oracle/record-model.ts';
import type { Asked } from '../oracle/whole-selection.ts';
import { printed } from '../oracle/whole-selection.ts';

const leaves = (...names: readonly string[]): [string, null][] => names.map((name) => [name, null]);
const NOTICE: [string, Asked] = [
  'withheld',
  new Map(leaves('coordinate', 'code', 'clause', 'remedy')),
];
const EPISODE: Asked = new Map<string, Asked | null>([
  ...leaves('id', 'reference', 'status', 'levelOfNeed', 'reason'),
  ['needs', new Map<string, Asked | null>([...leaves('id', 'outcome', 'description'), NOTICE])],
  ['meetings', new Map<string, Asked | null>([...leaves('id', 'minutes', 'attendees'), NOTICE])],
  NOTICE,
]);
const FAMILY: Asked = new Map<string, Asked | null>([
  ...leaves('id', 'reference', 'address'),
  ['agreement', new Map<string, Asked | null>([...leaves('id', 'status', 'signedAt'), NOTICE])],
  [
    'members',
    new Map<string, Asked | null>([
      ...leaves('id', 'givenName', 'dateOfBirth', 'ethnicity', 'religion', 'nhsNumber'),
      ['healthConditions', new Map(leaves('id', 'name', 'detail'))],
      ['convictions', new Map(leaves('id', 'offence'))],
      ['housing', new Map(leaves('id', 'circumstance'))],
      ['attendance', new Map(leaves('id', 'percentage'))],
      NOTICE,
    ]),
  ],
  NOTICE,
]);
const EPISODE_WITH_FAMILY: Asked = new Map<string, Asked | null>([
  ...EPISODE,
  ['family', new Map()],
]);
const QUERY = `{ episodes(first: 100) { totalCount edges { node { ${printed(EPISODE).slice(1, -1)} family ${printed(FAMILY)} } } } }`;

let database: CountyDatabase;
let gate: Gate;
let county: RawCounty;

beforeAll(async () => {
  database = await countyDatabase();
  gate = await gateFor(database);
  county = await readCounty(database.owner, COUNTY_NOW);
});

afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

interface DueCaseload {
  readonly refusal: string | null;
  readonly episodes: readonly unknown[];
  readonly told: Readonly<Record<string, number>>;
}

/** The caseload and its families, from raw tables and CASL. */
function due(subject: string): DueCaseload {
  const request = { subject, purpose: 'UNDERSTAND_NEEDS', now: COUNTY_NOW } as const;
  const within = (subgraph: string): { ownTypes: ReadonlySet<string> } => ({
    ownTypes: OWN_TYPES[subgraph] ?? new Set(),
  });
  const episodes = new ExpectedAnswer(county, request, within('episodes'));
  const families = new ExpectedAnswer(county, request, within('families'));
  const due: unknown[] = [];
  const seen = new Set<unknown>();
  for (const row of county.rows('episodes.episode')) {
    const episode = episodes.record('Episode', row, EPISODE_WITH_FAMILY);
    if (episode === null) continue;
    const [family] = county.rowsBy('families.family', 'id', row['familyId']);
    // One family is fetched once, for however many of its episodes.
    const reader = seen.has(row['familyId'])
      ? new ExpectedAnswer(county, request, within('families'))
      : families;
    seen.add(row['familyId']);
    due.push({ ...episode, family: reader.record('Family', family ?? {}, FAMILY) });
  }
  const told = [...episodes.tally, ...families.tally]
    .map(([coordinate, tally]): [string, number] => [coordinate, tally.told])
    .filter(([, times]) => times > 0);
  return { refusal: episodes.oracle.refusal(), episodes: due, told: Object.fromEntries(told) };
}

describe('over HTTP a caseload with its families is what CASL says from the raw tables', () => {
  test.each(sampleAccounts.map((account) => [account.name, account] as const))(
    '%s',
    async (_, account) => {
      const { body, status } = await gate.ask(account, QUERY);
      const expected = due(account.subject);
      if (expected.refusal !== null) {
        expect(body.errors?.[0]?.extensions['code']).toBeOneOf([
          expected.refusal,
          ...(expected.refusal === 'PURPOSE_NOT_PERMITTED' ? ['CONTRACT_NOT_PERMITTED'] : []),
        ]);
        expect(body.data ?? null).toBeNull();
        return;
      }
      expect(status).toBe(200);
      const { totalCount, edges } = body.data.episodes;
      expect(totalCount).toBe(expected.episodes.length);
      expect(canonical(edges.map(({ node }: { node: unknown }) => node))).toEqual(
        canonical(expected.episodes),
      );
      const access = (body.extensions?.['access'] ?? []) as { coordinate: string; count: number }[];
      expect(Object.fromEntries(access.map((each) => [each.coordinate, each.count]))).toEqual(
        expected.told,
      );
    },
  );
});
