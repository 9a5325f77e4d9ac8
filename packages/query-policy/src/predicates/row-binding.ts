import type { SQL } from 'drizzle-orm';

/** How a row is reached through an episode. */
export type EpisodeLink =
  | { readonly kind: 'EPISODE'; readonly episodeId: SQL }
  | { readonly kind: 'FAMILY'; readonly familyId: SQL }
  | { readonly kind: 'PERSON'; readonly personId: SQL }
  | { readonly kind: 'PERSON_ENTRY'; readonly personId: SQL; readonly episodeId: SQL }
  | { readonly kind: 'COLLEAGUE'; readonly accountId: SQL }
  | { readonly kind: 'NONE' };

/** What the predicates speak about on one row of one resource. */
export interface RowBinding {
  readonly link: EpisodeLink;
  readonly personId?: SQL;
  readonly agencyId?: SQL;
  readonly accountId?: SQL;
  /** The agency that an exclusion is about. */
  readonly excludedAgencyId?: SQL;
  /** The attributes that a rule may compare, by name; anything else is refused. */
  attribute(name: string): SQL | undefined;
}
