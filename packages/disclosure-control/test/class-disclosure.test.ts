import { expect, test } from 'vitest';
import type { Lattice } from '../src/index.ts';
import { NHS_7_5, protectLattice } from '../src/index.ts';
import { mark } from './tables.ts';

test('that everybody of a line is of one sensitive group is not told, neither by it nor by the zeros beside it', () => {
  expect(shown({ white: 40, black: 0, asian: 0 }, ['white', 'black', 'asian'])).toEqual({
    white: 'c',
    black: 'c',
    asian: 'c',
    all: 40,
  });
});

test('that nobody of a few is of a sensitive group is not told', () => {
  const { black, all } = shown({ white: 3, black: 0, asian: 2 }, ['white', 'black', 'asian']);
  expect([black, all]).toEqual(['c', 'c']);
});

test('that nobody of many is of a sensitive group is a number like others', () => {
  expect(shown({ white: 40, black: 0, asian: 30 }, ['white', 'black', 'asian'])).toEqual({
    white: 40,
    black: 0,
    asian: 30,
    all: 70,
  });
});

test('of what is not sensitive everybody may be told', () => {
  expect(shown({ north: 40, south: 0 }, [])).toEqual({ north: 40, south: 0, all: 40 });
});

test('a line of which nobody is counted tells of nobody', () => {
  expect(shown({ white: 0, black: 0 }, ['white', 'black'])).toEqual({ white: 0, black: 0, all: 0 });
});

/** What is published of one line of parts and their whole. */
function shown(
  parts: Readonly<Record<string, number>>,
  sensitive: readonly string[],
): Readonly<Record<string, number | string>> {
  const all = Object.values(parts).reduce((sum, count) => sum + count, 0);
  const lattice: Lattice = {
    cells: Object.entries({ ...parts, all }).map(([key, count]) => ({
      key,
      measured: { kind: 'COUNT', count },
      isTotal: key === 'all',
      standing: { kind: 'NEW' },
      ...(sensitive.includes(key) ? { isSensitive: true } : {}),
    })),
    balances: [{ plus: Object.keys(parts), minus: ['all'] }],
  };
  return Object.fromEntries(
    [...protectLattice(lattice, NHS_7_5)].map(([key, cell]) => [key, mark(cell)]),
  );
}
