import type { StoredRule } from '@postern/agreements';
import { SHROPSHIRE_RULES } from '@postern/agreements';
import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, countyDatabase, gateFor } from '../county-fixture.ts';
import { CANARY, expectQuietLog, expectRefusal } from './plain-refusal.ts';

const { grace, ines } = cast.practitioners;
const QUERY = '{ episodes(first: 3) { edges { node { reference } } } }';

let database: CountyDatabase;
let gate: Gate;
beforeAll(async () => {
  database = await countyDatabase();
  gate = await gateFor(database);
});
afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

let version = 1;

/** Puts rules live as an administrator with a database shell could, past every check. */
async function activate(rules: readonly unknown[]): Promise<void> {
  version += 1;
  await database.owner.run({
    text: `INSERT INTO access.policy_version (version, agreement, proposed_by, approved_by, reason, activated_at)
      VALUES ($1, 'SHR', 'one', 'another', 'test', $2)`,
    values: [version, COUNTY_NOW.toISOString()],
  });
  await database.owner.run({
    text: `INSERT INTO access.policy_rule (id, version, name, body)
      SELECT gen_random_uuid(), $1, 'rule ' || n, rule FROM jsonb_array_elements($2::text::jsonb) WITH ORDINALITY AS r (rule, n)`,
    values: [version, JSON.stringify(rules)],
  });
}

const [first] = SHROPSHIRE_RULES as readonly [StoredRule];
const broken: readonly (readonly [what: string, rule: unknown])[] = [
  ['null', null],
  ['a text', CANARY],
  ['a list', []],
  ['an empty object', {}],
  ['an unknown role', { ...first, role: CANARY }],
  ['an unknown resource', { ...first, resource: CANARY }],
  ['an unknown effect', { ...first, effect: 'PERHAPS' }],
  ['unknown fields', { ...first, fields: [CANARY] }],
  ['an unknown purpose', { ...first, purposes: [CANARY] }],
  ['an unknown part', { ...first, [CANARY]: true }],
  ['unknown conditions', { ...first, conditions: { [CANARY]: true } }],
  ['conditions of the wrong kind', { ...first, conditions: 7 }],
];

test.each(broken)(
  'a live rule that is %s stops every answer, and a newer good version heals it',
  async (_, rule) => {
    await activate([...SHROPSHIRE_RULES, rule]);
    expectRefusal(await gate.ask(grace, QUERY), 500, 'POLICY_CORRUPT');
    const counts = await gate.ask(ines, '{ episodeCounts { __typename } }', {
      path: '/reporting/graphql',
      purpose: null,
    });
    expectRefusal(counts, 500, 'POLICY_CORRUPT');
    await activate(SHROPSHIRE_RULES);
    const healed = await gate.ask(grace, QUERY);
    expect(healed.body.data.episodes.edges).toHaveLength(3);
  },
);

test('a live version without rules is no policy, and nobody is answered', async () => {
  await activate([]);
  expectRefusal(await gate.ask(grace, QUERY), 500, 'POLICY_MISSING');
  await activate(SHROPSHIRE_RULES);
  expect((await gate.ask(grace, QUERY)).status).toBe(200);
});

test('the log names the rule, and repeats nothing of it', () => {
  const faults = gate.log.filter((entry) => entry.event === 'FAULT');
  expect(faults.map((entry) => entry.facts['rule']).filter(Boolean)).not.toHaveLength(0);
  expectQuietLog(gate.log);
});
