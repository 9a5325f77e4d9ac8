import { expect, test } from 'vitest';
import { datasetOf } from '../src/county/dataset-of.ts';
import { drawCounty, SHAPES } from '../src/index.ts';

const COUNTIES = Array.from({ length: 48 }, (_, seed) => drawCounty(seed));

test('a number always draws the same county', () => {
  expect(drawCounty(7)).toEqual(drawCounty(7));
});

test('every shape is drawn under every profile', () => {
  const drawn = new Set(COUNTIES.map(({ shape, profile }) => `${shape} ${profile.name}`));
  expect(drawn.size).toBe(SHAPES.length * 4);
});

test('small counts abound, and so do counts that are published', () => {
  const counts = COUNTIES.flatMap(({ truth }) => datasetOf(truth).cells.map(({ count }) => count));
  const share = (test: (count: number) => boolean) => counts.filter(test).length / counts.length;
  expect(share((count) => count === 0)).toBeGreaterThan(0.05);
  expect(share((count) => count > 0 && count < 8)).toBeGreaterThan(0.2);
  expect(share((count) => count > 12)).toBeGreaterThan(0.15);
});

test('where nobody has two episodes every sum comes out', () => {
  for (const { truth } of COUNTIES) {
    const seen = new Set<number>();
    const episodes = truth.episodes.filter(({ family }) => !seen.has(family) && seen.add(family));
    const { cells, balances } = datasetOf({ ...truth, episodes });
    const counts = new Map(cells.map(({ key, count }) => [key, count]));
    const sum = (keys: readonly string[]) =>
      keys.reduce((total, key) => total + (counts.get(key) ?? Number.NaN), 0);
    for (const { plus, minus } of balances) expect(sum(plus)).toBe(sum(minus));
    expect(balances.length).toBeGreaterThan(0);
  }
});
