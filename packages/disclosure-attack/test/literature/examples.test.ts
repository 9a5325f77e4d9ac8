import { expect, test } from 'vitest';
import { FeasibleCounts } from '../../src/bounds/feasible.ts';
import { primaryOnly } from '../../src/index.ts';
import type { Relation } from '../../src/knowledge/knowledge.ts';
import { EXAMPLES } from './examples.ts';
import { givenAway, unrounded } from './table.ts';

test.each(EXAMPLES)(
  '$title ($source): suppressing the sensitive cells alone gives some away',
  async ({ dataset, sensitiveUpTo }) => {
    expect(await givenAway(dataset, unrounded(sensitiveUpTo), primaryOnly)).not.toEqual({});
  },
);

test('the intervals of four hidden cells are those of the handbook', async () => {
  const sum = (keys: readonly string[], total: number): Relation => ({
    terms: keys.map((key) => ({ key, times: 1 })),
    low: total,
    high: total,
  });
  const feasible = new FeasibleCounts({
    unknowns: ['11', '12', '21', '22'].map((key) => ({ key, low: 0, high: 16 })),
    relations: [
      sum(['11', '12'], 7),
      sum(['21', '22'], 3),
      sum(['11', '21'], 6),
      sum(['12', '22'], 4),
    ],
  });
  await feasible.open();
  expect(['11', '12', '21', '22'].map((key) => feasible.interval(key))).toEqual([
    { low: 3, high: 6 },
    { low: 1, high: 4 },
    { low: 0, high: 3 },
    { low: 0, high: 3 },
  ]);
  feasible.close();
});

/** SDC handbook 5.7: ages in two cells and both together, exact means beside counts that are off by two at most. */
test('exact means beside changed counts give the counts away, rounded means do not', async () => {
  const counts = ['one', 'two', 'both'];
  const unknowns = [9, 14, 19].map((shown, at) => ({
    key: counts[at] ?? '',
    low: shown - 2,
    high: shown + 2,
  }));
  const together: Relation = {
    terms: [
      { key: 'one', times: 1 },
      { key: 'two', times: 1 },
      { key: 'both', times: -1 },
    ],
    low: 0,
    high: 0,
  };
  // Each mean times its count is a sum of ages; rounding to `grain` leaves that much on each side.
  const means = (
    grain: number,
    [one, two, both]: readonly [number, number, number],
  ): readonly Relation[] =>
    [-1, 1].map((side) => ({
      terms: [
        { key: 'one', times: one + side * grain },
        { key: 'two', times: two + side * grain },
        { key: 'both', times: -(both - side * grain) },
      ],
      low: side < 0 ? Number.NEGATIVE_INFINITY : 0,
      high: side < 0 ? 0 : Number.POSITIVE_INFINITY,
    }));
  const left = async (relations: readonly Relation[]) => {
    const feasible = new FeasibleCounts({ unknowns, relations: [together, ...relations] });
    await feasible.open();
    const intervals = counts.map((key) => feasible.interval(key));
    feasible.close();
    return intervals;
  };
  expect(await left(means(0.00005, [11.25, 7.9167, 9.25]))).toEqual([
    { low: 8, high: 8 },
    { low: 12, high: 12 },
    { low: 20, high: 20 },
  ]);
  for (const interval of await left(means(0.5, [11, 8, 9])))
    expect((interval?.high ?? 0) - (interval?.low ?? 0)).toBeGreaterThan(1);
});

/** SDC handbook 5.2: the same households by two boundaries, and the same hours by two classes. */
test.each([
  { what: 'older and newer boundaries', wide: [52, 130, 39], narrow: [50, 128, 39] },
  { what: 'hours up to 20 and up to 25', wide: [7, 42], narrow: [6, 42] },
])('of $what the difference is told by exact numbers and not by rounded ones', async (given) => {
  const left = async (roundTo: number) => {
    const around = (count: number) => {
      const shown = roundTo * Math.round(count / roundTo);
      const room = Math.floor(roundTo / 2);
      return { low: Math.max(0, shown - room), high: shown + room };
    };
    const feasible = new FeasibleCounts({
      unknowns: given.wide.flatMap((count, at) => [
        { key: `wide ${at}`, ...around(count) },
        { key: `narrow ${at}`, ...around(given.narrow[at] ?? 0) },
        { key: `between ${at}`, low: 0, high: 1_000 },
      ]),
      relations: given.wide.map((_, at) => ({
        terms: [
          { key: `narrow ${at}`, times: 1 },
          { key: `between ${at}`, times: 1 },
          { key: `wide ${at}`, times: -1 },
        ],
        low: 0,
        high: 0,
      })),
    });
    await feasible.open();
    const between = feasible.interval('between 0');
    feasible.close();
    return between;
  };
  const exact = (given.wide[0] ?? 0) - (given.narrow[0] ?? 0);
  expect(await left(1)).toEqual({ low: exact, high: exact });
  expect((await left(5))?.high).toBeGreaterThanOrEqual(4);
});
