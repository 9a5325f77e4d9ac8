import type {
  ConditionTemplate,
  FactTables,
  OracleRequest,
  PredicateName,
  Rule,
} from '@postern/policy';
import {
  abilityFor,
  createOracle,
  decideField,
  FAMILY_ROLES,
  PREDICATES,
  parseRule,
} from '@postern/policy';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { Verdict } from '../src/index.ts';
import { accessDatabase } from './access-database.ts';
import { askFacts } from './ask.ts';
import { asParent, asTeacher, county, grantOnA, NOW, PARENT_ACCOUNT, TEACHER } from './county.ts';
import { comparisons, conditionsOver } from './random-condition.ts';
import { facts } from './random-facts.ts';
import { bindingOf, DICTIONARY, FIELD_NAMES, oracleRow, RECORDS, TYPES } from './sample-records.ts';
import { storeFacts, storePolicyVersion } from './store-facts.ts';
import { storeRecords } from './store-records.ts';

const GRANT: ConditionTemplate = { holds: 'grant.live' };
const connection = accessDatabase();

beforeAll(async () => {
  await storePolicyVersion(connection());
  await storeRecords(connection());
});

function rule(changes: Partial<Record<keyof Rule | 'fields', unknown>>): Rule {
  return parseRule(
    {
      name: 'drawn',
      role: 'TAF_MEMBER',
      action: 'read',
      resource: 'Person',
      fields: ['id'],
      purposes: ['COORDINATE_SUPPORT'],
      effect: 'ALLOW',
      when: GRANT,
      clause: 'SHR-3.3.1',
      ...changes,
    },
    DICTIONARY,
  );
}

/** Every `row field` that the statement releases. */
async function released(
  world: FactTables,
  rules: readonly Rule[],
  asker: OracleRequest = asTeacher,
): Promise<readonly string[]> {
  const holder = asker === asTeacher ? TEACHER : PARENT_ACCOUNT;
  const roles = world.roleHolding
    .filter(
      ({ accountId, role, startsAt, endsAt }) =>
        accountId === holder &&
        FAMILY_ROLES.includes(role) === (asker === asParent) &&
        startsAt <= NOW &&
        (endsAt === null || endsAt > NOW),
    )
    .map(({ role }) => role);
  const ability = abilityFor(rules, { roles, purpose: asker.purpose }, DICTIONARY);
  const selects = TYPES.map((type) => {
    const verdict = new Verdict(bindingOf(type));
    const visible = verdict.holds(decideField(ability, type, 'id').released);
    const fields = FIELD_NAMES.map((field) => {
      const holds = verdict.holds(decideField(ability, type, field).released);
      return sql`CASE WHEN ${visible} AND ${holds} THEN ${sql.raw(`'${field}'`)} END`;
    });
    return sql`SELECT "sample"."record".id, ARRAY[${sql.join(fields, sql`, `)}] AS fields
      FROM gate p CROSS JOIN "sample"."record" ${verdict.joins()} WHERE "sample"."record".type = ${sql.raw(`'${type}'`)}`;
  });
  await storeFacts(connection(), world);
  const rows = await askFacts<{ readonly id: string; readonly fields: readonly (string | null)[] }>(
    connection(),
    sql.join(selects, sql` UNION ALL `),
    asker,
  );
  return rows
    .filter(({ id }) => isOfEpisode(id, world))
    .flatMap(({ id, fields }) => fields.filter((f) => f !== null).map((f) => `${id} ${f}`))
    .sort();
}

/** An entry concerns persons of its own episode only; in a world where these are drawn apart, others do not count. */
function isOfEpisode(id: string, { episodePerson }: FactTables): boolean {
  const row = RECORDS.find((one) => one.id === id);
  return (row?.concerns ?? []).every((person) =>
    episodePerson.some(
      ({ episodeId, personId }) => episodeId === row?.episodeId && personId === person,
    ),
  );
}

/** Every `row field` that the oracle releases. */
function expected(
  world: FactTables,
  rules: readonly Rule[],
  asker: OracleRequest = asTeacher,
): readonly string[] {
  const oracle = createOracle(world, asker, rules, DICTIONARY);
  return RECORDS.filter(({ id }) => isOfEpisode(id, world))
    .flatMap((one) =>
      FIELD_NAMES.filter((field) => oracle.released(one.type, field, oracleRow(one))).map(
        (field) => `${one.id} ${field}`,
      ),
    )
    .sort();
}

