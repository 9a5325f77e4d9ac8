import type { Condition, FactTables, OracleRequest, PredicateName } from '@postern/policy';
import { createOracle, evaluate, instantiate, PREDICATES } from '@postern/policy';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { ReachAnswers, Verdict } from '../src/index.ts';
import { accessDatabase } from './access-database.ts';
import { askFacts } from './ask.ts';
import {
  AFTER,
  asParent,
  asTeacher,
  CHILD,
  CLINIC,
  county,
  EPISODE_A,
  EPISODE_B,
  EPISODE_C,
  FAMILY_F,
  FAMILY_G,
  FAR_AHEAD,
  grantOnA,
  justificationOnA,
  LONG_AGO,
  PARENT,
  SCHOOL,
  withParent,
} from './county.ts';
import { rule } from './drawn-policy.ts';
import { facts } from './random-facts.ts';
import { isOfEpisode } from './released-by.ts';
import { bindingOf, DICTIONARY, oracleRow, RECORDS, TYPES } from './sample-records.ts';
import { storeFacts, storePolicyVersion } from './store-facts.ts';
import { storeRecords } from './store-records.ts';

const RUNS = { seed: 20_271, numRuns: 6 };
const NAMES = Object.keys(PREDICATES) as PredicateName[];

const connection = accessDatabase();
beforeAll(async () => {
  await storePolicyVersion(connection());
  await storeRecords(connection());
});

/** Each predicate by itself, and that it does not hold, beside what ties the asker to an episode. */
function conditionsFor(type: string, role: string, anchor: string): readonly [string, Condition][] {
  return NAMES.flatMap((holds) =>
    [{ holds }, { not: { holds } }].map((when): [string, Condition] => [
      `${type} ${JSON.stringify(when)}`,
      instantiate(
        { all: [{ holds: anchor }, when] },
        { role, class: 'SPECIAL_CATEGORY:HEALTH', coordinate: `${type}.name` },
      ),
    ]),
  );
}

const ASKERS = [
  [asTeacher, 'TAF_MEMBER', 'grant.live'],
  [asParent, 'FAMILY_MEMBER', 'episode.concernsMe'],
] as const;
/** Nobody is asked about who may read nothing at all. */
const LET_IN = ASKERS.map(([, role, holds]) => rule({ role, when: { holds } }));
type Asker = readonly [OracleRequest, string, PredicateName];

/** Every row and condition that holds on it, by the statement. */
async function bySql([asker, role, anchor]: Asker): Promise<ReadonlySet<string>> {
  const answers = new ReachAnswers();
  const selects = TYPES.map((type) => {
    const verdict = new Verdict(bindingOf(type), answers);
    const held = conditionsFor(type, role, anchor).map(
      ([name, condition]) =>
        sql`CASE WHEN ${verdict.holds(condition)} THEN ${sql.raw(`'${name}'`)} END`,
    );
    return sql`SELECT "sample"."record".id, ARRAY[${sql.join(held, sql`, `)}] AS held
      FROM gate p CROSS JOIN "sample"."record" ${verdict.joins()} WHERE "sample"."record".type = ${sql.raw(`'${type}'`)}`;
  });
  const rows = await askFacts<{ readonly id: string; readonly held: readonly (string | null)[] }>(
    connection(),
    sql.join(selects, sql` UNION ALL `),
    asker,
    answers,
  );
  return new Set(rows.flatMap(({ id, held }) => held.map((name) => `${id} ${name}`)));
}

/** What speaks of other roles, agencies and rows than these. */
const BEYOND: readonly PredicateName[] = [
  'episode.earlier',
  'proceeding.live',
  'transfer.includes',
  'pool.current',
  'agency.health',
  'exclusion.ofOwnAgency',
];

/** The conditions that held on some row. */
const met = new Set<string>();

