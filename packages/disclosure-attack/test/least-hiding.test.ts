import { NHS_7_5, protectLattice } from '@postern/disclosure-control';
import { expect, test } from 'vitest';
import {
  compareWithLeast,
  figuresOfCompared,
  primaryOnly,
  publishEditions,
  tablesToCompare,
} from '../src/index.ts';
import { hidingOf, leastHiding } from '../src/optimum/least-hiding.ts';
import { twoWay } from './literature/table.ts';

test('what is hidden beside small counts costs at most 1.3 times the least that would do', async () => {
  const compared = [];
  for (const county of tablesToCompare(30, 40))
    compared.push(await compareWithLeast(county, protectLattice));
  // A cheaper table than the least would be one that does not hold.
  for (const { seed, cost, least } of compared)
    expect({ seed, isCheaper: cost < (least?.cost ?? Infinity) - 1e-6 }).toEqual({
      seed,
      isCheaper: least === null,
    });
  const { tables, notFound, costOverLeast, cellsOverLeast } = figuresOfCompared(compared);
  expect({ tables, notFound }).toEqual({ tables: 30, notFound: 0 });
  expect(costOverLeast).toBeLessThanOrEqual(1.3);
  expect(cellsOverLeast).toBeLessThanOrEqual(1.3);
});

test('the least for one small count is the square around it', async () => {
  const table = twoWay(
    ['1', '2', '3'],
    ['1', '2', '3'],
    [
      [3, 20, 90],
      [20, 25, 90],
      [90, 90, 90],
    ],
  );
  const { lattice } = publishEditions(table, NHS_7_5, primaryOnly);
  const fresh = {
    ...lattice,
    cells: lattice.cells.map((cell) => ({ ...cell, standing: { kind: 'NEW' as const } })),
  };
  const least = await leastHiding(fresh, NHS_7_5);
  const hidden = [...(least?.shown ?? [])].filter(([, { kind }]) => kind === 'SUPPRESSED');
  expect(hidden.map(([key]) => key).toSorted()).toEqual(['1/1', '1/2', '2/1', '2/2']);
  expect(least?.companions).toBe(3);
  expect(hidingOf(fresh, primaryOnly(fresh, NHS_7_5), NHS_7_5)).toEqual({ companions: 0, cost: 0 });
});
