import { expect, test } from 'vitest';
import {
  AFTER,
  asTeacher,
  COLLEAGUE,
  county,
  EPISODE_A,
  FAMILY_F,
  FAMILY_G,
  LONG_AGO,
  NOW,
  TEACHER,
} from './county.ts';
import { rule } from './drawn-policy.ts';
import { recordsDatabase } from './records-database.ts';
import { byCasl, bySql } from './released-by.ts';
import { RECORDS } from './sample-records.ts';
import { storeFacts } from './store-facts.ts';

const connection = recordsDatabase();

const RULES = ['AccessEvent', 'AccessGrant'].map((resource) =>
  rule({ resource, when: { holds: 'oversight.free' } }),
);
const STEPS = RECORDS.filter(({ type }) => type === 'AccessEvent');
const declared = { accountId: TEACHER, familyId: FAMILY_F, declaredAt: LONG_AGO, endedAt: null };

test.each([
  ['nothing', [], [true, true, true]],
  ['a relationship with the family', [declared], [false, true, false]],
  ['one with another family', [{ ...declared, familyId: FAMILY_G }], [true, true, false]],
  ['one that ended', [{ ...declared, endedAt: NOW }], [true, true, true]],
  ['one still to come', [{ ...declared, declaredAt: AFTER }], [true, true, true]],
  ['one of somebody else', [{ ...declared, accountId: COLLEAGUE }], [true, true, true]],
] as const)(
  'with %s declared, steps of the family’s episode, of no family, and of a family that is not named',
  async (_what, conflictOfInterest, expected) => {
    const world = county({ conflictOfInterest });
    await storeFacts(connection(), world);
    const released = new Set(await bySql(connection(), world, RULES, asTeacher));
    expect([...released]).toEqual(byCasl(world, RULES, asTeacher));
    const seen = [
      STEPS.filter(({ episodeId }) => episodeId === EPISODE_A),
      STEPS.filter(({ episodeId, ofUnnamedFamily }) => episodeId === null && !ofUnnamedFamily),
      STEPS.filter(({ ofUnnamedFamily }) => ofUnnamedFamily),
    ].map((rows) => {
      expect(rows).toHaveLength(1);
      return rows.every(({ id }) => released.has(`${id} id`));
    });
    expect(seen).toEqual(expected);
  },
);
