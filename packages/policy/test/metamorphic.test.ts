import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FactTables, OracleRow } from '../src/index.ts';
import { createOracle } from '../src/index.ts';
import { facts } from './random-facts.ts';
import { attributes, storedPolicy, storedRule } from './random-policy.ts';
import {
  asTeacher,
  child,
  healthCondition,
  parent,
  rowOfEpisodeA,
  rowOfEpisodeB,
} from './small-county.ts';
import { dictionary } from './small-dictionary.ts';
import { unanchored } from './stored-rule.ts';

type Body = Readonly<Record<string, unknown>>;

const rows = fc.tuple(attributes, attributes).map(([one, other]) => [
  { ...child, attributes: one },
  { ...parent, attributes: other },
  { ...rowOfEpisodeA, attributes: other },
  { ...rowOfEpisodeB, attributes: one },
  { ...healthCondition('h1'), attributes: one },
  {
    ...healthCondition('h2', { agencyId: 'school', entryEpisodeId: 'episode-b' }),
    attributes: other,
  },
]);
const county = fc.record({ facts, rows });

/** Every `row field` that a policy releases to the teacher. */
function releases(
  policy: readonly Body[],
  world: { facts: FactTables; rows: readonly OracleRow[] },
): ReadonlySet<string> {
  const rules = policy.map((body) => unanchored(body));
  const oracle = createOracle(world.facts, asTeacher, rules, dictionary);
  return new Set(
    world.rows.flatMap((row, index) =>
      [...(dictionary.get(row.type)?.keys() ?? [])]
        .filter((field) => oracle.released(row.type, field, row))
        .map((field) => `${index} ${field}`),
    ),
  );
}

describe('for any rules and facts', () => {
  test('adding a denial never widens', () => {
    fc.assert(
      fc.property(storedPolicy, storedRule('DENY'), county, (policy, denial, world) => {
        const before = releases(policy, world);
        expect([...releases([...policy, denial], world)].every((one) => before.has(one))).toBe(
          true,
        );
      }),
    );
  });

  test('adding a permission never narrows', () => {
    fc.assert(
      fc.property(storedPolicy, storedRule('ALLOW'), county, (policy, permission, world) => {
        const after = releases([...policy, permission], world);
        expect([...releases(policy, world)].every((one) => after.has(one))).toBe(true);
      }),
    );
  });

  test('the order of rules changes nothing', () => {
    const shuffled = storedPolicy.chain((policy) =>
      fc.tuple(fc.constant(policy), fc.shuffledSubarray(policy, { minLength: policy.length })),
    );
    fc.assert(
      fc.property(shuffled, county, ([policy, reordered], world) => {
        expect(releases(reordered, world)).toEqual(releases(policy, world));
      }),
    );
  });

  test('a rule twice is a rule once', () => {
    fc.assert(
      fc.property(storedPolicy, county, (policy, world) => {
        expect(releases([...policy, ...policy], world)).toEqual(releases(policy, world));
      }),
    );
  });

  test('a rule stored as JSON and loaded decides the same', () => {
    fc.assert(
      fc.property(storedPolicy, county, (policy, world) => {
        const loaded = JSON.parse(JSON.stringify(policy)) as readonly Body[];
        expect(releases(loaded, world)).toEqual(releases(policy, world));
      }),
    );
  });

  test('a rule of another role or purpose changes nothing', () => {
    const elsewhere = fc.oneof(
      storedRule('ALLOW').map((body) => ({ ...body, role: 'ANALYST' })),
      storedRule('DENY').map((body) => ({ ...body, role: 'ANALYST' })),
      storedRule('ALLOW').map((body) => ({ ...body, purposes: ['MATCH_DATA'] })),
      storedRule('DENY').map((body) => ({ ...body, purposes: ['MATCH_DATA'] })),
    );
    fc.assert(
      fc.property(storedPolicy, elsewhere, county, (policy, other, world) => {
        expect(releases([...policy, other], world)).toEqual(releases(policy, world));
      }),
    );
  });

  test('these properties speak of something: some is released and some is not', () => {
    const sampled = fc.sample(fc.tuple(storedPolicy, county), { numRuns: 200, seed: 20250310 });
    const counts = sampled.map(([policy, world]) => releases(policy, world).size);
    const all =
      2 *
      ['Person', 'Episode', 'HealthCondition']
        .map((type) => dictionary.get(type)?.size ?? 0)
        .reduce((sum, size) => sum + size);
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(40);
    expect(counts.filter((count) => count < all).length).toBeGreaterThan(100);
  });
});
