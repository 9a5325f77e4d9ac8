import type { FactTables } from '@postern/policy';
import { test } from 'vitest';
import {
  CHILD,
  EPISODE_A,
  EPISODE_B,
  EPISODE_C,
  FAMILY_F,
  FAMILY_G,
  grantOnA,
  LONG_AGO,
  PARENT,
} from './county.ts';
import { DENSE, expectAlike, HIDING } from './predicate-lab.ts';
import { recordsDatabase } from './records-database.ts';
import { RECORDS } from './sample-records.ts';

const connection = recordsDatabase();

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
          ...HIDING,
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
    await expectAlike(connection(), { ...DENSE, ...changes, episodePerson: present }, former);
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
        ...HIDING,
        id: PARENT,
        itemId: item?.id ?? null,
        protectedPersonId: PARENT,
        familyId: FAMILY_G,
      },
    ],
  };
  await expectAlike(connection(), world, [{ episodeId: EPISODE_C, personId: CHILD }]);
});
