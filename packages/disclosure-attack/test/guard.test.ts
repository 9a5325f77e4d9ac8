import { protectLattice } from '@postern/disclosure-control';
import { expect, test } from 'vitest';
import type { Protect, Shape } from '../src/index.ts';
import {
  attackCounty,
  drawCounty,
  isBroken,
  oneCompanionPerLine,
  primaryOnly,
  SHAPES,
  unlinkedTables,
  withoutStanding,
} from '../src/index.ts';

/** How many of the first counties of these shapes are broken, and of how many. */
async function broken(protect: Protect, shapes: readonly Shape[], counties: number) {
  let found = 0;
  let tried = 0;
  for (let seed = 0; tried < counties; seed += 1) {
    const county = drawCounty(seed);
    if (!shapes.includes(county.shape)) continue;
    tried += 1;
    const { breaches } = await attackCounty(county, protect, ['BLIND', 'KNOWS_WHICH_ARE_SMALL']);
    if (breaches.some(isBroken)) found += 1;
  }
  return found / tried;
}

test('suppressing small counts alone gives somebody away in half of all counties', async () => {
  expect(await broken(primaryOnly, SHAPES, 24)).toBeGreaterThan(0.5);
});

test('one companion in every line, unchecked, gives somebody away in four of ten counties', async () => {
  expect(await broken(oneCompanionPerLine, SHAPES, 24)).toBeGreaterThan(0.4);
});

test('months published without looking at those before give somebody away in most counties', async () => {
  const months = await broken(withoutStanding(protectLattice), ['MONTHS', 'MONTHS_OF_PAIRS'], 10);
  expect(months).toBeGreaterThan(0.5);
});

test('tables that share a line and are protected apart give somebody away in one of ten counties', async () => {
  const tables = await broken(unlinkedTables(protectLattice), ['PAIRS', 'NESTED'], 36);
  expect(tables).toBeGreaterThan(0.1);
});
