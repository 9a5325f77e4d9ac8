import type { FactTables, Rule } from '@postern/policy';
import { parseRule } from '@postern/policy';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asTeacher, county, grantOnA } from './county.ts';
import { denial, ofOneself, rule } from './drawn-policy.ts';
import { facts } from './random-facts.ts';
import { recordsDatabase } from './records-database.ts';
import { byCasl, bySql } from './released-by.ts';
import { DICTIONARY } from './sample-records.ts';
import { storeFacts } from './store-facts.ts';

const connection = recordsDatabase();

async function released(world: FactTables, rules: readonly Rule[]): Promise<readonly string[]> {
  await storeFacts(connection(), world);
  return bySql(connection(), world, rules, asTeacher);
}

function expected(world: FactTables, rules: readonly Rule[]): readonly string[] {
  return byCasl(world, rules, asTeacher);
}

test('what is read as one’s own is never more than the oracle releases', async () => {
  const outcomes = { released: 0 };
  const policy = fc
    .tuple(fc.array(ofOneself, { minLength: 4, maxLength: 8 }), fc.array(denial, { maxLength: 2 }))
    .map(([allowed, denied]) => [
      ...['Practitioner', 'AccessGrant'].map((resource) =>
        rule({ resource, when: { holds: 'account.self' } }),
      ),
      ...[...allowed, ...denied].map((one) => parseRule(one, DICTIONARY)),
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

test('what is not so of any episode is not so of one’s own row, which no episode leads to', async () => {
  const own = { holds: 'account.self' } as const;
  const rules = [
    rule({
      resource: 'Practitioner',
      when: { all: [own, { not: { holds: 'conflict.declared' } }] },
    }),
  ];
  const world = county({ accessGrant: [] });
  expect(expected(world, rules)).toHaveLength(1);
  expect(await released(world, rules)).toEqual(expected(world, rules));
});
