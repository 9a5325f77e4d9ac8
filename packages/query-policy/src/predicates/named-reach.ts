import { householdPerson } from '@postern/access-facts';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { currentToday } from '../facts/live.ts';
import type { Whose } from '../facts/whose.ts';
import { reachSource } from './reach-source.ts';
import type { RowBinding } from './row-binding.ts';

/** Whether a grant that names these persons (`uuid[]`) reaches the row; undefined where it reaches every row of the kind. */
export function namedReach(row: RowBinding): ((persons: SQL) => SQL) | undefined {
  const { link, concerns, isFolder = false, agencyId, parties, householdId } = row;
  if (link.kind === 'EPISODE' && concerns !== undefined && !isFolder) {
    const own = agencyId === undefined ? sql`` : sql` OR ${agencyId} = p.agency_id`;
    return (persons) => sql`(cardinality(${concerns}) > 0 AND ${concerns} <@ ${persons}${own})`;
  }
  // What is asked between agencies does not say of whom.
  if (link.kind === 'EPISODE' && parties !== undefined)
    return () => sql`coalesce(p.agency_id = ANY (${parties}), false)`;
  if (link.kind === 'FAMILY' && householdId !== undefined)
    return (persons) => sql`EXISTS (SELECT 1 FROM ${householdPerson}
      WHERE ${householdPerson.householdId} = ${householdId} AND ${householdPerson.personId} = ANY (${persons})
        AND ${currentToday(householdPerson.startedOn, householdPerson.endedOn)})`;
  return undefined;
}

/**
 * The rows of reach that lead to one row of a kind with a {@link namedReach}, as a table to select from: those of an
 * episode where a grant names persons have the roles of the grants that reach the row.
 */
export function reachOfRow(
  row: RowBinding,
  reaches: (persons: SQL) => SQL,
  whose: Whose,
  { onlyNarrowed }: { readonly onlyNarrowed: boolean },
): SQL {
  const { key, rowKey } = reachSource(row.link);
  const roles = sql`ARRAY(SELECT other.role FROM reach other WHERE other.episode_id = r.episode_id${whose.same('other', 'r')}
      AND other.role = ANY (r.roles) AND (other.persons IS NULL OR ${reaches(sql`other.persons`)}))`;
  const narrowed = sql`(r.persons IS NULL OR ${reaches(sql`r.persons`)})`;
  return sql`(SELECT ${whose.by('r')}r.grant_id, r.role, CASE WHEN r.narrowed THEN ${roles} ELSE r.roles END AS roles, r.wide_roles, r.own, r.later_roles,
      r.episode_id, r.family_id, r.open, r.stepped_up, r.under_screening, r.agreement_in_force, r.conflict_declared, r.agency_excluded, r.proceeding_roles, r.based_roles
    FROM reach r WHERE ${key} = ${rowKey}${whose.ofGate('r')}${onlyNarrowed ? sql` AND r.narrowed` : sql``} AND ${narrowed})`;
}
