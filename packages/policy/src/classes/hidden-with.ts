import type { Coordinate } from './dictionary.ts';

/** Fields made of others: a family that withholds a part withholds the whole. */
const MADE_OF: ReadonlyMap<Coordinate, readonly Coordinate[]> = new Map([
  [
    'Family.address',
    [
      'Family.households',
      'Household.addresses',
      'Address.line',
      'Address.town',
      'Address.postcode',
    ] as const,
  ],
]);

/** The details whose exclusion hides a field: itself, and what it is made of. */
export function hiddenWith(coordinate: Coordinate): readonly Coordinate[] {
  return [coordinate, ...(MADE_OF.get(coordinate) ?? [])];
}
