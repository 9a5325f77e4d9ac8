import { PROOF_SCOPE } from '@postern/agreements';
import type { Coordinate } from '@postern/policy';
import { OBLIGATIONS, prove, reachOf } from '@postern/policy';
import { scenario } from '@postern/testkit';
import { describe, expect, test } from 'vitest';
import { BUILT_IN, dictionary } from './policies.ts';

const found = prove(BUILT_IN, dictionary, PROOF_SCOPE);
const stories = (obligation: string): readonly string[] =>
  found.filter((one) => one.obligation === obligation).map(({ story }) => story);

describe('the built-in rules keep every obligation', () => {
  test.each(OBLIGATIONS.map(({ name, says }) => [name, says] as const))('%s: %s', (name) => {
    expect(stories(name)).toEqual([]);
  });

  test('and speak of each: there is data of the classes, and roles that administer, report and receive', () => {
    const roles = new Set(BUILT_IN.map(({ role }) => role));
    for (const role of [
      ...PROOF_SCOPE.administrators.roles,
      ...PROOF_SCOPE.reporting.roles,
      ...PROOF_SCOPE.handPicked,
    ])
      expect(roles).toContain(role);
    const readers = reachOf(BUILT_IN, dictionary, 'Conviction.id').map(({ role }) => role);
    expect(new Set(readers).size).toBeGreaterThan(5);
  });
});

test('what administrators may reach holds nothing about a family, what reports may reach is public', () => {
  const classes = (types: readonly string[]): ReadonlySet<string> =>
    new Set(types.flatMap((type) => [...(dictionary.get(type)?.values() ?? [])]));
  expect(classes(PROOF_SCOPE.administrators.types)).toEqual(
    new Set(['PUBLIC', 'WORKFORCE', 'OPERATIONAL']),
  );
  expect(classes(PROOF_SCOPE.reporting.types)).toEqual(new Set(['PUBLIC']));
});

function rolesReading(coordinate: Coordinate): readonly string[] {
  return reachOf(BUILT_IN, dictionary, coordinate).map(({ role }) => role);
}

const EVERY_FIELD = [...dictionary].flatMap(([type, fields]) =>
  [...fields.keys()].map((field): Coordinate => `${type}.${field}`),
);

describe('who reports reads counts', () => {
  for (const [clause, role, who] of [
    ['SOM-6.14.3', 'ANALYST', 'an analyst'],
    ['SHR-3.3.4c', 'EVALUATOR', 'an evaluator of the national programme'],
  ] as const) {
    scenario({ clause, outcome: 'granted', that: `${who} reads protected counts` }, () => {
      expect(rolesReading('IndicatorTable.cells')).toContain(role);
    });

    scenario(
      { clause, outcome: 'denied', that: `in no state does ${who} read a field of any record` },
      () => {
        const records = EVERY_FIELD.filter(
          (coordinate) => !PROOF_SCOPE.reporting.types.includes(coordinate.split('.')[0] ?? ''),
        );
        expect(records.length).toBeGreaterThan(200);
        const rules = BUILT_IN.filter((rule) => rule.role === role || rule.role === '*');
        expect(
          records.filter((coordinate) => reachOf(rules, dictionary, coordinate).length > 0),
        ).toEqual([]);
      },
    );
  }
});
