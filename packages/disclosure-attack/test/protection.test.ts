import { NHS_7_5, protectLattice } from '@postern/disclosure-control';
import { expect, test } from 'vitest';
import type { Reader } from '../src/index.ts';
import { attackCounty, drawCounty, PROMISED, SHAPES } from '../src/index.ts';
import { EXAMPLES } from './literature/examples.ts';
import { givenAway, unrounded } from './literature/table.ts';

const COUNTIES = 300;

/** Who has every number unrounded is left with the fewest tables, and takes longest to fail: every third county is enough of that here. */
function readersOf(seed: number): readonly Reader[] {
  return seed % 3 === 0 ? PROMISED : PROMISED.filter((reader) => reader !== 'HAS_UNROUNDED');
}

test.each(SHAPES)('nobody is given away in any county: %s', async (shape) => {
  let tried = 0;
  for (let seed = 0; seed < COUNTIES; seed += 1) {
    const county = drawCounty(seed);
    if (county.shape !== shape) continue;
    const found = await attackCounty(county, protectLattice, readersOf(seed));
    const { breaches, undecided, contradictions } = found;
    expect({ seed, breaches, undecided, contradictions }).toEqual({
      seed,
      breaches: [],
      undecided: 0,
      contradictions: 0,
    });
    tried += found.tried;
  }
  expect(tried).toBeGreaterThan(400);
});

test.each([571, 2380, 6983, 7192])(
  'county %i, that gave a count away once, gives none away',
  async (seed) => {
    const { breaches } = await attackCounty(drawCounty(seed), protectLattice, PROMISED);
    expect(breaches).toEqual([]);
  },
);

test.each(EXAMPLES)('$title ($source): protected, it gives nobody away', async (example) => {
  const { dataset, sensitiveUpTo } = example;
  expect(await givenAway(dataset, unrounded(sensitiveUpTo), protectLattice)).toEqual({});
  expect(await givenAway(dataset, NHS_7_5, protectLattice)).toEqual({});
});
