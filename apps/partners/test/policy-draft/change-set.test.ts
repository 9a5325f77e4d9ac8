import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindOf, rolesTouched } from '../../src/modules/policy-draft/changes/change.ts';
import {
  changed,
  changesBetween,
  inverse,
  rebased,
} from '../../src/modules/policy-draft/changes/change-set.ts';
import type { RuleSet } from '../../src/modules/policy-draft/changes/rule-body.ts';
import { isSameRule } from '../../src/modules/policy-draft/changes/rule-body.ts';

const body = fc.record({ role: fc.constantFrom('A', 'B', '*'), when: fc.constantFrom(1, 2, 3) });
const rules: fc.Arbitrary<RuleSet> = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd', '__proto__'), body)
  .map((given) => new Map(Object.entries(given)));

const same = (one: RuleSet, other: RuleSet): boolean =>
  one.size === other.size &&
  [...one].every(([name, each]) => isSameRule(each, other.get(name) ?? null));

test('changes between two sets make the one the other, and their inverse makes it back', () => {
  fc.assert(
    fc.property(rules, rules, (from, to) => {
      const changes = changesBetween(from, to);
      expect(same(changed(from, changes), to)).toBe(true);
      expect(same(changed(to, inverse(changes)), from)).toBe(true);
    }),
  );
});

test('moved onto another base, every change is somewhere, and what moved does what it did', () => {
  fc.assert(
    fc.property(rules, rules, rules, (from, to, live) => {
      const changes = changesBetween(from, to);
      const { moved, colliding, made } = rebased(changes, live);
      expect([...moved, ...colliding, ...made].map(({ rule }) => rule).sort()).toEqual(
        changes.map(({ rule }) => rule).sort(),
      );
      for (const { rule, before } of moved)
        expect(isSameRule(live.get(rule) ?? null, before)).toBe(true);
      const after = changed(live, moved);
      for (const { rule, after: wanted } of [...moved, ...made])
        expect(isSameRule(after.get(rule) ?? null, wanted)).toBe(true);
      for (const { rule, collides } of colliding) {
        expect(collides).toBe(true);
        expect(isSameRule(after.get(rule) ?? null, live.get(rule) ?? null)).toBe(true);
      }
    }),
  );
});

test('onto the base they were made on, all of them move', () => {
  fc.assert(
    fc.property(rules, rules, (from, to) => {
      const changes = changesBetween(from, to);
      expect(rebased(changes, from).moved).toEqual(changes);
    }),
  );
});

test('a rule is the same whatever the order of its keys, and another by any value', () => {
  expect(isSameRule({ a: [1, { b: 2, c: 3 }] }, { a: [1, { c: 3, b: 2 }] })).toBe(true);
  expect(isSameRule({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  expect(isSameRule(null, {})).toBe(false);
});

test('a change touches the roles of the rule as it was and as it is to be', () => {
  const change = { before: { role: 'A' }, after: { role: 'B' } };
  const known = new Set(['A', 'B']);
  expect([...rolesTouched([change], known)]).toEqual(['A', 'B']);
  for (const unknown of ['no rule', { role: 'C' }, { role: 'a' }, { role: 7 }, {}, [], 0])
    expect([...rolesTouched([change, { before: unknown, after: null }], known)]).toEqual([
      ...['A', 'B', '*'],
    ]);
  expect([...rolesTouched([change, { before: null, after: { role: '*' } }], known)]).toContain('*');
  expect(kindOf(change)).toBe('CHANGE');
  expect(kindOf({ before: null, after: {} })).toBe('ADD');
  expect(kindOf({ before: {}, after: null })).toBe('REMOVE');
});