/** Asks in a world in which episodes once concerned others, too. */
async function expectAlike(
  world: FactTables,
  former: FactTables['episodePerson'] = [],
): Promise<void> {
  await storeFacts(connection(), world);
  await connection().script('TRUNCATE access.former_episode_person');
  await connection().run({
    text: 'INSERT INTO access.former_episode_person SELECT * FROM unnest($1::uuid[], $2::uuid[])',
    values: [former.map(({ episodeId }) => episodeId), former.map(({ personId }) => personId)],
  });
  const ever = { ...world, episodePerson: [...world.episodePerson, ...former] };
  for (const asker of ASKERS) {
    const found = await bySql(asker);
    const oracle = createOracle(world, asker[0], LET_IN, DICTIONARY);
    for (const row of RECORDS.filter(({ id }) => isOfEpisode(id, ever))) {
      const resources = oracle.resources(oracleRow(row));
      for (const [name, condition] of conditionsFor(row.type, asker[1], asker[2])) {
        const holds = resources.some((resource) => evaluate(condition, resource));
        expect(found.has(`${row.id} ${name}`), `${asker[0].caller.subject} ${name}`).toBe(holds);
        if (holds) met.add(name.slice(name.indexOf(' ') + 1));
      }
    }
  }
}

const hiding = {
  protectedPersonId: CHILD,
  familyId: FAMILY_F,
  coordinates: ['Need.name', 'HealthCondition.name', 'Person.name'],
  hiddenFromAgencyId: SCHOOL,
  hiddenFromPersonId: null,
  startsAt: LONG_AGO,
  endsAt: null,
};
/** One record of each type that a restriction may name. */
const ITEMS = [
  ...['Need', 'HealthCondition'].flatMap((type) => RECORDS.find((row) => row.type === type) ?? []),
  { id: CHILD },
];

/** Two episodes that differ in each thing that is tied to an episode, a person or an agency. */
const DENSE = withParent(
  county({
    accessGrant: [EPISODE_A, EPISODE_B].map((episodeId) => ({ ...grantOnA, episodeId })),
    episodePerson: [EPISODE_A, EPISODE_B, EPISODE_C].flatMap((episodeId) =>
      [CHILD, PARENT].map((personId) => ({ episodeId, personId })),
    ),
    episode: [
      { id: EPISODE_A, familyId: FAMILY_F, status: 'OPEN' },
      { id: EPISODE_B, familyId: FAMILY_F, status: 'CLOSED' },
      { id: EPISODE_C, familyId: FAMILY_F, status: 'STEPPED_UP' },
    ],
    justification: [justificationOnA],
  }),
);

