import { episode, episodePerson, exclusion } from '@postern/access-facts';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { liveBetween } from './live.ts';

/**
 * The named details that families withhold from the caller's agency (SHR-3.4.4c), each bound to an episode's own rows,
 * to its family's, or to one person, whatever episode they are seen through. Only what the caller's reach touches.
 */
export const excludedFacts: SQL = sql`excluded AS MATERIALIZED (
  SELECT detail.coordinate, bound.episode_id, bound.person_id, bound.family_id
  FROM gate p
  JOIN ${exclusion} ON ${exclusion.agencyId} = p.agency_id AND ${exclusion.scope} = 'DETAILS'
    AND ${liveBetween(exclusion.startsAt, exclusion.endsAt)}
  CROSS JOIN LATERAL unnest(${exclusion.coordinates}) AS detail (coordinate)
  CROSS JOIN LATERAL (
    SELECT NULL::uuid AS episode_id, ${exclusion.personId} AS person_id, NULL::uuid AS family_id WHERE ${exclusion.personId} IS NOT NULL
    UNION ALL
    SELECT ${exclusion.episodeId}, NULL, NULL WHERE ${exclusion.personId} IS NULL
    UNION ALL
    SELECT NULL, NULL, ${episode.familyId} FROM ${episode} WHERE ${exclusion.personId} IS NULL AND ${episode.id} = ${exclusion.episodeId}
    UNION ALL
    SELECT NULL, ${episodePerson.personId}, NULL FROM ${episodePerson}
      WHERE ${exclusion.personId} IS NULL AND ${episodePerson.episodeId} = ${exclusion.episodeId}
  ) bound
  WHERE bound.episode_id IN (SELECT reach.episode_id FROM reach)
    OR bound.person_id IN (SELECT concerned.concerned_id FROM concerned)
    OR bound.family_id IN (SELECT reach.family_id FROM reach)
)`;
