import type { Dimension, Member } from './dimension.ts';
import { DIMENSIONS } from './dimension.ts';

/** Where a cell lies: one member of each dimension it is cut by, in the order of DIMENSIONS; none is everything together. */
export type Place = readonly { readonly dimension: Dimension; readonly code: string }[];

/** The members of every dimension of one county. */
export type Members = ReadonlyMap<Dimension, readonly Member[]>;

/** As it stands in a cell's key: `ALL`, `LOCALITY=NORTH`, `LOCALITY=NORTH;AGENCY_KIND=SCHOOL`. */
export function placeText(place: Place): string {
  if (place.length === 0) return 'ALL';
  return place.map(({ dimension, code }) => `${dimension}=${code}`).join(';');
}

/** Every place of a cut. */
export function placesOf(cut: readonly Dimension[], members: Members): readonly Place[] {
  let places: readonly Place[] = [[]];
  for (const dimension of inOrder(cut))
    places = places.flatMap((place) =>
      (members.get(dimension) ?? []).map(({ code }) => [...place, { dimension, code }]),
    );
  return places;
}

/** The dimensions of a cut in the order of DIMENSIONS. */
export function inOrder(cut: readonly Dimension[]): readonly Dimension[] {
  return DIMENSIONS.filter((dimension) => cut.includes(dimension));
}