test.each<[string, Partial<FactTables>]>([
  ['a justification about one person in one episode', {}],
  [
    'a named detail of one person',
    {
      exclusion: [
        {
          episodeId: EPISODE_A,
          agencyId: SCHOOL,
          scope: 'DETAILS',
          coordinates: ['Person.name', 'HealthCondition.name', 'Need.id', 'Episode.name'],
          personId: CHILD,
          startsAt: LONG_AGO,
          endsAt: null,
        },
      ],
    },
  ],
  [
    'a named detail of one person, and another of a whole episode',
    {
      exclusion: [
        { episodeId: EPISODE_A, coordinates: ['Episode.name'], personId: CHILD },
        { episodeId: EPISODE_B, coordinates: ['Need.name'], personId: null },
      ].map((each) => ({
        ...each,
        agencyId: SCHOOL,
        scope: 'DETAILS',
        startsAt: LONG_AGO,
        endsAt: null,
      })),
    },
  ],
  [
    'a detail of the whole episode, towards another agency until now',
    {
      exclusion: [SCHOOL, CLINIC].map((agencyId) => ({
        episodeId: EPISODE_B,
        agencyId,
        scope: 'DETAILS',
        coordinates: ['Person.id', 'Need.name', 'Episode.informationRequests'],
        personId: null,
        startsAt: LONG_AGO,
        endsAt: agencyId === SCHOOL ? null : AFTER,
      })),
    },
  ],
  [
    'restricted items',
    { restriction: ITEMS.map(({ id: itemId }) => ({ id: itemId, ...hiding, itemId })) },
  ],
  [
    'an item about a child of two families, restricted in the one and seen through the other',
    {
      episode: [
        { id: EPISODE_A, familyId: FAMILY_F, status: 'OPEN' },
        { id: EPISODE_C, familyId: FAMILY_G, status: 'OPEN' },
      ],
      episodePerson: [
        { episodeId: EPISODE_A, personId: CHILD },
        { episodeId: EPISODE_C, personId: CHILD },
        { episodeId: EPISODE_C, personId: PARENT },
      ],
      accessGrant: [grantOnA],
      restriction: RECORDS.filter(
        ({ type, personId, episodeId }) =>
          type === 'HealthCondition' && personId === CHILD && episodeId === null,
      ).map(({ id: itemId }) => ({
        ...hiding,
        id: itemId,
        itemId,
        protectedPersonId: PARENT,
        familyId: FAMILY_G,
      })),
    },
  ],
  ['a restricted person', { restriction: [{ id: CHILD, ...hiding, itemId: null }] }],
  [
    'a child restricted from one parent',
    {
      restriction: [
        {
          ...hiding,
          id: CHILD,
          itemId: null,
          hiddenFromAgencyId: null,
          hiddenFromPersonId: PARENT,
        },
      ],
    },
  ],
  [
    'what two people have had restricted, one of them asking',
    {
      processingRestriction: [
        { id: CHILD, personId: CHILD, coordinates: ['HealthCondition.name'] },
        { id: PARENT, personId: PARENT, coordinates: ['Person.name'] },
      ].map((each) => ({ ...each, startsAt: LONG_AGO, endsAt: null })),
    },
  ],
  [
    'limits that a child set, the last of them open',
    {
      disclosureLimit: [
        ['SUMMARY_ONLY', LONG_AGO] as const,
        ['OPEN_TO_PARENTS', new Date(LONG_AGO.getTime() + 1)] as const,
      ].map(([level, setAt], index) => ({
        id: [CHILD, PARENT][index] ?? CHILD,
        personId: CHILD,
        level,
        setAt,
      })),
      parentalResponsibility: [
        {
          id: CHILD,
          holderId: PARENT,
          childId: CHILD,
          evidence: 'Birth certificate seen',
          startsOn: '2020-01-01',
          endsOn: null,
        },
      ],
    },
  ],
  [
    'a grant on one person in one role, on another in another',
    {
      accessGrant: [
        { ...grantOnA, persons: [CHILD] },
        { ...grantOnA, role: 'LEAD_PROFESSIONAL', persons: [PARENT] },
      ],
    },
  ],
  [
    'a grant on one person',
    {
      accessGrant: [
        { ...grantOnA, persons: [CHILD] },
        { ...grantOnA, episodeId: EPISODE_C, persons: [PARENT] },
      ],
    },
  ],
  [
    'justifications about everybody',
    {
      justification: [CHILD, PARENT].map((personId) => ({
        ...justificationOnA,
        personId,
        expiresAt: FAR_AHEAD,
      })),
    },
  ],
])(
  'every predicate says the same of every row in SQL and in TypeScript: %s',
  async (_, changes) => {
    await expectAlike({ ...DENSE, ...changes });
  },
);

test.each<[string, Partial<FactTables>]>([
  ['a restriction', { restriction: [{ ...hiding, id: CHILD, itemId: null }] }],
  [
    'an exclusion',
    {
      exclusion: [
        {
          ...hiding,
          episodeId: EPISODE_B,
          agencyId: SCHOOL,
          scope: 'DETAILS',
          personId: CHILD,
        },
      ],
    },
  ],
])(
  'an entry that names nobody may tell of anybody in the family, so what is hidden of one is hidden in it: %s',
  async (_, changes) => {
    await expectAlike({ ...DENSE, ...changes });
    const found = await bySql(ASKERS[0]);
    const hidden = RECORDS.filter(
      ({ id, type }) => type === 'Need' && found.has(`${id} Need {"holds":"detail.hidden"}`),
    );
    const ofFamily = RECORDS.filter(
      ({ type, episodeId }) => type === 'Need' && [EPISODE_A, EPISODE_B].includes(episodeId ?? ''),
    );
    expect(hidden.map(({ id }) => id)).toEqual(
      ofFamily
        .filter(({ concerns }) => concerns?.length === 0 || concerns?.includes(CHILD))
        .map(({ id }) => id),
    );
  },
);

const NAMED = ['AgreementSigner.name', 'InformationRequest.name', 'Episode.grants'];
const lasting = { coordinates: NAMED, startsAt: LONG_AGO, endsAt: null };

