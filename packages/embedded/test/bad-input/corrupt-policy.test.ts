import type { StoredRule } from '@postern/agreements';
import { SHROPSHIRE_RULES } from '@postern/agreements';
import { putInForce } from '@postern/fuzz';
import { sealOf } from '@postern/policy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wholePolicySchema } from '../../src/stack/blueprints.ts';
import { publishPolicy } from '../../src/stack/publish-policy.ts';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, countyDatabase, gateFor } from '../county-fixture.ts';
import { CANARY, expectQuietLog, expectRefusal } from './plain-refusal.ts';
import {
  NO_EPISODE,
  NO_PLAN,
  NOTHING,
  named,
  PLAN,
  QUERY,
  READER,
  shown,
  WHOLE,
} from './shown-under.ts';

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

/** Puts rules live as an administrator with a database shell could; sealed as if others had been approved. */
async function activate(
  rules: readonly unknown[],
  approved: readonly unknown[] = rules,
): Promise<void> {
  await activateSealed(rules, sealOf(approved));
}

async function activateSealed(rules: readonly unknown[], seal: unknown): Promise<void> {
  version = await putInForce(database.owner, {
    rules,
    seal,
    activatedAt: COUNTY_NOW.toISOString(),
  });
}

const changed = (name: string, changes: object): readonly unknown[] => {
  const rule = named(name);
  return SHROPSHIRE_RULES.map((each) => (each === rule ? { ...rule, ...changes } : each));
};
const HEADER = 'taf-reads-Episode-header';

const OTHERS = WHOLE;

const broken: readonly (readonly [what: string, rule: unknown, left: readonly unknown[]])[] = [
  ['null', null, NOTHING],
  ['a text', CANARY, NOTHING],
  ['a list', [], NOTHING],
  ['an empty object', {}, NOTHING],
  ['of an unknown role', { ...named(PLAN), role: CANARY }, NO_PLAN],
  ['of an unknown type', { ...named(PLAN), resource: CANARY }, [0, false, false, true]],
  ['of an unknown effect', { ...named(PLAN), effect: 'PERHAPS' }, NO_PLAN],
  ['of unknown fields', { ...named(PLAN), fields: [CANARY] }, NO_EPISODE],
  ['of an unknown purpose', { ...named(PLAN), purposes: [CANARY] }, NO_PLAN],
  ['of an unknown part', { ...named(PLAN), [CANARY]: true }, NO_PLAN],
  ['under unknown conditions', { ...named(PLAN), when: { [CANARY]: true } }, NO_PLAN],
  ['under a condition of the wrong kind', { ...named(PLAN), when: 7 }, NO_PLAN],
  ['comparing what SQL cannot', { ...named(PLAN), when: where({ plan: CANARY }) }, NO_PLAN],
  [
    'comparing what only others know',
    { ...named(HEADER), when: where({ status: 'OPEN' }) },
    NO_EPISODE,
  ],
  ['asking what a plan cannot tell', { ...named(PLAN), when: { holds: 'person.self' } }, NO_PLAN],
  ['anchored to nothing', { ...named(PLAN), when: 'always' }, NO_PLAN],
  ['of another role than hers', { ...named(PLAN), role: 'QA_AUDITOR', when: 7 }, OTHERS],
  ['for another purpose than hers', { ...named(PLAN), purposes: ['AUDIT'], when: 7 }, OTHERS],
  ['about counts', { ...named('analyst-reads-IndicatorTable'), when: 7 }, [3, true, true, false]],
];

function where(comparison: object): unknown {
  return { all: [{ holds: 'grant.live' }, { where: comparison }] };
}

describe('a live rule that is corrupt denies what it concerned, and nothing else fails', () => {
  test.each(broken)('%s', async (_, rule, left) => {
    await activate([...SHROPSHIRE_RULES, rule]);
    expect(await shown(gate)).toEqual(left);
  });

  test('and a newer good version heals it', async () => {
    await activate(SHROPSHIRE_RULES);
    expect(await shown(gate)).toEqual(WHOLE);
  });

  test('a version without rules is no policy, and nobody is answered', async () => {
    await activate([]);
    expectRefusal(await gate.ask(READER, QUERY), 500, 'POLICY_MISSING');
    await activate(SHROPSHIRE_RULES);
    expect((await gate.ask(READER, QUERY)).status).toBe(200);
  });
});

