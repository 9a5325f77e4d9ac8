import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FeasibleCounts } from '../src/bounds/feasible.ts';
import type { Knowledge, Relation } from '../src/knowledge/knowledge.ts';

const KEYS = ['a', 'b', 'c', 'd', 'e'];

/** Every interval as the attacker finds it; null where nothing fits. */
async function intervals(knowledge: Knowledge) {
  const feasible = new FeasibleCounts(knowledge);
  try {
    if (!(await feasible.open())) return null;
    return Object.fromEntries(
      knowledge.unknowns.map(({ key }) => {
        const found = feasible.interval(key);
        return [key, found === null ? null : [found.low, found.high]] as const;
      }),
    );
  } finally {
    feasible.close();
  }
}

/** The same by trying every table of whole counts. */
function tried({ unknowns, relations }: Knowledge) {
  const found = new Map<string, [number, number]>();
  const counts: Record<string, number> = {};
  const fits = ({ terms, low, high }: Relation) => {
    const sum = terms.reduce((total, { key, times }) => total + times * (counts[key] ?? 0), 0);
    return sum >= low && sum <= high;
  };
  const tryFrom = (at: number): void => {
    const unknown = unknowns[at];
    if (unknown === undefined) {
      if (!relations.every(fits)) return;
      for (const { key } of unknowns) {
        const count = counts[key] ?? 0;
        const [low, high] = found.get(key) ?? [count, count];
        found.set(key, [Math.min(low, count), Math.max(high, count)]);
      }
      return;
    }
    for (let count = unknown.low; count <= unknown.high; count += 1) {
      counts[unknown.key] = count;
      tryFrom(at + 1);
    }
  };
  tryFrom(0);
  return found.size === 0 ? null : Object.fromEntries(found);
}

test('the attacker finds exactly the counts that some table has which fits all that is known', async () => {
  const unknown = fc.tuple(fc.nat(4), fc.nat(4));
  const relation = fc.tuple(
    fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 5, maxLength: 5 }),
    fc.integer({ min: -6, max: 4 }),
    fc.integer({ min: 0, max: 9 }),
  );
  let open = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(unknown, { minLength: 5, maxLength: 5 }),
      fc.array(relation, { minLength: 1, maxLength: 4 }),
      async (bounds, sums) => {
        const knowledge: Knowledge = {
          unknowns: bounds.map(([low, more], at) => ({
            key: KEYS[at] ?? '',
            low,
            high: low + more,
          })),
          relations: sums.map(([times, low, more]) => ({
            terms: times.flatMap((time, at) =>
              time === 0 ? [] : [{ key: KEYS[at] ?? '', times: time }],
            ),
            low,
            high: low + more,
          })),
        };
        const expected = tried(knowledge);
        if (expected !== null) open += 1;
        // That nothing fits may show only in whole counts, where the attacker asks cell by cell.
        const found = await intervals(knowledge);
        if (expected === null)
          expect(Object.values(found ?? {}).every((one) => one === null)).toBe(true);
        else expect(found).toEqual(expected);
      },
    ),
    { numRuns: 120, seed: 1 },
  );
  expect(open).toBeGreaterThan(30);
});

test('what no table of fractions excludes, whole counts may', async () => {
  const even: Relation = {
    terms: [
      { key: 'a', times: 2 },
      { key: 'b', times: -2 },
    ],
    low: -1,
    high: 1,
  };
  const knowledge: Knowledge = {
    unknowns: [
      { key: 'a', low: 3, high: 3 },
      { key: 'b', low: 0, high: 9 },
    ],
    relations: [even],
  };
  expect(await intervals(knowledge)).toEqual({ a: [3, 3], b: [3, 3] });
});
