import { householdPerson } from '@postern/access-facts';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { TODAY } from '../../facts/live.ts';
import type { RowBinding } from '../row-binding.ts';
import { whereBound } from './whole-row.ts';

/** The row is about the person the caller is. */
export function isSelf({ personId }: RowBinding): SQL | undefined {
  return whereBound(personId, (id) => sql`${id} = p.person_id`);
}

/** The row is about a child of the caller. */
export function isChildOfMine({ personId }: RowBinding): SQL | undefined {
  return whereBound(personId, (id) => sql`${id} = ANY (p.children)`);
}

/** Everyone the entry concerns is the caller or a child of theirs, and it concerns somebody. */
export function concernsOnlyMine({ concerns }: RowBinding): SQL | undefined {
  return whereBound(
    concerns,
    (all) =>
      sql`(p.person_id IS NOT NULL AND cardinality(${all}) > 0 AND ${all} <@ (p.children || p.person_id))`,
  );
}

/** The caller lives in the household today. */
export function isMyHousehold({ householdId }: RowBinding): SQL | undefined {
  if (householdId === undefined) return undefined;
  return sql`EXISTS (SELECT 1 FROM ${householdPerson} WHERE ${householdPerson.householdId} = ${householdId}
    AND ${householdPerson.personId} = p.person_id AND ${householdPerson.startedOn} <= ${TODAY}
    AND (${householdPerson.endedOn} IS NULL OR ${householdPerson.endedOn} > ${TODAY}))`;
}
