import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition, PredicateAtom, PredicateName, Resource } from '../src/index.ts';
import {
  ALWAYS,
  abilityFor,
  atomsOf,
  decideField,
  evaluate,
  NEVER,
  PREDICATES,
  substitute,
} from '../src/index.ts';
import { attributes, storedPolicy } from './random-policy.ts';
import { dictionary } from './small-dictionary.ts';
import { unanchored } from './stored-rule.ts';

const teamMember = { roles: ['TAF_MEMBER'], purpose: 'COORDINATE_SUPPORT' } as const;
const names = Object.keys(PREDICATES) as PredicateName[];
const CELLS = ['Person', 'Episode', 'HealthCondition'].flatMap((type) =>
  [...(dictionary.get(type)?.keys() ?? [])].map((field) => [type, field] as const),
);

/** What is left of a condition once some predicates are known. */
function residual(
  condition: Condition,
  known: readonly PredicateName[],
  holds: (atom: PredicateAtom) => boolean,
): Condition {
  return substitute(condition, (atom) => {
    if (!known.includes(atom.predicate)) return undefined;
    return holds(atom) ? ALWAYS : NEVER;
  });
}

describe('for any rules, what is left of a decision once some is known', () => {
  test('decides every row as the whole does, in however many steps, and asks nothing again', () => {
    const seen = { released: 0, withheld: 0, left: 0 };
    const drawn = [storedPolicy, attributes, fc.subarray(names), fc.subarray(names)] as const;
    const later = fc.subarray(names);
    fc.assert(
      fc.property(...drawn, later, (policy, values, holding, known, then) => {
        const rules = policy.map((body) => unanchored(body));
        const ability = abilityFor(rules, teamMember, dictionary);
        const holds = (atom: PredicateAtom): boolean => holding.includes(atom.predicate);
        for (const [type, field] of CELLS) {
          const row: Resource = { type, attributes: { ...values }, holds };
          const { released } = decideField(ability, type, field);
          const direct = evaluate(released, row);
          const once = residual(released, known, holds);
          expect(evaluate(once, row)).toBe(direct);
          expect(evaluate(residual(once, then, holds), row)).toBe(direct);
          expect(atomsOf(once).filter(({ predicate }) => known.includes(predicate))).toEqual([]);
          seen[direct ? 'released' : 'withheld'] += 1;
          seen.left += once.kind === 'ALWAYS' || once.kind === 'NEVER' ? 0 : 1;
        }
      }),
      { numRuns: 300 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
  });

  test('nothing is left where everything is known and no attribute is compared', () => {
    fc.assert(
      fc.property(storedPolicy, fc.subarray(names), (policy, holding) => {
        const plain = policy.filter((body) => !JSON.stringify(body).includes('"where"'));
        const ability = abilityFor(
          plain.map((body) => unanchored(body)),
          teamMember,
          dictionary,
        );
        for (const [type, field] of CELLS) {
          const { released } = decideField(ability, type, field);
          const left = residual(released, names, (atom) => holding.includes(atom.predicate));
          expect(['ALWAYS', 'NEVER']).toContain(left.kind);
        }
      }),
    );
  });
});
