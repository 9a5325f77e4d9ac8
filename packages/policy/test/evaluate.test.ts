import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PredicateName, Resource } from '../src/index.ts';
import { abilityFor, decideField, PREDICATES } from '../src/index.ts';
import { evaluate } from '../src/oracle/evaluate.ts';
import { attributes, storedPolicy } from './random-policy.ts';
import { dictionary } from './small-dictionary.ts';
import { unanchored } from './stored-rule.ts';

const teamMember = { roles: ['TAF_MEMBER'], purpose: 'COORDINATE_SUPPORT' } as const;
const holding = fc.subarray(Object.keys(PREDICATES) as PredicateName[]);

function resource(type: string, values: object, names: readonly PredicateName[]): Resource {
  return { type, attributes: { ...values }, holds: (atom) => names.includes(atom.predicate) };
}

describe('a condition evaluated without CASL', () => {
  test('says of every row what CASL’s can says', () => {
    const outcomes = new Set<boolean>();
    fc.assert(
      fc.property(storedPolicy, attributes, holding, (policy, values, names) => {
        const ability = abilityFor(
          policy.map((body) => unanchored(body)),
          teamMember,
          dictionary,
        );
        for (const [type, fields] of dictionary)
          for (const field of fields.keys()) {
            const row = resource(type, values, names);
            const can = ability.casl.can('read', row, field);
            expect(evaluate(decideField(ability, type, field).released, row)).toBe(can);
            outcomes.add(can);
          }
      }),
      { numRuns: 300 },
    );
    expect(outcomes.size).toBe(2);
  });

  test('discloses at least what is released, and exactly that where no silent denial holds', () => {
    const loud = (name: PredicateName): boolean => !PREDICATES[name].silent;
    fc.assert(
      fc.property(storedPolicy, attributes, holding, (policy, values, names) => {
        const allowances = policy.filter((body) => body.effect === 'ALLOW');
        const ability = abilityFor(
          allowances.map((body) => unanchored(body)),
          teamMember,
          dictionary,
        );
        const decision = decideField(ability, 'Person', 'id');
        const row = resource('Person', values, names);
        const open = resource('Person', values, names.filter(loud));
        if (evaluate(decision.released, row)) expect(evaluate(decision.disclosed, row)).toBe(true);
        expect(evaluate(decision.disclosed, open)).toBe(evaluate(decision.released, open));
      }),
    );
  });

  test('needs every attribute that it reads', () => {
    const condition = { kind: 'COMPARE', attribute: 'sex', operator: '$ne', value: 'F' } as const;
    for (const values of [{}, { sex: undefined }, Object.create({ sex: 'F' }) as object])
      expect(() => evaluate(condition, resource('Person', values, []))).toThrow('sex');
    expect(evaluate(condition, resource('Person', { sex: null }, []))).toBe(true);
  });
});
