import type { Statements } from '@postern/subgraph-kit';

/** Somebody of a family as whoever refers them knows them. */
export interface TakenPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: string | null;
  /** Of a child not born yet. */
  readonly expectedOn: string | null;
  readonly relationship: string;
}

export interface TakenAddress {
  readonly line: string;
  readonly town: string;
  readonly postcode: string;
}

/** A family as it was taken in. */
export interface TakenFamily {
  readonly familyId: string;
  /** In the order in which they were named. */
  readonly persons: readonly string[];
}

/** Takes a family in as somebody told of it; it is compared with nobody. */
export async function takeIn(
  transaction: Statements,
  family: {
    readonly persons: readonly TakenPerson[];
    readonly address: TakenAddress;
    readonly day: string;
  },
): Promise<TakenFamily> {
  const [taken] = await transaction.run<TakenFamily & Record<string, unknown>>({
    text: `SELECT family AS "familyId", persons FROM access.take_family_in($1::text::jsonb, $2::text::jsonb, $3::date)`,
    values: [JSON.stringify(family.persons), JSON.stringify(family.address), family.day],
  });
  if (taken === undefined) throw new TypeError('A family that is taken in has an id.');
  return { familyId: taken.familyId, persons: taken.persons };
}
