import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NHS_7_5 } from '../src/index.ts';
import { grids, printed, sum, tableOf } from './tables.ts';
import { protectTable } from './two-way-table.ts';

/** Milliseconds: trying everything takes seconds, and more on a busy machine. */
const EXHAUSTIVE = 60_000;

test(
  'brute force over all tables that fit the published one leaves each small cell two counts or more',
  () => {
    fc.assert(
      fc.property(grids({ rows: 2, columns: 2, max: 16 }), (grid) => {
        const shown = printed(protectTable(tableOf(grid), NHS_7_5));
        const hidden = cellsIn(grid)
          .filter(([r, c]) => shown[r]?.[c] === 'c')
          .map(([r, c, families]) => ({ r, c, families, possible: new Set<number>() }));
        for (const guess of everyFit(shown)) {
          for (const { r, c, possible } of hidden) possible.add(guess[r]?.[c] ?? 0);
          if (hidden.every(isLeftOpen)) return;
        }
        expect(hidden.filter((cell) => !isLeftOpen(cell))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  },
  EXHAUSTIVE,
);

test('a line that two suppressed cells do not protect gets more', () => {
  const ones = tableOf([
    [1, 1, 1, 1, 1, 1, 1, 1],
    [20, 30, 40, 50, 20, 30, 40, 50],
  ]);
  const [row = []] = printed(protectTable(ones, NHS_7_5));
  expect(row.every((cell) => cell === 'c')).toBe(true);
});

function cellsIn(
  grid: readonly (readonly number[])[],
): readonly (readonly [number, number, number])[] {
  return grid.flatMap((row, r) => row.map((families, c) => [r, c, families] as const));
}

type Printed = readonly (readonly (number | string)[])[];

/** Counts a guess may hold: far above every true one, or the end of the guesses would narrow what is possible. */
const GUESSES = Array.from({ length: 45 }, (_, families) => families);

/** Every table of two columns that fits what is published, for a reader who knows the profile only. */
function* everyFit(shown: Printed): Generator<number[][]> {
  const [first = [], second = []] = shown.slice(0, -1).map(fittingRows);
  for (const one of first) {
    for (const two of shown.length > 2 ? second : [null]) {
      const columns = one.map((families, c) => families + (two?.[c] ?? 0));
      if (agrees([...columns, sum(columns)], shown.at(-1))) yield two === null ? [one] : [one, two];
    }
  }
}

function fittingRows(row: Printed[number]): readonly number[][] {
  return GUESSES.flatMap((a) =>
    GUESSES.map((b) => [a, b]).filter(([, b = 0]) => agrees([a, b, a + b], row)),
  );
}

function agrees(line: readonly number[], shown: Printed[number] = []): boolean {
  return line.every((families, i) => shown[i] === 'c' || shown[i] === asShown(families));
}

function asShown(families: number): number | string {
  return isSmall(families) ? 'c' : Math.round(families / 5) * 5;
}

function isSmall(families: number): boolean {
  return families >= 1 && families <= 7;
}

/** Two counts or more are left, and for a small count two or more of the protected range. */
function isLeftOpen(cell: {
  readonly families: number;
  readonly possible: ReadonlySet<number>;
}): boolean {
  const small = [...cell.possible].filter(isSmall).length;
  return cell.possible.size > 1 && (!isSmall(cell.families) || small > 1);
}