const tests = conditionsOver(
  fc.oneof(
    {
      arbitrary: fc
        .constantFrom(...(Object.keys(PREDICATES) as PredicateName[]))
        .map((holds): ConditionTemplate => ({ holds })),
      weight: 4,
    },
    { arbitrary: comparisons({ plain: ['kind'], numeric: ['rating'] }), weight: 1 },
  ),
);
const part = fc.record({
  role: fc.constantFrom('TAF_MEMBER', 'TAF_MEMBER', 'LEAD_PROFESSIONAL', 'SOCIAL_CARE_WORKER'),
  resource: fc.constantFrom(...TYPES),
  fields: fc.subarray(FIELD_NAMES.slice(1), { minLength: 1 }).map((fields) => ['id', ...fields]),
});
const throughGrants = fc
  .tuple(part, tests)
  .map(([drawn, when]) => rule({ ...drawn, when: { all: [GRANT, when] } }));
const ofOneself = fc
  .tuple(part, tests)
  .map(([drawn, when]) => rule({ ...drawn, when: { all: [{ holds: 'account.self' }, when] } }));
const denial = fc
  .tuple(part, tests)
  .map(([drawn, when]) => rule({ ...drawn, effect: 'DENY', when }));
const everyId = TYPES.map((resource) => rule({ resource }));

test('what is read through grants is what the oracle releases, for any rules and facts', async () => {
  const outcomes = { empty: 0, some: 0, released: 0, withheld: 0 };
  const policy = fc
    .tuple(
      fc.array(throughGrants, { minLength: 4, maxLength: 8 }),
      fc.array(denial, { maxLength: 2 }),
    )
    .map(([allowed, denied]) => [...everyId, ...allowed, ...denied]);
  await fc.assert(
    fc.asyncProperty(facts, policy, async (world, rules) => {
      const found = await released(world, rules);
      expect(found).toEqual(expected(world, rules));
      outcomes[found.length === 0 ? 'empty' : 'some'] += 1;
      outcomes.released += found.length;
      outcomes.withheld += RECORDS.length * FIELD_NAMES.length - found.length;
    }),
    { numRuns: 60 },
  );
  expect(outcomes.some).toBeGreaterThan(25);
  expect(outcomes.released).toBeGreaterThan(500);
  expect(outcomes.withheld).toBeGreaterThan(500);
}, 120_000);

test('what is read as one’s own is never more than the oracle releases', async () => {
  const outcomes = { released: 0 };
  const policy = fc
    .tuple(fc.array(ofOneself, { minLength: 4, maxLength: 8 }), fc.array(denial, { maxLength: 2 }))
    .map(([allowed, denied]) => [
      ...['Practitioner', 'AccessGrant'].map((resource) =>
        rule({ resource, when: { holds: 'account.self' } }),
      ),
      ...allowed,
      ...denied,
    ]);
  await fc.assert(
    fc.asyncProperty(facts, policy, async (world, rules) => {
      const found = await released(world, rules);
      expect(expected(world, rules)).toEqual(expect.arrayContaining([...found]));
      outcomes.released += found.length;
    }),
    { numRuns: 40 },
  );
  expect(outcomes.released).toBeGreaterThan(30);
});

const CONCERNED: ConditionTemplate = { holds: 'episode.concernsMe' };
const asFamily = fc
  .tuple(part, tests)
  .map(([drawn, when]) =>
    rule({ ...drawn, role: 'FAMILY_MEMBER', when: { all: [CONCERNED, when] } }),
  );

test('what a family member reads is what the oracle releases, for any rules and facts', async () => {
  const outcomes = { released: 0, withheld: 0 };
  const policy = fc
    .tuple(fc.array(asFamily, { minLength: 4, maxLength: 8 }), fc.array(denial, { maxLength: 2 }))
    .map(([allowed, denied]) => [
      ...TYPES.map((resource) => rule({ resource, role: 'FAMILY_MEMBER', when: CONCERNED })),
      ...allowed,
      ...denied,
    ]);
  await fc.assert(
    fc.asyncProperty(facts, policy, async (world, rules) => {
      const found = await released(world, rules, asParent);
      expect(found).toEqual(expected(world, rules, asParent));
      outcomes.released += found.length;
      outcomes.withheld += RECORDS.length * FIELD_NAMES.length - found.length;
    }),
    { numRuns: 40 },
  );
  expect(outcomes.released).toBeGreaterThan(300);
  expect(outcomes.withheld).toBeGreaterThan(500);
}, 120_000);

test('a denial of one role holds for what is read through a grant in another', async () => {
  const rules = [
    rule({ resource: 'Episode' }),
    rule({ resource: 'Episode', role: 'LEAD_PROFESSIONAL', effect: 'DENY' }),
  ];
  const inBothRoles = [grantOnA, { ...grantOnA, role: 'LEAD_PROFESSIONAL' }];
  const world = county({ accessGrant: inBothRoles });
  expect(expected(world, rules)).toEqual([]);
  expect(await released(world, rules)).toEqual([]);
  const inOne = county({ accessGrant: [grantOnA] });
  expect(expected(inOne, rules)).toHaveLength(1);
  expect(await released(inOne, rules)).toEqual(expected(inOne, rules));
});
