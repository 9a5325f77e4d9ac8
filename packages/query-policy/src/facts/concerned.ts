import { episodePerson, formerEpisodePerson } from '@postern/access-facts';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { Whose } from './whose.ts';

/**
 * The persons of the caller's reach, one row for each way a person is reached. Through a grant that names persons only
 * those are reached, and `roles` are those of the grants that reach this person; `touched` are all whom an episode of the
 * reach concerns or once concerned, so that what is hidden of them is known however they are seen.
 */
export const concernedFacts = (whose: Whose): SQL => sql`touched AS ${whose.kept}(
  SELECT reach.*, ${episodePerson.personId} AS concerned_id, true AS is_concerned
  FROM reach JOIN ${episodePerson} ON ${episodePerson.episodeId} = reach.episode_id
  UNION ALL
  SELECT reach.*, ${formerEpisodePerson.personId}, false
  FROM reach JOIN ${formerEpisodePerson} ON ${formerEpisodePerson.episodeId} = reach.episode_id
),
concerned AS ${whose.kept}(
  SELECT ${whose.by('touched')}touched.grant_id, touched.role, CASE WHEN touched.narrowed THEN ARRAY(SELECT other.role FROM reach other WHERE other.episode_id = touched.episode_id${whose.same('other', 'touched')}
      AND other.role = ANY (touched.roles) AND (other.persons IS NULL OR touched.concerned_id = ANY (other.persons))) ELSE touched.roles END AS roles,
    touched.own, touched.later_roles, touched.episode_id, touched.family_id, touched.open, touched.stepped_up, touched.under_screening,
    touched.agreement_in_force, touched.conflict_declared, touched.agency_excluded, touched.proceeding_roles, touched.based_roles, touched.concerned_id
  FROM touched
  WHERE touched.is_concerned AND (touched.persons IS NULL OR touched.concerned_id = ANY (touched.persons))
)`;
