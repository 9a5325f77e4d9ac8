import { NHS_7_5, protectLattice } from '@postern/disclosure-control';
import { expect, test } from 'vitest';
import { attackCounty, drawCounty, PROMISED, SHAPES } from '../src/index.ts';
import { EXAMPLES } from './literature/examples.ts';
import { givenAway, unrounded } from './literature/table.ts';

const COUNTIES = 300;

test.each(SHAPES)('nobody is given away in any county: %s', async (shape) => {
  let tried = 0;
  for (let seed = 0; seed < COUNTIES; seed += 1) {
    const county = drawCounty(seed);
    if (county.shape !== shape) continue;
    const found = await attackCounty(county, protectLattice, PROMISED);
    const { breaches, undecided, contradictions } = found;
    expect({ seed, breaches, undecided, contradictions }).toEqual({
      seed,
      breaches: [],
      undecided: 0,
      contradictions: 0,
    });
    tried += found.tried;
  }
  expect(tried).toBeGreaterThan(500);
});

test.each(EXAMPLES)('$title ($source): protected, it gives nobody away', async (example) => {
  const { dataset, sensitiveUpTo } = example;
  expect(await givenAway(dataset, unrounded(sensitiveUpTo), protectLattice)).toEqual({});
  expect(await givenAway(dataset, NHS_7_5, protectLattice)).toEqual({});
});
