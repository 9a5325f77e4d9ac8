import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Movement, MovementTable, ProtectedCell, PublishedMovement } from '../src/index.ts';
import { NHS_7_5, protectMovement, SUPPRESSED } from '../src/index.ts';
import { count, mark, sum } from './tables.ts';

const NUMBERS = ['openAtStart', 'opened', 'closed', 'openAtEnd'] as const;

test('a small number of openings cannot be had as the difference of two months', () => {
  const { school } = rows(
    protectMovement(
      movements(
        { school: [20, 1, 0, 21], health: [40, 30, 20, 50] },
        { school: 20, health: 40, total: 60 },
      ),
      NHS_7_5,
    ),
  );
  expect(school?.[0]).toBe('c');
  expect(school?.slice(1)).toContain('c');
});

test('a stock that was suppressed when it was published stays protected by what is published next', () => {
  const { school } = rows(
    protectMovement(
      movements(
        { school: [1, 0, 0, 1], health: [40, 0, 0, 40] },
        { school: 'c', health: 'c', total: 40 },
      ),
      NHS_7_5,
    ),
  );
  expect(school).toContain('c');
});

test('the first month published leans on no stock before it', () => {
  const table = rows(
    protectMovement(
      movements({ school: [60, 30, 20, 70], health: [40, 30, 20, 50] }, null),
      NHS_7_5,
    ),
  );
  expect(table).toEqual({ school: [30, 20, 70], health: [30, 20, 50], total: [60, 40, 120] });
});

test('the order of categories is without effect', () => {
  const triple = fc.tuple(fc.nat(15), fc.nat(15), fc.nat(15));
  fc.assert(
    fc.property(triple, triple, triple, (a, b, c) => {
      const kinds = { a: withEnd(a), b: withEnd(b), c: withEnd(c) };
      const backwards = Object.fromEntries(Object.entries(kinds).toReversed());
      const [one, two] = [kinds, backwards].map((k) =>
        rows(protectMovement(movements(k, null), NHS_7_5)),
      );
      expect(two).toEqual(one);
    }),
    { numRuns: 40 },
  );
});

test('brute force over all movements that fit two months leaves each small count two values or more', () => {
  const triple = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9));
  fc.assert(
    fc.property(triple, triple, (a, b) => {
      const truth = [withEnd(a), withEnd(b)];
      const before = published(truth);
      const table = movements({ a: withEnd(a), b: withEnd(b) }, before);
      const shown = rows(protectMovement(table, NHS_7_5));
      const hidden = [shown.a, shown.b].flatMap((cells = [], k) =>
        cells.flatMap((cell, i) =>
          cell === 'c'
            ? [{ k, i: i + 1, families: truth[k]?.[i + 1] ?? 0, possible: new Set<number>() }]
            : [],
        ),
      );
      const total = [before.total, ...(shown.total ?? [])];
      const second = fitting(before.b, shown.b);
      for (const one of fitting(before.a, shown.a)) {
        for (const two of second) {
          if (
            !agrees(
              one.map((n, i) => n + (two[i] ?? 0)),
              total,
            )
          )
            continue;
          for (const { k, i, possible } of hidden) possible.add((k === 0 ? one : two)[i] ?? 0);
          if (hidden.every(isLeftOpen)) return;
        }
      }
      expect(hidden.filter((cell) => !isLeftOpen(cell))).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 60_000);

type Line = readonly [number, number, number, number];
type Shown = Readonly<Record<string, number | 'c'>>;

/** Start, opened and what closed of them; the end follows. */
function withEnd([start, opened, closing]: readonly [number, number, number]): Line {
  const closed = Math.min(closing, start + opened);
  return [start, opened, closed, start + opened - closed];
}

function movements(
  kinds: Readonly<Record<string, Line>>,
  before: Shown | null,
): MovementTable<Movement> {
  const all = NUMBERS.map((_, i) => sum(Object.values(kinds).map((line) => line[i] ?? 0)));
  const row = (line: readonly number[], out: number | 'c' | undefined): Movement => ({
    openAtStart: count(line[0] ?? 0),
    opened: count(line[1] ?? 0),
    closed: count(line[2] ?? 0),
    openAtEnd: count(line[3] ?? 0),
    openAtStartPublished: out === undefined ? null : cell(out),
  });
  return {
    categories: new Map(
      Object.entries(kinds).map(([kind, line]) => [kind, row(line, before?.[kind])]),
    ),
    total: row(all, before?.total),
  };
}

function cell(out: number | 'c'): ProtectedCell {
  return out === 'c' ? SUPPRESSED : { kind: 'VALUE', value: out };
}

function rows(
  table: MovementTable<PublishedMovement<ProtectedCell>>,
): Record<string, readonly (number | string)[]> {
  const line = (row: PublishedMovement<ProtectedCell>) =>
    [row.opened, row.closed, row.openAtEnd].map(mark);
  return {
    ...Object.fromEntries([...table.categories].map(([k, row]) => [k, line(row)])),
    total: line(table.total),
  };
}

/** The stock as an earlier month would have shown it: alone in its line of two kinds and a total. */
function published(truth: readonly Line[]): {
  a: number | 'c';
  b: number | 'c';
  total: number | 'c';
} {
  const [a, b] = truth.map((line) => line[0]);
  const hide = isSmall(a ?? 0) || isSmall(b ?? 0);
  const total = (a ?? 0) + (b ?? 0);
  return {
    a: hide && a !== 0 ? 'c' : round(a ?? 0),
    b: hide && b !== 0 ? 'c' : round(b ?? 0),
    total: isSmall(total) ? 'c' : round(total),
  };
}

function isSmall(n: number): boolean {
  return n >= 1 && n <= 7;
}

function round(n: number): number {
  return Math.round(n / 5) * 5;
}

/** Two counts or more are left, and for a small count two or more of the protected range. */
function isLeftOpen(cell: {
  readonly families: number;
  readonly possible: ReadonlySet<number>;
}): boolean {
  const small = [...cell.possible].filter(isSmall).length;
  return cell.possible.size > 1 && (!isSmall(cell.families) || small > 1);
}

/** Every line that balances and agrees with what is shown of it; counts go far above every true one. */
function fitting(start: number | 'c', shown: readonly (number | string)[] = []): readonly Line[] {
  const range = Array.from({ length: 24 }, (_, n) => n);
  return range.flatMap((s) =>
    range.flatMap((o) =>
      range.flatMap((c): Line[] => {
        const line: Line = [s, o, c, s + o - c];
        return line[3] >= 0 && agrees(line, [start, ...shown]) ? [line] : [];
      }),
    ),
  );
}

function agrees(line: readonly number[], shown: readonly (number | string)[]): boolean {
  return line.every((n, i) => shown[i] === 'c' || (!isSmall(n) && shown[i] === round(n)));
}
