import { disclosureLimit } from '@postern/access-facts';
import type { Coordinate } from '@postern/policy';
import { levelsHiding } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { literals } from '../../facts/literal.ts';
import { NOW } from '../../facts/live.ts';
import type { RowBinding } from '../row-binding.ts';
import { personsOf } from '../row-binding.ts';

/** The level that a young person set last. */
function latestLevel(personId: SQL): SQL {
  return sql`(SELECT ${disclosureLimit.level} FROM ${disclosureLimit} WHERE ${disclosureLimit.personId} = ${personId}
      AND ${disclosureLimit.setAt} <= ${NOW} ORDER BY ${disclosureLimit.setAt} DESC, ${disclosureLimit.id} DESC LIMIT 1)`;
}

/** A young person other than the caller, whom the row is about or concerns, keeps the detail from parents. */
export function limitHides(coordinate: Coordinate, row: RowBinding): SQL | undefined {
  const levels = levelsHiding(coordinate);
  const persons = personsOf(row);
  if (persons === undefined || levels.length === 0) return undefined;
  return sql`EXISTS (SELECT 1 FROM unnest(${persons}) AS limiting (id) WHERE limiting.id IS DISTINCT FROM p.person_id
    AND ${latestLevel(sql.raw('limiting.id'))} IN (${literals(levels)}))`;
}

/** The young person whom the row is about opened it to parents. */
export function isOpenToParents({ personId }: RowBinding): SQL | undefined {
  return personId === undefined
    ? undefined
    : sql`coalesce(${latestLevel(personId)} = 'OPEN_TO_PARENTS', false)`;
}
