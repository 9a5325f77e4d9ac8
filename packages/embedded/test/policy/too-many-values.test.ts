import { findingsOf, findingsOfPolicy } from '@postern/policy';
import { expect, test } from 'vitest';
import { wholePolicySchema } from '../../src/stack/blueprints.ts';

const schema = wholePolicySchema();

function among(of: number, values: number): object {
  return {
    where: { openedOn: { $in: Array.from({ length: values }, (_, value) => `${of}-${value}`) } },
  };
}

function rule(name: string, when: object): object {
  return {
    name,
    role: 'TAF_MEMBER',
    action: 'read',
    resource: 'Episode',
    fields: ['status'],
    purposes: ['COORDINATE_SUPPORT'],
    effect: 'ALLOW',
    when: { all: [{ holds: 'grant.live' }, when] },
    clause: 'SHR-8.2.1e',
  };
}

test('a condition that is too large as a whole is not judged part by part, each of which takes as long', () => {
  const parts = Array.from({ length: 10 }, (_, of) => among(of, 48));
  const found = findingsOf(rule('many', { any: parts }), schema);
  expect(found.map(({ code, part }) => `${code} ${part}`)).toEqual(['CONDITION_TOO_LARGE /when']);
});

test('rules that together compare a field with thousands of values are too large, as alternatives are', () => {
  const rules = Array.from({ length: 200 }, (_, of) => rule(`of ${of}`, among(of, 20)));
  const codes = findingsOfPolicy(rules, schema).map(({ code }) => code);
  expect(codes).toContain('POLICY_TOO_LARGE');
}, 120_000);
