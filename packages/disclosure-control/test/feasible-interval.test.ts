import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edge } from '../src/edge.ts';
import { feasibleInterval } from '../src/feasible-interval.ts';
import { NHS_7_5 } from '../src/index.ts';
import { asReadBy } from '../src/readers.ts';
import { networkOf } from '../src/two-way-table.ts';
import { count, tableOf } from './tables.ts';

const counts = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9));

test('the interval found by flows is the one found by trying every table', () => {
  fc.assert(
    fc.property(counts, fc.array(fc.nat(8), { maxLength: 9 }), ([a, b, c, d], picks) => {
      const cells = networkOf(
        tableOf([
          [a, b],
          [c, d],
        ]),
      );
      const hidden = new Set(
        picks.flatMap((index) => cells.slice(index, index + 1).map((cell) => cell.key)),
      );
      const edges = asReadBy('BLIND', cells, hidden, NHS_7_5).map(bounded);
      for (const edge of edges) expect(feasibleInterval(edge, edges)).toEqual(tried(edge, edges));
    }),
    { numRuns: 15 },
  );
});

test('a stock that was published is read as it was published, though it has been revised since', () => {
  const stock = {
    key: 'stock',
    measured: count(66),
    from: 'start',
    to: 'school',
    isTotal: false,
    standing: { kind: 'PUBLISHED', as: { kind: 'VALUE', value: 60 } },
  } as const;
  const [edge] = asReadBy('BLIND', [stock], new Set(), NHS_7_5);
  expect(edge?.possible).toEqual({ low: 58, high: 62 });
});

/** The same cell with an end to what is possible, so that every table can be tried; counts below eight may be shown here. */
function bounded(edge: Edge): Edge {
  return {
    ...edge,
    possible: {
      low: Math.min(edge.possible.low, edge.count),
      high: Math.max(edge.count, Math.min(edge.possible.high, 14)),
    },
  };
}

/** Tries all four inner cells; the totals follow from them. Edges come in the order of the network: cells, then totals. */
function tried(target: Edge, edges: readonly Edge[]): { low: number; high: number } {
  const index = edges.indexOf(target);
  const found: number[] = [];
  const [a, b, c, d] = edges.slice(0, 4).map(range);
  for (const w of a ?? [])
    for (const x of b ?? [])
      for (const y of c ?? [])
        for (const z of d ?? []) {
          const table = [w, x, y, z, w + x, y + z, w + y, x + z, w + x + y + z];
          const fits = edges.every(({ possible }, i) => within(table[i] ?? -1, possible));
          if (fits) found.push(table[index] ?? -1);
        }
  return { low: Math.min(...found), high: Math.max(...found) };
}

function range({ possible }: Edge): readonly number[] {
  return Array.from({ length: possible.high - possible.low + 1 }, (_, i) => possible.low + i);
}

function within(value: number, { low, high }: { low: number; high: number }): boolean {
  return value >= low && value <= high;
}
