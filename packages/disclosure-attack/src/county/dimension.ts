/** By what a count is cut; the members of a finer one lie within those of a coarser. */
export interface CountyDimension {
  readonly name: string;
  readonly members: readonly string[];
  /** The coarser dimension, and the member of it that each member lies in. */
  readonly within?: { readonly name: string; readonly of: Readonly<Record<string, string>> };
}

/** A cut by some dimensions, in their order. */
export type Cut = readonly CountyDimension[];

/** One place in a cut: a member of each of its dimensions. */
export type Place = readonly { readonly dimension: string; readonly member: string }[];

/** Every place of a cut. */
export function placesOf(cut: Cut): readonly Place[] {
  return cut.reduce<readonly Place[]>(
    (places, { name, members }) =>
      places.flatMap((place) =>
        members.map((member) => [...place, { dimension: name, member }] as const),
      ),
    [[]],
  );
}

/** The key of a cell, as it is published. */
export function keyOf(table: string, place: Place): string {
  const members = place.map(({ dimension, member }) => `${dimension}=${member}`).join(';');
  return `${table}/${members === '' ? 'ALL' : members}`;
}
