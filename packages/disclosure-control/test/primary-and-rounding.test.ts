import { expect, test } from 'vitest';
import type { DisclosureProfile } from '../src/index.ts';
import { DFE_10, NHS_7_5, OFQUAL_5, TEN_FIVE } from '../src/index.ts';
import { count, printed, tableOf } from './tables.ts';
import { protectTable } from './two-way-table.ts';

test('zero is shown, one to seven are suppressed, eight and more are rounded to the nearest five', () => {
  const shown = Array.from({ length: 14 }, (_, n) => alone(n, NHS_7_5));
  expect(shown).toEqual([0, 'c', 'c', 'c', 'c', 'c', 'c', 'c', 10, 10, 10, 10, 10, 15]);
});

test.each([
  [TEN_FIVE, 9, 10],
  [DFE_10, 5, 10],
  [OFQUAL_5, 4, 5],
])('$name suppresses up to its threshold and rounds what is above it', (profile, last, next) => {
  expect([alone(last, profile), alone(last + 1, profile)]).toEqual(['c', next]);
});

test('where a profile suppresses nothing, a count that rounds to zero says so', () => {
  const open: DisclosureProfile = { ...DFE_10, name: 'ROUND_ONLY', suppressUpTo: 0 };
  expect([0, 4, 5].map((n) => alone(n, open))).toEqual([0, 'low', 10]);
});

test('a large count that one agency made is suppressed, and with it what would tell it', () => {
  const table = tableOf([[40, 60, 90]]);
  const dominated = {
    ...table,
    rows: [{ key: 'r0', cells: [count(40, 1), count(60, 4), count(90, 2)], total: count(190, 7) }],
  };
  expect(printed(protectTable(dominated, NHS_7_5))[0]).toEqual(['c', 'c', 90, 190]);
});

test('a profile may set the dominance rule aside', () => {
  const table = {
    ...tableOf([[40, 60]]),
    rows: [{ key: 'r0', cells: [count(40, 1), count(60, 1)], total: count(100, 1) }],
  };
  expect(printed(protectTable(table, { ...NHS_7_5, minimumContributors: 0 }))[0]).toEqual([
    40, 60, 100,
  ]);
});

test('what does not apply and what is not available carry their symbols and protect nothing', () => {
  const table = tableOf([[3, 20, 30, 0]]);
  const cells = [...(table.rows[0]?.cells.slice(0, 3) ?? []), { kind: 'NOT_APPLICABLE' } as const];
  const shown = printed(
    protectTable(
      {
        ...table,
        rows: [{ key: 'r0', cells, total: count(53) }],
        columnTotals: [...table.columnTotals.slice(0, 3), { kind: 'UNAVAILABLE' }],
      },
      NHS_7_5,
    ),
  );
  expect(shown[0]).toEqual(['c', 'c', 30, 'z', 55]);
  expect(shown[1]?.[3]).toBe('x');
});

test.each([-1, 1.5, Number.NaN])('a count of %d families is refused', (families) => {
  expect(() => protectTable(tableOf([[families, 1]]), NHS_7_5)).toThrow(
    expect.objectContaining({ code: 'INTERNAL' }),
  );
});

test('a table with a missing cell or a repeated key is refused', () => {
  const table = tableOf([
    [10, 20],
    [30, 40],
  ]);
  const ragged = { ...table, columnTotals: table.columnTotals.slice(1) };
  const repeated = { ...table, columns: ['c0', 'c0'] };
  for (const broken of [ragged, repeated]) {
    expect(() => protectTable(broken, NHS_7_5)).toThrow(
      expect.objectContaining({ code: 'INTERNAL' }),
    );
  }
});

function alone(families: number, profile: DisclosureProfile): number | string | undefined {
  return printed(protectTable(tableOf([[families]]), profile))[0]?.[0];
}
