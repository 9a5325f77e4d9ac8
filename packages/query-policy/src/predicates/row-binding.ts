import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { Whose } from '../facts/whose.ts';
import { THE_CALLER } from '../facts/whose.ts';

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
  readonly rowId: SQL;
  readonly personId?: SQL;
  /** Everyone an entry concerns, as `uuid[]`. */
  readonly concerns?: SQL;
  /** Whether it is a record that holds others and is reached as the episode is. */
  readonly isFolder?: boolean;
  readonly agencyId?: SQL;
  readonly accountId?: SQL;
  readonly householdId?: SQL;
  /** The agency that an exclusion is about. */
  readonly excludedAgencyId?: SQL;
  /** The agencies between which something was asked, as `uuid[]`. */
  readonly parties?: SQL;
  /** A class key stricter than the type's. */
  readonly rowClass?: SQL;
  readonly purposeLock?: SQL;
  /** Whether a row of no episode is about families that it does not name. */
  readonly ofUnnamedFamily?: SQL;
  /** The day on which it was taken in. */
  readonly receivedOn?: SQL;
  /** Whose facts decide, by default the caller's. */
  readonly whose?: Whose;
  /** The attributes that a rule may compare, by name; anything else is refused. */
  attribute(name: string): SQL | undefined;
}

/** The persons a row is about or concerns, as `uuid[]`; undefined where it is about nobody. */
export function personsOf(row: RowBinding): SQL | undefined {
  if (row.concerns !== undefined) return row.concerns;
  return row.personId === undefined ? undefined : sql`ARRAY[${row.personId}]`;
}

/** Whose facts decide on the row. */
export function whoseOf({ whose = THE_CALLER }: RowBinding): Whose {
  return whose;
}
