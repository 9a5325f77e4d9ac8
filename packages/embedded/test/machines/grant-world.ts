import { cast } from '@postern/sample-county';
import { COUNTY_NOW } from '../county-fixture.ts';
import { atCountyTime, clock, ownerRuns } from './grant-county.ts';
import type { GrantModel } from './grant-reference.ts';
import { stateOf } from './grant-reference.ts';
import type { Step } from './grant-steps.ts';

const { tom, marcus, bea, owen } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;

/** Those who are given access. */
export const HOLDERS = [marcus, bea, owen] as const;
/** What the reference knows beside the grants themselves. */
export interface World {
  readonly grants: GrantModel[];
  open: boolean;
  /** Whether the team of the cast still has its grants: closing takes them away for good. */
  team: boolean;
  readonly excluded: Set<string>;
}

export async function startOver(): Promise<World> {
  clock.set(COUNTY_NOW);
  await ownerRuns(`DELETE FROM access.access_grant WHERE confirm_by IS NOT NULL`);
  await ownerRuns(
    `UPDATE access.access_grant SET revoked_at = NULL, revoked_cause = NULL WHERE episode_id = $1`,
    [okafor.id],
  );
  await ownerRuns(`DELETE FROM families.exclusion WHERE reason = 'of the walk'`);
  await ownerRuns(
    `DELETE FROM access.exclusion x WHERE NOT EXISTS (SELECT FROM families.exclusion f WHERE f.id = x.id)`,
  );
  await ownerRuns(`UPDATE episodes.episode SET status = 'OPEN_TAF' WHERE id = $1`, [okafor.id]);
  return { grants: [], open: true, team: true, excluded: new Set() };
}

export async function exclude(
  world: World,
  { holder: at }: Step & { kind: 'EXCLUDE' },
): Promise<void> {
  const person = HOLDERS[at] ?? marcus;
  if (world.excluded.has(person.id)) {
    await atCountyTime(
      `UPDATE families.exclusion SET ends_at = $1 WHERE reason = 'of the walk' AND excluded_agency_id = $2 AND ends_at IS NULL`,
      [clock.now().toISOString(), person.agency.id],
    );
    for (const { id, agency } of HOLDERS)
      if (agency.id === person.agency.id) world.excluded.delete(id);
    return;
  }
  await atCountyTime(
    `INSERT INTO families.exclusion (id, agreement_id, episode_id, excluded_agency_id, scope, coordinates, reason, viable, starts_at,
        recorded_by, agency_id, recorded_at, nature)
      VALUES (gen_random_uuid(), gen_random_uuid(), $1, $2, 'WHOLE_AGENCY', '{}', 'of the walk', true, $3, $4, $5, $3, 'FACT')`,
    [okafor.id, person.agency.id, clock.now().toISOString(), tom.id, tom.agency.id],
  );
  for (const { id, agency } of HOLDERS) if (agency.id === person.agency.id) world.excluded.add(id);
  endsByItself(world, (each) => world.excluded.has(each.holder), 'EXCLUSION_ADDED');
}

export async function close(world: World): Promise<void> {
  await atCountyTime('UPDATE episodes.episode SET status = $1 WHERE id = $2', [
    world.open ? 'CLOSED' : 'OPEN_TAF',
    okafor.id,
  ]);
  world.open = !world.open;
  if (world.open) return;
  world.team = false;
  endsByItself(world, () => true, 'EPISODE_CLOSED');
}

function endsByItself(world: World, whose: (grant: GrantModel) => boolean, cause: string): void {
  const now = clock.now().getTime();
  for (const each of world.grants) {
    if (!whose(each) || !['GRANTED', 'EXPIRING', 'SUSPENDED'].includes(stateOf(each, now)))
      continue;
    each.revoked = true;
    each.cause = cause;
    each.revision += 1;
    each.events += 1;
  }
}
