import { expect, test } from 'vitest';
import { MUTANT_AREAS } from '../src/mutants/mutants.ts';
import { misplaced } from '../src/mutants/scratch-tree.ts';

const mutants = MUTANT_AREAS.flatMap((area) => area.mutants);

test('every mutant changes a text that stands exactly once in its file', () => {
  expect(misplaced(mutants)).toEqual([]);
  expect(mutants.length).toBeGreaterThanOrEqual(40);
});

test('each is another one, and names the tests that are to see it', () => {
  const keys = mutants.map(({ file, from, to }) => `${file}\n${from}\n${to}`);
  expect(new Set(keys).size).toBe(mutants.length);
  expect(mutants.filter(({ tests }) => tests.length === 0)).toEqual([]);
});
