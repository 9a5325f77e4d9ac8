import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantiate } from '../src/conditions/template.ts';
import type { Leaf, Outcomes } from '../src/explanations/leaf.ts';
import { holdsOn, leavesOf, missingFor } from '../src/explanations/missing.ts';
import type { Condition } from '../src/index.ts';
import { conditionKey } from '../src/index.ts';
import { when } from './random-policy.ts';

const conditions = when.map((template) =>
  instantiate(template, {
    role: 'TAF_MEMBER',
    effect: 'ALLOW',
    class: 'PERSONAL',
    coordinate: 'Person.givenName',
  }),
);

/** Outcomes drawn for every test of a condition. */
function outcomesOf(condition: Condition, drawn: readonly boolean[]): Outcomes {
  const keys = leavesOf(condition).map(({ test: each }) => conditionKey(each));
  return (each) => drawn[keys.indexOf(conditionKey(each)) % drawn.length] === true;
}

/** The same, with these leaves brought about. */
function after(outcomes: Outcomes, leaves: readonly Leaf[]): Outcomes {
  const brought = new Map(leaves.map((leaf) => [conditionKey(leaf.test), leaf.wanted]));
  return (each) => brought.get(conditionKey(each)) ?? outcomes(each);
}

const drawn = fc.tuple(conditions, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }));

test('brought about, what is missing makes the condition hold; with any one of it left out it does not', () => {
  let missed = 0;
  fc.assert(
    fc.property(drawn, ([condition, bits]) => {
      const outcomes = outcomesOf(condition, bits);
      const missing = missingFor(condition, outcomes);
      if (missing === null) return;
      expect(holdsOn(condition, after(outcomes, missing))).toBe(true);
      expect(missing.length === 0).toBe(holdsOn(condition, outcomes));
      if (missing.length > 0) missed += 1;
      for (const left of missing) {
        const rest = missing.filter((leaf) => leaf !== left);
        expect(holdsOn(condition, after(outcomes, rest))).toBe(false);
      }
    }),
    { numRuns: 2_000 },
  );
  expect(missed).toBeGreaterThan(400);
});

test('where nothing is missing that could be, no outcomes at all make the condition hold', () => {
  let hopeless = 0;
  fc.assert(
    fc.property(drawn, ([condition, bits]) => {
      const leaves = leavesOf(condition);
      if (missingFor(condition, outcomesOf(condition, bits)) !== null || leaves.length > 8) return;
      hopeless += 1;
      for (let all = 0; all < 2 ** leaves.length; all += 1) {
        const tried = outcomesOf(
          condition,
          Array.from({ length: 8 }, (_, bit) => (all & (1 << bit)) !== 0),
        );
        expect(holdsOn(condition, tried)).toBe(false);
      }
    }),
    { numRuns: 2_000 },
  );
  expect(hopeless).toBeGreaterThan(0);
});