test.each<[string, Partial<FactTables>]>([
  [
    'a family’s exclusion in one episode',
    {
      exclusion: [
        { ...lasting, episodeId: EPISODE_A, agencyId: SCHOOL, scope: 'DETAILS', personId: null },
      ],
    },
  ],
  [
    'a family’s exclusion of what is one person’s',
    {
      exclusion: [
        { ...lasting, episodeId: EPISODE_A, agencyId: SCHOOL, scope: 'DETAILS', personId: CHILD },
      ],
    },
  ],
  [
    'a safety restriction',
    {
      restriction: [{ ...hiding, ...lasting, id: PARENT, protectedPersonId: PARENT, itemId: null }],
    },
  ],
  [
    'a processing restriction',
    { processingRestriction: [{ ...lasting, id: CHILD, personId: CHILD }] },
  ],
])(
  'what is seen without reaching an episode is hidden as it is from those who reach it: %s',
  async (_, changes) => {
    const world = { ...DENSE, ...changes, accessGrant: [] };
    await storeFacts(connection(), world);
    const ways = [
      ['oversight.free', ['AgreementSigner', 'InformationRequest', 'AccessGrant']],
      ['agency.party', ['InformationRequest']],
      ['account.self', ['AccessGrant']],
    ] as const;
    const hidden: string[] = [];
    for (const [anchor, types] of ways) {
      const asker: Asker = [asTeacher, 'TAF_MEMBER', anchor];
      const found = await bySql(asker);
      const oracle = createOracle(world, asTeacher, LET_IN, DICTIONARY);
      for (const row of RECORDS.filter(({ type }) => types.some((one) => one === type)))
        for (const [name, condition] of conditionsFor(row.type, 'TAF_MEMBER', anchor)) {
          if (!name.includes('detail.hidden')) continue;
          const holds = oracle.resources(oracleRow(row)).some((one) => evaluate(condition, one));
          expect(found.has(`${row.id} ${name}`), `${anchor} ${name}`).toBe(holds);
          if (holds && !name.includes('not')) hidden.push(name);
        }
    }
    expect(hidden).not.toEqual([]);
  },
);

test.each<[string, Partial<FactTables>]>([
  [
    'had restricted',
    {
      processingRestriction: [
        {
          id: CHILD,
          personId: CHILD,
          coordinates: ['Need.name'],
          startsAt: LONG_AGO,
          endsAt: null,
        },
      ],
    },
  ],
  [
    'had a parent kept from in another family',
    {
      restriction: [
        {
          ...hiding,
          id: CHILD,
          familyId: FAMILY_G,
          itemId: null,
          hiddenFromAgencyId: null,
          hiddenFromPersonId: PARENT,
        },
      ],
    },
  ],
])(
  'whoever left an episode is seen there no more, and what they %s stays hidden in it',
  async (_, changes) => {
    const former = [EPISODE_A, EPISODE_B, EPISODE_C].map((episodeId) => ({
      episodeId,
      personId: CHILD,
    }));
    const present = DENSE.episodePerson.filter(({ personId }) => personId !== CHILD);
    await expectAlike({ ...DENSE, ...changes, episodePerson: present }, former);
  },
);

test('an item restricted in the family that a child left is hidden in the other', async () => {
  const [item] = RECORDS.filter(
    ({ type, personId, episodeId }) =>
      type === 'HealthCondition' && personId === CHILD && episodeId === null,
  );
  const world = {
    ...DENSE,
    episode: [
      { id: EPISODE_A, familyId: FAMILY_F, status: 'OPEN' as const },
      { id: EPISODE_C, familyId: FAMILY_G, status: 'OPEN' as const },
    ],
    episodePerson: [
      { episodeId: EPISODE_A, personId: CHILD },
      { episodeId: EPISODE_C, personId: PARENT },
    ],
    accessGrant: [grantOnA],
    restriction: [
      {
        ...hiding,
        id: PARENT,
        itemId: item?.id ?? null,
        protectedPersonId: PARENT,
        familyId: FAMILY_G,
      },
    ],
  };
  await expectAlike(world, [{ episodeId: EPISODE_C, personId: CHILD }]);
});

test('and wherever facts are drawn', async () => {
  await fc.assert(
    fc.asyncProperty(facts, (world) => expectAlike(world)),
    RUNS,
  );
  const never = NAMES.filter((holds) => !met.has(JSON.stringify({ holds })));
  expect(BEYOND).toEqual(expect.arrayContaining(never));
}, 120_000);
