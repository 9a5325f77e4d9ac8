import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COUNTY_NOW } from '../county-fixture.ts';
import { ENTITIES } from '../matrix/compare-with-oracle.ts';
import type { RawCounty } from '../oracle/raw-county.ts';
import { readCounty } from '../oracle/raw-county.ts';
import { recordModel } from '../oracle/record-model.ts';
import { SUBGRAPHS } from './schema-walk.ts';
import type { StraightData, Ways } from './ways.ts';
import { HARD_CASES, openWays, purposeFor } from './ways.ts';

const { niamh } = cast.practitioners;
const ABSENT = '00000000-0000-4000-8000-000000000000';

let ways: Ways;
let county: RawCounty;
beforeAll(async () => {
  ways = await openWays();
  county = await readCounty(ways.database.owner, COUNTY_NOW);
});
afterAll(() => ways?.close());

const idsOf = (type: string): readonly string[] =>
  county.rows(recordModel(type).table).map(({ id }) => String(id));

function query(subgraph: string, type: string): string {
  const own = SUBGRAPHS.get(subgraph)?.own(type);
  return `query ($all: [_Any!]!) { _entities(representations: $all) { ... on ${type} ${own} } }`;
}

async function ask(
  who: (typeof HARD_CASES)[number],
  [subgraph, type]: readonly [string, string],
  all: unknown,
): Promise<StraightData> {
  const purpose = await purposeFor(ways.gate, who);
  return ways.straight(subgraph, {
    who,
    purpose,
    query: query(subgraph, type),
    variables: { all } as object as Record<string, unknown>,
  });
}

describe.each(ENTITIES.map(([subgraph, type]) => [`${subgraph} ${type}`, subgraph, type] as const))(
  'of a representation of %s nothing but the id is believed',
  (_, subgraph, type) => {
    test.each(HARD_CASES.map((who) => [who.name, who] as const))(
      'by whatever %s adds to it',
      async (_name, who) => {
        const ids = idsOf(type).slice(0, 60);
        const plain = ids.map((id) => ({ __typename: type, id }));
        const honest = await ask(who, [subgraph, type], plain);
        // Every field there is, as a careless service would take it from another subgraph.
        const fields = SUBGRAPHS.get(subgraph)?.own(type).match(/\w+/g) ?? [];
        const claimed = Object.fromEntries(
          fields
            .filter((name) => name !== 'id' && name !== '__typename')
            .map((name) => [name, 'claimed']),
        );
        const further = {
          familyId: cast.families.okafor.id,
          accountId: (who as { id?: string }).id ?? ABSENT,
          agencyId: ABSENT,
          visible: true,
          withheld: [],
          grants: [{ __typename: 'AccessGrant', practitioner: { id: ABSENT } }],
        };
        const forged = await ask(
          who,
          [subgraph, type],
          plain.map((each) => ({ ...claimed, ...further, ...each })),
        );
        expect(forged).toEqual(honest);
        expect(JSON.stringify(forged)).not.toContain('claimed');
      },
    );
  },
);

test('an id of another type, of nobody or in another spelling finds nothing', async () => {
  for (const [subgraph, type] of ENTITIES) {
    const foreign = ENTITIES.filter(([, other]) => other !== type).flatMap(([, other]) =>
      idsOf(other).slice(0, 20),
    );
    const [own = ''] = idsOf(type);
    const odd = [
      ABSENT,
      '',
      own.toUpperCase(),
      `{${own}}`,
      ` ${own}`,
      `${own}' OR true --`,
      '%',
      '*',
      'null',
      own.replaceAll('-', ''),
    ];
    const all = [...foreign, ...odd].map((id) => ({ __typename: type, id }));
    const { data, code } = await ask(niamh, [subgraph, type], all);
    expect([code, data._entities]).toEqual([null, all.map(() => null)]);
  }
});

test('what is no representation is refused whole, before anything is read', async () => {
  const [good] = idsOf('Person');
  const person = { __typename: 'Person', id: good };
  const odd: readonly unknown[] = [
    null,
    7,
    'Person',
    [],
    [person],
    {},
    { id: good },
    { __typename: 'Person' },
    { ...person, id: null },
    { ...person, id: 7 },
    { ...person, id: [good] },
    { ...person, id: { in: [good] } },
    { ...person, id: true },
    { ...person, __typename: null },
    { ...person, __typename: ['Person'] },
    { ...person, __typename: { name: 'Person' } },
    ...[
      'Nobody',
      '',
      'person',
      'Query',
      '_Entity',
      '_Any',
      '_Service',
      'Withheld',
      'PageInfo',
      'String',
      '__Schema',
      '__Type',
      'Need',
      'HealthCondition',
      'Conviction',
      'Exclusion',
      'AccessGrant',
    ].map((name) => ({ ...person, __typename: name })),
  ];
  for (const each of odd) {
    const answer = await ask(niamh, ['families', 'Person'], [person, each]);
    expect([answer.data, answer.code], JSON.stringify(each)).toEqual([
      null,
      expect.stringMatching(/^(ARGUMENT_INVALID|BAD_USER_INPUT)$/),
    ]);
  }
});

test('a type that another subgraph holds is not found here, and gives nothing', async () => {
  for (const [subgraph, type] of ENTITIES) {
    const [id] = idsOf(type);
    for (const other of SUBGRAPHS.keys()) {
      if (ENTITIES.some(([name, held]) => name === other && held === type)) continue;
      const { data, code } = await ways.straight(other, {
        who: niamh,
        query: 'query ($all: [_Any!]!) { _entities(representations: $all) { __typename } }',
        variables: { all: [{ __typename: type, id }] },
      });
      expect([data, code], `${subgraph} ${type} of ${other}`).toEqual([null, 'ARGUMENT_INVALID']);
    }
  }
});

test('thousands of ids give what each of them gives, in its place, and more are refused', async () => {
  const ids = idsOf('Person');
  const alone = await ask(
    niamh,
    ['families', 'Person'],
    ids.map((id) => ({ __typename: 'Person', id })),
  );
  const of = new Map(ids.map((id, n) => [id, alone.data._entities[n]]));
  const many = Array.from({ length: 5_000 }, (_, n) =>
    n % 3 === 0 ? (ids[n % ids.length] ?? '') : ABSENT.slice(0, -4) + String(n).padStart(4, '0'),
  );
  const purpose = await purposeFor(ways.gate, niamh);
  const question = (length: number) => ({
    who: niamh,
    purpose,
    query:
      'query ($all: [_Any!]!) { _entities(representations: $all) { ... on Person { id givenName } } }',
    variables: {
      all: [...many, ABSENT].slice(0, length).map((id) => ({ __typename: 'Person', id })),
    },
  });
  const { data } = await ways.straight('families', question(2_500));
  expect(data._entities).toEqual(
    many.slice(0, 2_500).map((id) => {
      const found = of.get(id) ?? null;
      return found === null ? null : { id, givenName: found.givenName };
    }),
  );
  const refused = await ways.straight('families', question(5_001));
  expect(refused.data).toBeNull();
  expect(refused.code).toBeOneOf(['QUERY_TOO_COSTLY', 'REQUEST_TOO_LARGE']);
});
