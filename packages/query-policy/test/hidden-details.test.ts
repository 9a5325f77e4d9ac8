import type { FactTables } from '@postern/policy';
import { createOracle, evaluate } from '@postern/policy';
import { expect, test } from 'vitest';
import {
  AFTER,
  asTeacher,
  CHILD,
  CLINIC,
  EPISODE_A,
  EPISODE_B,
  EPISODE_C,
  FAMILY_F,
  FAMILY_G,
  grantOnA,
  LONG_AGO,
  PARENT,
  SCHOOL,
} from './county.ts';
import type { Asker } from './predicate-lab.ts';
import {
  ASKERS,
  conditionsFor,
  DENSE,
  expectAlike,
  HIDING,
  LET_IN,
  OVERRIDE,
  predicatesBySql,
} from './predicate-lab.ts';
import { recordsDatabase } from './records-database.ts';
import { DICTIONARY, oracleRow, RECORDS } from './sample-records.ts';
import { storeFacts } from './store-facts.ts';

const connection = recordsDatabase();

/** One record of each type that a restriction may name. */
const ITEMS = [
  ...['Need', 'HealthCondition'].flatMap((type) => RECORDS.find((row) => row.type === type) ?? []),
  { id: CHILD },
];

test.each<[string, Partial<FactTables>]>([
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
    { restriction: ITEMS.map(({ id: itemId }) => ({ id: itemId, ...HIDING, itemId })) },
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
        ...HIDING,
        id: itemId,
        itemId,
        protectedPersonId: PARENT,
        familyId: FAMILY_G,
      })),
    },
  ],
  [
    'a detail of the whole episode that yields to an override on one person, and restrictions that do not',
    {
      accessGrant: [OVERRIDE, grantOnA],
      exclusion: [
        {
          episodeId: EPISODE_A,
          agencyId: SCHOOL,
          scope: 'DETAILS',
          coordinates: ['Person.name', 'HealthCondition.name', 'Need.name', 'Episode.name'],
          personId: null,
          startsAt: LONG_AGO,
          endsAt: null,
        },
      ],
      restriction: ITEMS.slice(0, 1).map(({ id: itemId }) => ({ id: itemId, ...HIDING, itemId })),
      processingRestriction: [
        {
          id: CHILD,
          personId: CHILD,
          coordinates: ['Person.name'],
          startsAt: LONG_AGO,
          endsAt: null,
        },
      ],
    },
  ],
  ['a restricted person', { restriction: [{ id: CHILD, ...HIDING, itemId: null }] }],
  [
    'a child restricted from one parent',
    {
      restriction: [
        {
          ...HIDING,
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
])(
  'what is hidden, and every other predicate, says the same of every row in SQL and in TypeScript: %s',
  async (_, changes) => {
    await expectAlike(connection(), { ...DENSE, ...changes });
  },
);

test.each<[string, Partial<FactTables>]>([
  ['a restriction', { restriction: [{ ...HIDING, id: CHILD, itemId: null }] }],
  [
    'an exclusion',
    {
      exclusion: [
        {
          ...HIDING,
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
    await expectAlike(connection(), { ...DENSE, ...changes });
    const found = await predicatesBySql(connection(), ASKERS[0]);
    const hidden = RECORDS.filter(
      ({ id, type }) => type === 'Need' && found.has(`${id} Need.name {"holds":"detail.hidden"}`),
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
      restriction: [{ ...HIDING, ...lasting, id: PARENT, protectedPersonId: PARENT, itemId: null }],
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
      const found = await predicatesBySql(connection(), asker);
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
