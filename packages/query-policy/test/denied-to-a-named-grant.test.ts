import { expect, test } from 'vitest';
import { asTeacher, CHILD, county, EPISODE_A, grantOnA } from './county.ts';
import { rule } from './drawn-policy.ts';
import { recordsDatabase } from './records-database.ts';
import { byCasl, byReference, bySql } from './released-by.ts';
import { RECORDS } from './sample-records.ts';
import { storeFacts } from './store-facts.ts';

const connection = recordsDatabase();

const GRANT = { holds: 'grant.live' };
const FIELDS = ['id', 'name', 'reason'];
const read = { resource: 'Episode', fields: FIELDS, role: 'LEAD_PROFESSIONAL', when: GRANT };
const denied = { ...read, fields: FIELDS.slice(1), role: 'TAF_MEMBER', effect: 'DENY' };
const [episode] = RECORDS.filter((one) => one.type === 'Episode' && one.episodeId === EPISODE_A);

test.each([
  ['a grant in it that names persons', [CHILD]],
  ['a grant in it that names nobody', null],
])(
  'what a role is denied, said of the whole family or not, is denied beside a grant in another: %s',
  async (_, persons) => {
    const lead = { ...grantOnA, role: 'LEAD_PROFESSIONAL' };
    const world = county({ accessGrant: [lead, { ...grantOnA, persons }] });
    await storeFacts(connection(), world);
    for (const [rules, fields] of [
      [[rule(read)], FIELDS],
      [[rule(read), rule(denied)], ['id']],
    ] as const) {
      const expected = fields.map((field) => `${episode?.id} ${field}`);
      expect(await bySql(connection(), world, rules, asTeacher)).toEqual(expected);
      expect(byReference(world, rules, asTeacher)).toEqual(expected);
      expect(byCasl(world, rules, asTeacher)).toEqual(expected);
    }
  },
);
