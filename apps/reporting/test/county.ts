import { randomUUID } from 'node:crypto';
import type { AgencyKind } from '@postern/access-facts';
import type { Connection } from '@postern/database';

/** So many families with an episode each, shared out among the agencies. */
export interface Episodes {
  readonly families: number;
  readonly agencies: readonly string[];
  readonly openedOn: string;
  readonly closedOn?: string;
  readonly status?: string;
  readonly neverOpened?: boolean;
  /** The same families again, from an earlier call. */
  readonly sameAs?: readonly string[];
}

export async function addAgencies(
  owner: Connection,
  kind: AgencyKind,
  count: number,
): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  for (const id of ids) {
    await owner.run({
      text: "insert into access.agency (id, name, kind, state) values ($1, 'Ash Lane', $2, 'ACTIVE')",
      values: [id, kind],
    });
  }
  return ids;
}

/** Adds the episodes and returns their families. */
export async function addEpisodes(owner: Connection, given: Episodes): Promise<readonly string[]> {
  const families = given.sameAs ?? Array.from({ length: given.families }, () => randomUUID());
  const status = given.status ?? (given.closedOn === undefined ? 'OPEN' : 'CLOSED');
  for (const [index, family] of families.entries()) {
    await owner.run({
      text: `insert into episodes.episode (id, reference, family_id, status, level_of_need, opened_on, closed_on, allocated_agency_id, never_opened)
        values ($1, $2, $3, $4, 2, $5, $6, $7, $8)`,
      values: [
        randomUUID(),
        `EH-${randomUUID()}`,
        family,
        status,
        given.openedOn,
        given.closedOn ?? null,
        given.agencies[index % given.agencies.length],
        given.neverOpened ?? false,
      ],
    });
  }
  return families;
}