describe('a sealed version that is not as it was approved denies what the difference is about', () => {
  const denying: StoredRule = { ...named(PLAN), name: 'no plan', effect: 'DENY', when: 'always' };
  const cases: readonly (readonly [
    string,
    readonly unknown[],
    readonly unknown[],
    readonly unknown[],
  ])[] = [
    ['nothing changed', SHROPSHIRE_RULES, SHROPSHIRE_RULES, WHOLE],
    ['only in another order', [...SHROPSHIRE_RULES].reverse(), SHROPSHIRE_RULES, WHOLE],
    ['a rule lost', without(PLAN), SHROPSHIRE_RULES, NO_PLAN],
    ['a denial lost', SHROPSHIRE_RULES, [...SHROPSHIRE_RULES, denying], NO_PLAN],
    [
      'a denial turned into a permission',
      [...SHROPSHIRE_RULES, { ...named(PLAN), name: 'no plan' }],
      [...SHROPSHIRE_RULES, denying],
      NO_PLAN,
    ],
    [
      'a rule added',
      [...SHROPSHIRE_RULES, { ...named(PLAN), name: 'more' }],
      SHROPSHIRE_RULES,
      NO_PLAN,
    ],
    ['a rule twice', [...SHROPSHIRE_RULES, named(PLAN)], SHROPSHIRE_RULES, NO_PLAN],
    ['a rule of somebody else’s', changed(PLAN, { role: 'QA_AUDITOR' }), SHROPSHIRE_RULES, NO_PLAN],
    [
      'a rule under less',
      changed(PLAN, { when: { holds: 'grant.live' } }),
      SHROPSHIRE_RULES,
      NO_PLAN,
    ],
  ];

  test.each(cases)('%s', async (_, stored, approved, left) => {
    await activate(stored, approved);
    expect(await shown(gate)).toEqual(left);
  });

  function without(name: string): readonly StoredRule[] {
    return SHROPSHIRE_RULES.filter((rule) => rule.name !== name);
  }
});

test('a version with a corrupt rule is not published, and neither is any of its rules', async () => {
  const publish = (rules: readonly unknown[]): Promise<void> =>
    publishPolicy(
      database.owner,
      {
        version: 10_000,
        agreement: 'SHR',
        proposedBy: 'one',
        approvedBy: 'another',
        reason: 'test',
        activatedAt: COUNTY_NOW,
        rules: rules as readonly StoredRule[],
      },
      wholePolicySchema(),
    );
  await expect(publish(changed(PLAN, { when: { holds: CANARY } }))).rejects.toMatchObject({
    code: 'POLICY_CORRUPT',
    logged: { rule: PLAN, problem: 'PREDICATE_UNKNOWN', part: '/when/holds', findings: 1 },
  });
  const saved = await database.owner.run({
    text: 'SELECT version FROM access.policy_version WHERE version = 10000 UNION ALL SELECT version FROM access.policy_rule WHERE version = 10000',
    values: [],
  });
  expect(saved).toEqual([]);
});

describe('somebody is told', () => {
  test('of each rule of a version once, whatever is asked', async () => {
    await activate([...SHROPSHIRE_RULES, { ...named(PLAN), when: { holds: CANARY } }]);
    await shown(gate);
    await shown(gate);
    const alarms = gate.log.filter(
      (each) => each.event === 'ALARM' && each.facts['version'] === version,
    );
    expect(alarms).toEqual([
      {
        event: 'ALARM',
        code: 'POLICY_CORRUPT',
        facts: {
          version,
          rule: PLAN,
          problem: 'PREDICATE_UNKNOWN',
          part: '/when/holds',
          expected: expect.stringContaining('a predicate'),
        },
      },
    ]);
  });

  test('and whoever watches the figures', async () => {
    const metrics = await (await fetch(`${gate.url}/metrics`)).text();
    const [, count = '0'] = /^postern_corrupt_rules (\d+)$/m.exec(metrics) ?? [];
    expect(Number(count)).toBe(gate.log.filter(({ event }) => event === 'ALARM').length);
    expect(Number(count)).toBeGreaterThan(20);
  });

  test('without a word of the rule itself', () => {
    expectQuietLog(gate.log);
  });
});
