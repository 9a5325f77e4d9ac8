import { expect, test } from 'vitest';
import { determinedBy } from '../src/exact/determined.ts';
import type { Relation } from '../src/knowledge/knowledge.ts';

const open = (key: string) => ({ key, low: 0, high: 1_000 });
const sum = (keys: readonly string[], total: number): Relation => ({
  terms: keys.map((key) => ({ key, times: 1 })),
  low: total,
  high: total,
});

function told(unknowns: readonly { key: string; low: number; high: number }[], all: Relation[]) {
  const found = determinedBy({ unknowns, relations: all });
  return Object.fromEntries(
    [...found].map(([key, { over, under }]) => [key, `${over}/${under}`] as const),
  );
}

test('a count that two sums of three share is told by the third', () => {
  const unknowns = ['a', 'b', 'c'].map(open);
  expect(told(unknowns, [sum(['a', 'b'], 9), sum(['b', 'c'], 7), sum(['a', 'c'], 8)])).toEqual({
    a: '5/1',
    b: '4/1',
    c: '3/1',
  });
});

test('a square of four unknowns is told by no sum of its lines', () => {
  const unknowns = ['a', 'b', 'c', 'd'].map(open);
  const lines = [sum(['a', 'b'], 7), sum(['c', 'd'], 3), sum(['a', 'c'], 6), sum(['b', 'd'], 4)];
  expect(told(unknowns, lines)).toEqual({});
});

test('what is known already is put in', () => {
  const unknowns = [open('a'), { key: 'b', low: 4, high: 4 }];
  expect(told(unknowns, [sum(['a', 'b'], 9)])).toEqual({ a: '5/1' });
});

test('a sum known to an interval determines nothing', () => {
  const near = { ...sum(['a'], 9), high: 10 };
  expect(told([open('a')], [near])).toEqual({});
});

test('fractions stay exact', () => {
  const thirds: Relation = { terms: [{ key: 'a', times: 3 }], low: 1, high: 1 };
  expect(told([open('a')], [thirds])).toEqual({ a: '1/3' });
});
