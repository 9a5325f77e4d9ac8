import { episodePerson } from '@postern/access-facts';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';

/**
 * The persons of the caller's reach, one row for each way a person is reached. Through a grant that names persons only
 * those are reached, and `roles` are those of the grants that reach this person.
 */
export const concernedFacts: SQL = sql`concerned AS MATERIALIZED (
  SELECT reach.grant_id, CASE WHEN reach.narrowed THEN ARRAY(SELECT other.role FROM reach other WHERE other.episode_id = reach.episode_id
      AND other.role IS NOT NULL AND (other.persons IS NULL OR ${episodePerson.personId} = ANY (other.persons))) ELSE reach.roles END AS roles,
    reach.own, reach.later_roles, reach.episode_id, reach.family_id, reach.open, reach.stepped_up, reach.under_screening, reach.agreement_in_force,
    reach.conflict_declared, reach.agency_excluded, reach.proceeding_roles, ${episodePerson.personId} AS concerned_id
  FROM reach JOIN ${episodePerson} ON ${episodePerson.episodeId} = reach.episode_id
  WHERE reach.persons IS NULL OR ${episodePerson.personId} = ANY (reach.persons)
)`;
