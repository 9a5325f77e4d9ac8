import { beforeAll, describe, expect, test } from 'vitest';
import type { Clause } from '../clauses/clause-list.ts';
import { readClauses } from '../clauses/clause-list.ts';
import type { ListedTest } from '../clauses/listed-tests.ts';
import { listTests } from '../clauses/listed-tests.ts';
import { proofsOf, UnknownClause } from '../clauses/proofs.ts';
import { summary } from '../clauses/summary.ts';
import { sourceFiles } from './repository.ts';

const CLAUSES: readonly Clause[] = [
  { id: 'SHR-1', enforcement: 'E' },
  { id: 'SHR-2', enforcement: 'W' },
];

function named(...names: readonly string[]): readonly ListedTest[] {
  return names.map((name) => ({ name, file: 'packages/x/test/y.test.ts' }));
}

describe('a clause', () => {
  test('is proved by a granted and a denied scenario, whatever blocks they stand in', () => {
    const tests = named('[SHR-1 granted] a > b', 'outer > inner > [SHR-1 denied] c');
    expect(proofsOf(CLAUSES, tests)[0]).toEqual({
      id: 'SHR-1',
      enforcement: 'E',
      proved: true,
      scenarios: [
        { outcome: 'granted', title: 'a > b', file: 'packages/x/test/y.test.ts' },
        { outcome: 'denied', title: 'c', file: 'packages/x/test/y.test.ts' },
      ],
    });
  });

  test('is not proved by one outcome, however often', () => {
    const tests = named('[SHR-1 denied] a', '[SHR-1 denied] b');
    expect(proofsOf(CLAUSES, tests).map(({ proved }) => proved)).toEqual([false, false]);
  });

  test('is proved by one scenario that says it stands alone', () => {
    const [first] = proofsOf(CLAUSES, named('[SHR-1 denied alone] a'));
    expect(first).toMatchObject({ proved: true, scenarios: [{ outcome: 'denied', alone: true }] });
  });

  test('is not proved by a test that only names it', () => {
    const tests = named(
      'SHR-1 granted',
      'about [SHR-1 granted] a',
      '[SHR-1] denied',
      'x [SHR-1 denied] b',
    );
    expect(proofsOf(CLAUSES, tests)[0]?.scenarios).toEqual([]);
  });

  test('that is not on the list makes the whole an error', () => {
    expect(() => proofsOf(CLAUSES, named('[SHR-9 denied] a'))).toThrow(UnknownClause);
  });

  test('counts under its kind in the summary', () => {
    const tests = named('[SHR-1 granted] a', '[SHR-1 denied] b', '[SHR-2 denied] c');
    const said = summary(proofsOf(CLAUSES, tests));
    expect(said).toContain('1 of 2 clauses proved\n  E  1 of 1');
    expect(said).toContain('Not yet proved, one outcome is missing:\n\nSHR-2 (W)');
  });
});

describe('the scenarios of this checkout', () => {
  let listed: readonly ListedTest[];
  beforeAll(async () => {
    listed = await listTests();
  });

  test('name only clauses of the list, which has 412', () => {
    const proofs = proofsOf(readClauses(), listed);
    expect(proofs).toHaveLength(412);
    expect(proofs.filter(({ proved }) => proved).length).toBeGreaterThan(0);
  });

  test('are all listed: no file that calls `scenario` comes out without one', () => {
    const proving = new Set(
      proofsOf(readClauses(), listed).flatMap(({ scenarios }) => scenarios.map(({ file }) => file)),
    );
    const calling = sourceFiles()
      .filter(({ path, text }) => path.endsWith('.test.ts') && /^\s*scenario\(/m.test(text))
      .map(({ path }) => path);
    expect(calling.filter((path) => !proving.has(path))).toEqual([]);
  });
});
