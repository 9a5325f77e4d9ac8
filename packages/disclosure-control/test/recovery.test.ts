import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DisclosureProfile, Lattice, ProtectedCell } from '../src/index.ts';
import { NHS_7_5, OFQUAL_5, protectLattice, SUPPRESSED } from '../src/index.ts';
import { publish } from '../src/rounding.ts';
import type { Attacker, Left } from './every-table.ts';
import { EveryTable } from './every-table.ts';
import type { Dimension } from './lattices.ts';
import { cube, months } from './lattices.ts';

const WARDS: Dimension = [
  { group: 'north', of: ['n1', 'n2'] },
  { group: 'south', of: ['s1', 's2'] },
];

const SHAPES: readonly { readonly name: string; readonly dimensions: readonly Dimension[] }[] = [
  { name: 'a row', dimensions: [['a', 'b', 'c', 'd']] },
  {
    name: 'rows and columns',
    dimensions: [
      ['a', 'b', 'c'],
      ['x', 'y', 'z'],
    ],
  },
  { name: 'wards in localities, by age', dimensions: [WARDS, ['x', 'y']] },
  {
    name: 'three dimensions',
    dimensions: [
      ['a', 'b'],
      ['x', 'y'],
      ['1', '2'],
    ],
  },
];

const PROFILES = [NHS_7_5, OFQUAL_5];

const ofShape = fc.constantFrom(...SHAPES).chain(({ dimensions }) => {
  const finest = dimensions.reduce(
    (n, d) => n * d.flatMap((m) => (typeof m === 'string' ? m : m.of)).length,
    1,
  );
  const count = fc.oneof({ weight: 3, arbitrary: fc.nat(9) }, { weight: 1, arbitrary: fc.nat(25) });
  return fc
    .array(count, { minLength: finest, maxLength: finest })
    .map((counts) => cube(dimensions, counts));
});

const flow = fc.tuple(fc.nat(12), fc.nat(12));
const monthsAfterOneAnother = fc
  .tuple(fc.nat(12), fc.nat(12), fc.array(fc.tuple(flow, flow), { minLength: 1, maxLength: 2 }))
  .map(([a, b, flows]) =>
    months(
      { a, b },
      flows.map(([ofA, ofB]) => ({ a: ofA, b: ofB })),
    ),
  );

test('whoever tries every table is left with counts as far apart as promised', () => {
  fc.assert(
    fc.property(ofShape, fc.constantFrom(...PROFILES), (lattice, profile) => {
      expect(exposed(lattice, protectLattice(lattice, profile), profile)).toEqual([]);
    }),
    { numRuns: 40, seed: 11 },
  );
});

test('months that go out one after another tell no more together than each did', () => {
  fc.assert(
    fc.property(monthsAfterOneAnother, fc.constantFrom(...PROFILES), (lattice, profile) => {
      const all = new Map<string, ProtectedCell>();
      for (const until of [1, 2]) {
        const part = untilMonth(lattice, until, all);
        for (const [key, cell] of protectLattice(part, profile)) all.set(key, cell);
        expect(exposed(part, all, profile)).toEqual([]);
      }
    }),
    { numRuns: 12, seed: 11 },
  );
});

test('the same reader breaks what is suppressed without companions', () => {
  const broken = fc.sample(ofShape, { numRuns: 60, seed: 7 }).filter((lattice) => {
    const naive = lattice.cells.map(({ key, measured }): [string, ProtectedCell] => {
      const count = measured.kind === 'COUNT' ? measured.count : 0;
      return [key, count >= 1 && count <= 7 ? SUPPRESSED : publish(count, NHS_7_5)];
    });
    return exposed(lattice, new Map(naive), NHS_7_5).length > 0;
  });
  expect(broken.length).toBeGreaterThan(10);
});

/** What has gone out by that month; what went out before it cannot change. */
function untilMonth(
  lattice: Lattice,
  until: number,
  out: ReadonlyMap<string, ProtectedCell>,
): Lattice {
  const isIn = (key: string) => Number(/\d/.exec(key)?.[0]) <= until;
  return {
    cells: lattice.cells
      .filter(({ key }) => isIn(key))
      .map((cell) => {
        const as = out.get(cell.key);
        return as === undefined ? cell : { ...cell, standing: { kind: 'PUBLISHED', as } };
      }),
    balances: lattice.balances.filter(({ plus, minus }) => [...plus, ...minus].every(isIn)),
  };
}

/** The suppressed cells that a reader narrows down too far, each with what is left of it; save those of which what the reader knew says as much with nothing published. */
function exposed(
  lattice: Lattice,
  shown: ReadonlyMap<string, ProtectedCell>,
  profile: DisclosureProfile,
): readonly string[] {
  const width: Readonly<Record<Attacker, number>> = {
    BLIND: profile.suppressUpTo,
    KNOWS_WHICH_ARE_SMALL: 1,
    HAS_UNROUNDED: 1,
  };
  return (['BLIND', 'KNOWS_WHICH_ARE_SMALL', 'HAS_UNROUNDED'] as const).flatMap((attacker) => {
    const tables = new EveryTable(lattice, shown, { attacker, profile });
    const before = new EveryTable(lattice, nothingOf(lattice), { attacker, profile });
    const isOpen = (left: Left | null) =>
      left !== null && left.greatest - left.least >= width[attacker];
    return lattice.cells.flatMap(({ key, measured }) => {
      const isZero = measured.kind === 'COUNT' && measured.count === 0;
      if (shown.get(key)?.kind !== 'SUPPRESSED' || (isZero && attacker === 'KNOWS_WHICH_ARE_SMALL'))
        return [];
      const left = tables.left(key);
      return isOpen(left) || !isOpen(before.bounds(key))
        ? []
        : [`${attacker} ${key} ${left?.least}..${left?.greatest}`];
    });
  });
}

/** All withheld, where nothing went out before. */
function nothingOf(lattice: Lattice): ReadonlyMap<string, ProtectedCell> {
  return new Map(lattice.cells.map(({ key }) => [key, SUPPRESSED]));
}
