import { NHS_7_5, protectLattice } from '@postern/disclosure-control';
import { expect, test } from 'vitest';
import { attackCounty, drawCounty, isBroken, SHAPES } from '../src/index.ts';
import { EXAMPLES } from './literature/examples.ts';
import { givenAway, unrounded } from './literature/table.ts';

const COUNTIES = 300;

test.each(SHAPES)('nobody is given away in any county: %s', async (shape) => {
  let suppressed = 0;
  for (let seed = 0; seed < COUNTIES; seed += 1) {
    const county = drawCounty(seed);
    if (county.shape !== shape) continue;
    const found = await attackCounty(county, protectLattice, ['BLIND', 'KNOWS_WHICH_ARE_SMALL']);
    expect({ seed, breaches: found.breaches.filter(isBroken) }).toEqual({ seed, breaches: [] });
    expect({ seed, undecided: found.undecided }).toEqual({ seed, undecided: 0 });
    suppressed += found.suppressed;
  }
  expect(suppressed).toBeGreaterThan(100);
});

test.each(EXAMPLES)('$title ($source): protected, it gives nobody away', async (example) => {
  const { dataset, sensitiveUpTo } = example;
  expect(await givenAway(dataset, unrounded(sensitiveUpTo), protectLattice)).toEqual({});
  expect(await givenAway(dataset, NHS_7_5, protectLattice)).toEqual({});
});
