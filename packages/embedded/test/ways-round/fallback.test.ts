import type { StoredRule } from '@postern/agreements';
import { SHROPSHIRE_RULES } from '@postern/agreements';
import { putInForce } from '@postern/fuzz';
import { cast } from '@postern/sample-county';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { COUNTY_NOW } from '../county-fixture.ts';
import { SUBGRAPHS } from './schema-walk.ts';
import type { StraightData, Ways } from './ways.ts';
import { openWays } from './ways.ts';

const { grace } = cast.practitioners;
const { okafor } = cast.families;
const CASELOAD = '{ episodes(first: 5) { edges { node { reference } } } }';
const DIRECT: Readonly<Record<string, readonly [type: string, id: string]>> = {
  families: ['Person', okafor.persons.chidi.id],
  episodes: ['Episode', okafor.episodes.current.id],
  partners: ['Practitioner', grace.id],
};

let ways: Ways;
beforeAll(async () => {
  ways = await openWays();
});
afterAll(() => ways?.close());

/** Puts rules live past every check. */
async function activate(rules: readonly unknown[]): Promise<void> {
  await putInForce(ways.database.owner, { rules, activatedAt: COUNTY_NOW.toISOString() });
}

/** What the gate and each subgraph itself say; data is null wherever there is a code. */
async function everywhere(): Promise<readonly (readonly [data: unknown, code: unknown])[]> {
  const { body } = await ways.gate.ask(grace, CASELOAD);
  const straight = await Promise.all(
    [...SUBGRAPHS.keys()].map((subgraph): Promise<StraightData> => {
      const [type = '', id] = DIRECT[subgraph] ?? [];
      return ways.straight(subgraph, {
        who: grace,
        query: `query ($all: [_Any!]!) { _entities(representations: $all) { ... on ${type} { id } } }`,
        variables: { all: [{ __typename: type, id }] },
      });
    }),
  );
  return [
    [body.data ?? null, body.errors?.[0]?.extensions['code'] ?? null],
    ...straight.map(({ data, code }) => [data, code] as const),
  ];
}

async function expectDenied(code: string): Promise<void> {
  const places = await everywhere();
  expect(places).toEqual(places.map(() => [null, code]));
}

async function expectServed(): Promise<void> {
  const places = await everywhere();
  expect(places.map(([, code]) => code)).toEqual(places.map(() => null));
  expect(JSON.stringify(places)).toContain('EH-');
}

/** What shows the reader that there is an episode. */
const rule = SHROPSHIRE_RULES.find(
  ({ resource, fields, role }) =>
    resource === 'Episode' && role === 'TAF_MEMBER' && fields?.includes('id') === true,
) as StoredRule;
const NO_TYPE: readonly string[] = [
  'of every type',
  'of an unknown type',
  'of a type named like a prototype',
];

const PLANTS: readonly (readonly [what: string, rule: unknown])[] = [
  ['of an unknown action', { ...rule, action: 'write' }],
  ['of a role that is no name', { ...rule, role: 'anybody at all' }],
  ['of every type', { ...rule, resource: '*' }],
  ['of an unknown type', { ...rule, resource: 'Everything' }],
  ['of a type named like a prototype', { ...rule, resource: 'constructor' }],
  ['of an unknown field', { ...rule, fields: ['everything'], classes: undefined }],
  ['of every field', { ...rule, fields: ['*'], classes: undefined }],
  ['of no field', { ...rule, fields: [], classes: undefined }],
  ['of an unknown class', { ...rule, classes: ['NOBODYS'], fields: undefined }],
  [
    'of a class that the type has not',
    { ...rule, classes: ['CRIMINAL_OFFENCE'], fields: undefined },
  ],
  ['of neither fields nor classes', { ...rule, fields: undefined, classes: undefined }],
  ['of fields and classes', { ...rule, fields: ['id'], classes: ['OPERATIONAL'] }],
  ['of an unknown purpose', { ...rule, purposes: ['CURIOSITY'] }],
  ['of no purpose', { ...rule, purposes: [] }],
  ['of an unknown effect', { ...rule, effect: 'allow' }],
  ['without a clause', { ...rule, clause: '' }],
  ...(
    [
      ['no condition', undefined],
      ['a null condition', null],
      ['an empty condition', {}],
      ['an empty list', []],
      ['all of nothing', { all: [] }],
      ['any of nothing', { any: [] }],
      ['not of nothing', { not: {} }],
      ['where of nothing', { where: {} }],
      ['an empty text', ''],
      ['true', true],
      ['a condition that always holds', 'always'],
      ['one alternative that always holds', { any: [{ holds: 'grant.live' }, 'always'] }],
      ['an unknown predicate', { holds: 'grant.any' }],
      ['a predicate named like a prototype', { holds: 'constructor' }],
      ['the negation of an unknown predicate', { not: { holds: 'grant.any' } }],
      ['an operator of CASL', { $or: [{ holds: 'grant.live' }] }],
      ['two operators', { holds: 'grant.live', where: { status: 'OPEN' } }],
      ['an unknown operator', { where: { status: { $regex: '.*' } } }],
      ['an unknown attribute', { where: { everything: { $eq: 1 } } }],
    ] as const
  ).map(([what, when]) => [`with ${what}`, { ...rule, when }] as const),
];

