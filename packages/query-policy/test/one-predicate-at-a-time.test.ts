import type { FactTables, PredicateName } from '@postern/policy';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CHILD,
  EPISODE_A,
  EPISODE_B,
  EPISODE_C,
  FAMILY_F,
  FAR_AHEAD,
  grantOnA,
  justificationOnA,
  LONG_AGO,
  NOW,
  PARENT,
  SCHOOL,
  TEACHER,
} from './county.ts';
import { DENSE, expectAlike, met, NAMES, OVERRIDE } from './predicate-lab.ts';
import { facts } from './random-facts.ts';
import { recordsDatabase } from './records-database.ts';

const RUNS = { seed: 20_271, numRuns: 6 };

const connection = recordsDatabase();

/** What speaks of other roles, agencies and rows than these. */
const BEYOND: readonly PredicateName[] = [
  'proceeding.live',
  'proceeding.onBasis',
  'transfer.includes',
  'pool.current',
  'agency.health',
  'exclusion.ofOwnAgency',
];

test.each<[string, Partial<FactTables>]>([
  ['a justification about one person in one episode', {}],
  [
    'an agency kept out of one episode, and a relationship declared with its family',
    {
      exclusion: [
        {
          episodeId: EPISODE_A,
          agencyId: SCHOOL,
          scope: 'WHOLE_AGENCY',
          coordinates: [],
          personId: null,
          startsAt: LONG_AGO,
          endsAt: null,
        },
      ],
      conflictOfInterest: [
        { accountId: TEACHER, familyId: FAMILY_F, declaredAt: LONG_AGO, endedAt: null },
      ],
    },
  ],
  [
    'a limit that a child set',
    {
      disclosureLimit: [{ id: CHILD, personId: CHILD, level: 'CONFIDENTIAL', setAt: LONG_AGO }],
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
  ...[null, [CHILD]].map((persons): [string, Partial<FactTables>] => [
    `a lead’s grant on ${persons === null ? 'everybody' : 'one person'} and a closed episode of the family`,
    {
      accessGrant: [
        { ...grantOnA, role: 'LEAD_PROFESSIONAL', persons },
        { ...grantOnA, persons: null },
      ],
    },
  ]),
  [
    'a grant on one person',
    {
      accessGrant: [
        { ...grantOnA, persons: [CHILD] },
        { ...grantOnA, episodeId: EPISODE_C, persons: [PARENT] },
      ],
    },
  ],
  ...['of the whole agency', 'of a detail'].map((named): [string, Partial<FactTables>] => [
    `an override on one person against an exclusion ${named}, and what came with it`,
    {
      accessGrant: [
        OVERRIDE,
        { ...OVERRIDE, id: PARENT, persons: [PARENT], endsAt: NOW },
        grantOnA,
      ],
      exclusion: [
        {
          episodeId: EPISODE_A,
          agencyId: SCHOOL,
          scope: named === 'of a detail' ? 'DETAILS' : 'WHOLE_AGENCY',
          coordinates: ['HealthCondition.name', 'Need.name', 'Episode.name'],
          personId: null,
          startsAt: LONG_AGO,
          endsAt: null,
        },
      ],
      justification: [
        { ...justificationOnA, grantId: OVERRIDE.id },
        { ...justificationOnA, personId: PARENT, grantId: PARENT },
      ],
    },
  ]),
  [
    'somebody whose part of the agreement does not stand, and one who keeps the agency out',
    {
      withheldPerson: [
        { episodeId: EPISODE_A, personId: CHILD, agencyId: null, startsAt: LONG_AGO, endsAt: null },
        {
          episodeId: EPISODE_B,
          personId: PARENT,
          agencyId: SCHOOL,
          startsAt: LONG_AGO,
          endsAt: null,
        },
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
    await expectAlike(connection(), { ...DENSE, ...changes });
  },
);

test('and wherever facts are drawn', async () => {
  await fc.assert(
    fc.asyncProperty(facts, (world) => expectAlike(connection(), world)),
    RUNS,
  );
  const never = NAMES.filter((holds) => !met.has(JSON.stringify({ holds })));
  expect(BEYOND).toEqual(expect.arrayContaining(never));
}, 120_000);
