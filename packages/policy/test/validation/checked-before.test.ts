import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRule } from '../../src/index.ts';
import { checkedBefore } from '../../src/validation/checked-before.ts';
import { checkRule } from '../../src/validation/findings-of.ts';
import { storedPolicy } from '../random-policy.ts';
import { STORED } from '../stored-rule.ts';
import { schema } from './small-schema.ts';

const wrongRule = fc.dictionary(fc.constantFrom('name', 'role', 'fields', 'when'), fc.jsonValue());

test('a rule that was checked before is told the same, right or wrong', () => {
  const seen = { right: 0, wrong: 0 };
  const bodies = fc.oneof(
    storedPolicy,
    fc.array(
      wrongRule.map((part) => ({ ...STORED, ...part })),
      { maxLength: 4 },
    ),
  );
  fc.assert(
    fc.property(bodies, (policy) => {
      for (const body of policy as readonly unknown[]) {
        const checked = checkRule(body, schema);
        expect(checkedBefore(body, schema)).toEqual(checked);
        expect(checkedBefore(structuredClone(body), schema)).toEqual(checked);
        if (checked.findings.length === 0) seen.right += 1;
        else seen.wrong += 1;
      }
    }),
  );
  expect(seen.wrong).toBeGreaterThan(20);
  expect(checkedBefore(STORED, schema).findings).toEqual([]);
});

test.each([
  ['a value that JSON leaves out', { ...STORED, more: undefined }],
  ['an object that says it is another', { toJSON: () => STORED }],
  ['an object of a class', Object.assign(Object.create({ effect: 'DENY' }), STORED)],
])('%s is not taken for the rule that it looks like as JSON', (_what, body) => {
  expect(checkedBefore(STORED, schema).findings).toEqual([]);
  expect(checkedBefore(body, schema)).toEqual(checkRule(body, schema));
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])('%s is not taken for null', (rating) => {
  const comparing = (value: number | null) => ({
    ...STORED,
    when: { all: [STORED.when, { where: { rating: value } }] },
  });
  expect(checkedBefore(comparing(null), schema).findings).toEqual([]);
  expect(checkedBefore(comparing(rating), schema).findings).toMatchObject([
    { code: 'OPERAND_INVALID' },
  ]);
});

test('what was found for one schema is not told for another', () => {
  const smaller = { ...schema, roles: new Set<string>() };
  expect(checkedBefore(STORED, schema).findings).toEqual([]);
  expect(checkedBefore(STORED, smaller).findings).not.toEqual([]);
});

test('what is changed afterwards changes nothing that is remembered', () => {
  const asked = { ...STORED, name: 'changed-afterwards' };
  const body = structuredClone(asked) as { when: { holds: string } };
  const parsed = parseRule(body, schema.dictionary);
  const checked = checkedBefore(body, schema).rule;
  body.when.holds = 'account.self';
  expect(parsed.when).toEqual(asked.when);
  expect(checked?.when).toEqual(asked.when);
  expect(parseRule(structuredClone(asked), schema.dictionary).when).toEqual(asked.when);
  expect(parseRule(body, schema.dictionary).when).toEqual({ holds: 'account.self' });
});
