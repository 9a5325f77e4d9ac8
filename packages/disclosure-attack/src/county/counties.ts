import type { DisclosureProfile } from '@postern/disclosure-control';
import { DFE_10, NHS_7_5, OFQUAL_5, TEN_FIVE } from '@postern/disclosure-control';
import type { CountyDimension, Cut } from './dimension.ts';
import { drawEpisodes } from './episodes.ts';
import { Random } from './random.ts';
import type { Truth } from './truth.ts';

/** What is published of a county: one table, several that share lines, or months one after another. */
export const SHAPES = [
  'TWO_WAY',
  'THREE_WAY',
  'NESTED',
  'PAIRS',
  'MONTHS',
  'MONTHS_OF_PAIRS',
] as const;
export type Shape = (typeof SHAPES)[number];

/** A county to attack, drawn from its number alone. */
export interface County {
  readonly seed: number;
  readonly shape: Shape;
  readonly profile: DisclosureProfile;
  readonly truth: Truth;
}

const PROFILES = [NHS_7_5, TEN_FIVE, DFE_10, OFQUAL_5];

/** Draws a county; shapes and profiles take turns, so that any run of twenty-four has them all. */
export function drawCounty(seed: number): County {
  const random = new Random(seed);
  const shape = SHAPES[seed % SHAPES.length] ?? 'TWO_WAY';
  const profile = PROFILES[Math.floor(seed / SHAPES.length) % PROFILES.length] ?? NHS_7_5;
  return { seed, shape, profile, truth: drawTruth(shape, random) };
}

function drawTruth(shape: Shape, random: Random): Truth {
  const cuts = drawCuts(shape, random);
  const isMonthly = shape === 'MONTHS' || shape === 'MONTHS_OF_PAIRS';
  const months = isMonthly ? random.between(3, shape === 'MONTHS' ? 9 : 4) : 1;
  const countsAgencies = random.chance(0.3);
  const dimensions = finestFirst(cuts);
  const places = dimensions.reduce((product, { members }) => product * members.length, 1);
  const episodes = drawEpisodes(
    {
      dimensions,
      months,
      skew: random.next() * 2,
      agencies: random.between(2, 6),
      // From nearly empty to nearly full, so that protection has both much and little to hide.
      families: Math.ceil(Math.min(places, 24) * months * (1 + random.next() * 12)),
    },
    random,
  );
  return { episodes, cuts, months: isMonthly ? months : null, countsAgencies };
}

function drawCuts(shape: Shape, random: Random): readonly Cut[] {
  const a = dimension('KIND', random.between(2, 5));
  const b = dimension('LEVEL', random.between(2, 4));
  const c = dimension('BAND', random.between(2, 3));
  switch (shape) {
    case 'TWO_WAY':
      return [[], [a], [b], [a, b]];
    case 'THREE_WAY':
      return [[], [a], [b], [c], [a, b], [a, c], [b, c], [a, b, c]];
    case 'NESTED': {
      const { ward, locality } = places(random);
      return [[], [locality], [ward], [b], [locality, b], [ward, b]];
    }
    case 'PAIRS':
      return [[], [a], [b], [c], [a, b], [a, c], [b, c]];
    case 'MONTHS':
      return [[], [a]];
    case 'MONTHS_OF_PAIRS':
      return [[], [b], [c], [b, c]];
  }
}

function places(random: Random): {
  readonly ward: CountyDimension;
  readonly locality: CountyDimension;
} {
  const locality = dimension('LOCALITY', random.between(2, 3));
  const ward = dimension('WARD', random.between(locality.members.length + 1, 6));
  const of = Object.fromEntries(
    ward.members.map((member, at) => [
      member,
      locality.members[at] ?? random.pick(locality.members),
    ]),
  );
  return { ward: { ...ward, within: { name: 'LOCALITY', of } }, locality };
}

function dimension(name: string, size: number): CountyDimension {
  return { name, members: Array.from({ length: size }, (_, at) => `${name[0]}${at + 1}`) };
}

function finestFirst(cuts: readonly Cut[]): readonly CountyDimension[] {
  const all = new Map(cuts.flat().map((dimension) => [dimension.name, dimension]));
  return [...all.values()].toSorted(
    (one, other) => Number(one.within === undefined) - Number(other.within === undefined),
  );
}
