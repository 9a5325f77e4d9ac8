import { SHROPSHIRE_RULES } from '@postern/agreements';
import { putInForce } from '@postern/fuzz';
import type { SealedRule } from '@postern/policy';
import { sealOf } from '@postern/policy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { COUNTY_NOW, countyDatabase, gateFor } from '../county-fixture.ts';
import { expectRefusal } from './plain-refusal.ts';
import { countsAt, NO_PLAN, named, PLAN, QUERY, READER, shown, WHOLE } from './shown-under.ts';

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

/** Puts the rules in force under a seal that is not theirs. */
async function activate(seal: unknown): Promise<void> {
  version = await putInForce(database.owner, {
    rules: SHROPSHIRE_RULES,
    seal,
    activatedAt: COUNTY_NOW.toISOString(),
  });
}

describe('a seal that is taken off or altered is not gone round', () => {
  const SEAL = sealOf(SHROPSHIRE_RULES);
  const of = (name: string): number => SHROPSHIRE_RULES.indexOf(named(name));
  const REFUSED = 'POLICY_CORRUPT';

  async function expectNobodyAnswered(): Promise<void> {
    expectRefusal(await gate.ask(READER, QUERY), 500, REFUSED);
    expectRefusal(await countsAt(gate), 500, REFUSED);
    expect(gate.log.at(-1)).toMatchObject({ code: REFUSED });
  }

  const alarmsNow = (): readonly unknown[] =>
    gate.log
      .flatMap((each) => (each.event === 'ALARM' ? [each.facts] : []))
      .filter((facts) => facts['version'] === version)
      .map((facts) => [facts['rule'], facts['problem']]);

  test('the database takes no version without one', async () => {
    const unsealed = `UPDATE access.policy_version SET seal = NULL WHERE version = ${version}`;
    await expect(database.owner.script(unsealed)).rejects.toMatchObject({
      logged: { sqlstate: '23502' },
    });
  });

  test('and where it was made to, nobody is answered', async () => {
    await activate(sealOf(SHROPSHIRE_RULES));
    await database.owner.script(
      `ALTER TABLE access.policy_version ALTER COLUMN seal DROP NOT NULL;
       UPDATE access.policy_version SET seal = NULL WHERE version = ${version}`,
    );
    try {
      await expectNobodyAnswered();
    } finally {
      await database.owner.script(
        `DELETE FROM access.policy_version WHERE seal IS NULL;
         ALTER TABLE access.policy_version ALTER COLUMN seal SET NOT NULL`,
      );
    }
  });

  test.each([[null], [[]], [{}], ['sealed'], [[{ digest: 'x', concern: {} }]], [[...SEAL, null]]])(
    'a version whose seal cannot be read answers nobody: %j',
    async (seal) => {
      await activate(seal);
      await expectNobodyAnswered();
      expect(alarmsNow()).toEqual([]);
    },
  );

  test.each([
    ['of a rule is taken out', SEAL.toSpliced(of(PLAN), 1), [[PLAN, 'RULE_ALTERED']]],
    [
      'of a rule has another digest',
      SEAL.with(of(PLAN), { ...(SEAL[of(PLAN)] as SealedRule), digest: '0'.repeat(64) }),
      [
        [PLAN, 'RULE_ALTERED'],
        [PLAN, 'RULE_LOST'],
      ],
    ],
    ['has a rule twice', [...SEAL, SEAL[of(PLAN)]], [[PLAN, 'RULE_LOST']]],
  ])(
    'a seal that %s denies what that rule concerned, tells it, and all else is answered',
    async (_, seal, told) => {
      await activate(seal);
      expect(await shown(gate)).toEqual(NO_PLAN);
      expect(alarmsNow()).toEqual(told);
    },
  );

  test('while nobody is answered the service is alive, and a sealed version heals it', async () => {
    await activate(null);
    await expectNobodyAnswered();
    expect((await fetch(`${gate.url}/health/live`)).status).toBe(200);
    await activate(sealOf(SHROPSHIRE_RULES));
    expect(await shown(gate)).toEqual(WHOLE);
    expect(alarmsNow()).toEqual([]);
  });
});
