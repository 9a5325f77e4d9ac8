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

/** Two localities of one ward each, with their sectors `AA1 1` and `BB1 1`. */
export async function addAreas(owner: Connection): Promise<void> {
  await owner.script(`
    insert into reporting.area (level, code, label, within, official_code, population) values
      ('LOCALITY', 'NORTH', 'North', null, 'E06999998', 2500), ('LOCALITY', 'SOUTH', 'South', null, 'E06999999', 2000),
      ('WARD', 'NORTH_WARD', 'North ward', 'NORTH', 'E05999998', 2500), ('WARD', 'SOUTH_WARD', 'South ward', 'SOUTH', 'E05999999', 2000);
    insert into reporting.area_sector values ('AA1 1', 'NORTH_WARD'), ('BB1 1', 'SOUTH_WARD');
  `);
}

/** Where these families live, from a day on. */
export async function addHomes(
  owner: Connection,
  families: readonly string[],
  postcode: string,
  startedOn = '2020-01-01',
): Promise<void> {
  for (const family of families) {
    const household = randomUUID();
    await owner.run({
      text: `with home as (insert into families.household (id, family_id, name) values ($1, $2, 'Home') returning id)
        insert into families.household_address (id, household_id, family_id, line, town, postcode, started_on)
        select $3, id, $2, '1 Ash Lane', 'Anywhere', $4, $5 from home`,
      values: [household, family, randomUUID(), postcode, startedOn],
    });
  }
}
