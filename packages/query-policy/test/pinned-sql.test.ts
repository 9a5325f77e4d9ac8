import type { Purpose, Rule } from '@postern/policy';
import {
  abilityFor,
  createOracle,
  decideField,
  OVERRIDE_ROLE,
  parseRule,
  unlessOverriding,
} from '@postern/policy';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileStatement, ReachAnswers, Verdict } from '../src/index.ts';
import { accessDatabase } from './access-database.ts';
import { askFacts } from './ask.ts';
import {
  asTeacher,
  CHILD,
  county,
  EPISODE_B,
  grantOnA,
  justificationOnA,
  LONG_AGO,
  SCHOOL,
} from './county.ts';
import { bindingOf, DICTIONARY, oracleRow, RECORDS } from './sample-records.ts';
import { storeFacts, storePolicyVersion } from './store-facts.ts';
import { storeRecords } from './store-records.ts';

interface Pinned {
  readonly name: string;
  readonly type: string;
  readonly field: string;
  readonly role?: string;
  readonly rules: readonly Readonly<Record<string, unknown>>[];
}

const GRANT = { holds: 'grant.live' };
const PINNED: readonly Pinned[] = [
  {
    name: 'an open episode of the team',
    type: 'Episode',
    field: 'id',
    rules: [{ when: { all: [GRANT, { holds: 'episode.open' }, { holds: 'agreement.inForce' }] } }],
  },
  {
    name: 'health of a person under a justification, or recorded by the own agency',
    type: 'HealthCondition',
    field: 'health',
    rules: [
      {
        when: {
          all: [GRANT, { any: [{ holds: 'justification.covers' }, { holds: 'entry.ownAgency' }] }],
        },
      },
    ],
  },
  {
    name: 'a need of one of some kinds, unless its rating is low',
    type: 'Need',
    field: 'name',
    rules: [
      { when: { all: [GRANT, { where: { kind: { $in: ['Oak', "O'Oak; --", null] } } }] } },
      { effect: 'DENY', when: { where: { rating: { $lt: -0.5 } } } },
    ],
  },
  {
    name: 'a need that the family hides, by an override',
    type: 'Need',
    field: 'name',
    role: OVERRIDE_ROLE,
    rules: [{ role: OVERRIDE_ROLE, when: GRANT }],
  },
  {
    name: 'oneself as practitioner, and colleagues of open episodes',
    type: 'Practitioner',
    field: 'name',
    rules: [
      { when: { any: [{ holds: 'account.self' }, { all: [GRANT, { holds: 'episode.open' }] }] } },
    ],
  },
];

const FACTS = county({
  accessGrant: [
    grantOnA,
    { ...grantOnA, episodeId: EPISODE_B },
    { ...grantOnA, episodeId: EPISODE_B, role: OVERRIDE_ROLE, basis: 'OVERRIDE', persons: [CHILD] },
  ],
  justification: [justificationOnA],
  exclusion: [
    {
      episodeId: EPISODE_B,
      agencyId: SCHOOL,
      scope: 'DETAILS',
      coordinates: ['HealthCondition.health'],
      personId: null,
      startsAt: LONG_AGO,
      endsAt: LONG_AGO,
    },
    {
      episodeId: EPISODE_B,
      agencyId: SCHOOL,
      scope: 'DETAILS',
      coordinates: ['Need.name', 'Episode.id'],
      personId: null,
      startsAt: LONG_AGO,
      endsAt: null,
    },
  ],
});

const connection = accessDatabase();
beforeAll(async () => {
  await storePolicyVersion(connection());
  await storeRecords(connection());
  await storeFacts(connection(), FACTS);
});

function rulesOf({ type, field, rules }: Pinned): readonly Rule[] {
  return rules.map((changes) =>
    parseRule(
      {
        name: 'pinned',
        role: 'TAF_MEMBER',
        action: 'read',
        resource: type,
        fields: [field],
        purposes: ['COORDINATE_SUPPORT' satisfies Purpose],
        effect: 'ALLOW',
        clause: 'SHR-3.3.1',
        ...changes,
      },
      DICTIONARY,
    ),
  );
}

/** The statement asks for one field only; the oracle also asks whether the row itself is visible. */
function visibleAnyway(rule: Rule): Rule {
  return {
    ...rule,
    effect: 'ALLOW',
    covers: { kind: 'FIELDS', fields: ['id'] },
    when: 'always',
  };
}

describe.each(PINNED)('$name', (pinned) => {
  const { type, field, role = 'TAF_MEMBER' } = pinned;
  const holder = { roles: [role], purpose: asTeacher.purpose };
  const ability = abilityFor(rulesOf(pinned), holder, DICTIONARY);
  const answers = new ReachAnswers();
  const verdict = new Verdict(bindingOf(type), answers);
  const { released } = decideField(ability, type, field);
  const holds = verdict.holds(unlessOverriding(released, holder.roles));
  const select = sql`SELECT "sample"."record".id
FROM gate p CROSS JOIN "sample"."record"
${verdict.joins()}
WHERE "sample"."record".type = ${type}::text
  AND ${holds}
ORDER BY 1`;

  test('has this text and these parameters', async () => {
    const { text, bind } = compileStatement(sql`${answers.facts()}\n${select}`);
    const file = `./pinned-sql/${pinned.name.replaceAll(/[^a-z]+/g, '-')}.sql`;
    await expect(`${text}\n-- ${JSON.stringify(bind({}))}\n`).toMatchFileSnapshot(file);
  });

  test('and brings the rows that the oracle releases: some, not all', async () => {
    const rows = await askFacts<{ id: string }>(connection(), select, asTeacher, answers);
    const visible = field === 'id' ? [] : rulesOf(pinned).map(visibleAnyway);
    const rules = [...rulesOf(pinned), ...visible];
    const oracle = createOracle(FACTS, asTeacher, rules, DICTIONARY);
    const all = RECORDS.filter((one) => one.type === type);
    const expected = all.filter((one) => oracle.released(type, field, oracleRow(one)));
    expect(rows.map((row) => row.id)).toEqual(expected.map((one) => one.id));
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(all.length);
  });
});