describe('a live rule that cannot be decided by denies what it concerned, at the gate and at a subgraph', () => {
  afterEach(async () => {
    await activate(SHROPSHIRE_RULES);
  });

  test.each(PLANTS)('%s', async (what, planted) => {
    const isWhole = NO_TYPE.includes(what);
    await activate([...SHROPSHIRE_RULES, planted]);
    const [atGate, ...straight] = (await everywhere()).map(([data, code]) => {
      expect(code).toBeNull();
      return /EH-|"id":"/.test(JSON.stringify(data));
    });
    expect(atGate).toBe(false);
    // Of families, episodes and partners: whatever else the reader sees stays as it was.
    expect(straight).toEqual(isWhole ? [false, false, false] : [true, false, true]);
  });

  test('and whatever the rule in its place would have allowed', async () => {
    await activate(
      SHROPSHIRE_RULES.map((each) => (each === rule ? { ...each, when: { holds: 'x' } } : each)),
    );
    expect((await everywhere()).map(([data]) => /EH-|"id":"/.test(JSON.stringify(data)))).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  test('and a good version after it heals everything', async () => {
    await expectServed();
  });

  test('a version without rules', async () => {
    await activate([]);
    await expectDenied('POLICY_MISSING');
  });

  test('a version of denials alone', async () => {
    await activate(SHROPSHIRE_RULES.map((each) => ({ ...each, effect: 'DENY' })));
    for (const [data, code] of await everywhere()) {
      expect(JSON.stringify(data)).not.toMatch(/EH-|"id":"/);
      expect(code === null || typeof code === 'string').toBe(true);
    }
  });

  test('a version that speaks of other roles only', async () => {
    await activate(
      SHROPSHIRE_RULES.map((each) => ({ ...each, role: each.role === '*' ? '*' : 'NOBODY' })),
    );
    for (const [data] of await everywhere()) expect(JSON.stringify(data)).not.toMatch(/EH-|"id":"/);
  });
});

describe('a caller whom no rule knows is let in nowhere', () => {
  const holding = async (role: string): Promise<void> =>
    void (await ways.database.owner.run({
      text: `UPDATE access.role_holding SET role = $1 FROM access.account a WHERE a.id = account_id AND a.subject = $2`,
      values: [role, grace.subject],
    }));

  test.each(['WIZARD', '*', '', 'ALLOW', 'constructor', '__proto__', 'tafMember', 'FAMILY_MEMBER'])(
    'with the role "%s" alone',
    async (role) => {
      const before = await ways.database.owner.run<{ role: string }>({
        text: `SELECT role FROM access.role_holding JOIN access.account a ON a.id = account_id WHERE a.subject = $1`,
        values: [grace.subject],
      });
      expect(before).toHaveLength(1);
      try {
        await holding(role);
        for (const [data, code] of await everywhere()) {
          expect(data).toBeNull();
          expect(code).toBeOneOf([
            'ROLE_MISSING',
            'CONTRACT_NOT_PERMITTED',
            'PURPOSE_NOT_PERMITTED',
          ]);
        }
      } finally {
        await holding(before[0]?.role ?? '');
      }
      await expectServed();
    },
  );

  test('without an account', async () => {
    for (const subject of ['nobody-at-all', '', '*', 'constructor']) {
      const { body } = await ways.gate.ask({ subject }, CASELOAD);
      expect([body.data ?? null, typeof body.errors?.[0]?.extensions['code']], subject).toEqual([
        null,
        'string',
      ]);
    }
  });
});
