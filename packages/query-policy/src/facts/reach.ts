import type { EpisodeStatus } from '@postern/access-facts';
import {
  accessGrant,
  conflictOfInterest,
  episode,
  episodePerson,
  exclusion,
  familyAgreement,
} from '@postern/access-facts';
import { READERS_OF_EARLIER_EPISODES } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { literals } from './literal.ts';
import { liveBetween } from './live.ts';
import { notBlank } from './not-blank.ts';
import { rolesInProceedings, rolesOnBasis } from './proceedings.ts';
import { reachedByAgreement } from './reached-by-agreement.ts';
import { grantRuns } from './running-grant.ts';
import { agreementSigned } from './signed.ts';
import type { Whose } from './whose.ts';

const OPEN: readonly EpisodeStatus[] = ['OPEN', 'OPEN_TAF', 'REOPENED', 'CLOSING'];
const UNDER_SCREENING: readonly EpisodeStatus[] = [
  'CONTACT',
  'SCREENING',
  'CONSULTATION_ONLY',
  'AWAITING_AGREEMENT',
  ...OPEN,
];

/** What rules ask of an episode, each EPISODE predicate a column; of `way`, for the account `p`. */
export const EPISODE_FACTS: SQL = sql`way.status IN (${literals(OPEN)}) AS open,
    way.status = 'STEPPED_UP' AS stepped_up,
    way.status IN (${literals(UNDER_SCREENING)}) AS under_screening,
    EXISTS (SELECT 1 FROM ${familyAgreement} WHERE ${familyAgreement.episodeId} = way.episode_id AND (
      ${agreementSigned}
      OR ${notBlank(familyAgreement.basisWhenNoAgreement)})) AS agreement_in_force,
    EXISTS (SELECT 1 FROM ${conflictOfInterest} WHERE ${conflictOfInterest.accountId} = p.id
      AND ${conflictOfInterest.familyId} = way.family_id
      AND ${liveBetween(conflictOfInterest.declaredAt, conflictOfInterest.endedAt)}) AS conflict_declared,
    way.basis IS DISTINCT FROM 'OVERRIDE' AND EXISTS (SELECT 1 FROM ${exclusion} WHERE ${exclusion.episodeId} = way.episode_id AND ${exclusion.agencyId} = p.agency_id
      AND ${exclusion.scope} = 'WHOLE_AGENCY' AND ${liveBetween(exclusion.startsAt, exclusion.endsAt)}) AS agency_excluded,
    ${rolesInProceedings} AS proceeding_roles,
    ${rolesOnBasis} AS based_roles`;

/** The three ways to an episode, before anything is asked of it: a grant, being concerned, and a grant on a later one. */
const ways = (whose: Whose): SQL => sql`granted AS MATERIALIZED (
  SELECT ${whose.column('p.id')}${accessGrant.id} AS grant_id, ${accessGrant.role} AS role, coalesce(agreed.persons, ${accessGrant.persons}) AS persons, ${accessGrant.basis} AS basis, false AS own,
    ${episode.id} AS episode_id, ${episode.familyId} AS family_id, ${episode.status} AS status
  FROM gate p
  JOIN ${accessGrant} ON ${accessGrant.accountId} = p.id
  JOIN ${episode} ON ${episode.id} = ${accessGrant.episodeId}
  CROSS JOIN LATERAL (SELECT ${reachedByAgreement} AS persons) agreed
  WHERE ${accessGrant.role} = ANY (p.roles) AND (agreed.persons IS NULL OR cardinality(agreed.persons) > 0)
    AND (${accessGrant.grantedBy} <> p.id OR ${accessGrant.basis} = 'OVERRIDE')
    AND ${grantRuns}
),
way AS ${whose.kept}(
  SELECT * FROM granted
  UNION ALL
  SELECT ${whose.column('p.id')}NULL, NULL, NULL, NULL, true, ${episode.id}, ${episode.familyId}, ${episode.status}
  FROM gate p
  JOIN ${episodePerson} ON ${episodePerson.personId} = p.person_id
  JOIN ${episode} ON ${episode.id} = ${episodePerson.episodeId}
  UNION ALL
  SELECT ${whose.column('later.account_id')}NULL, NULL, NULL, NULL, false, ${episode.id}, ${episode.familyId}, ${episode.status}
  FROM (SELECT DISTINCT ${whose.by('granted')}granted.family_id FROM granted WHERE granted.role IN (${literals(READERS_OF_EARLIER_EPISODES)})) later
  JOIN ${episode} ON ${episode.familyId} = later.family_id AND ${episode.status} = 'CLOSED'
)`;

/**
 * The episodes the caller reaches, one row for each live grant and, for a family member, for each episode that concerns
 * the person they are: whatever a rule asks of an episode is asked of one row here, so facts of two episodes never combine.
 * A grant that one gave oneself is none (SHR-8.2.1g), unless it is an override to protect somebody: the family's exclusion of
 * the agency yields to that, a declared conflict of interest does not, and no other grant counts beside it (SHR-3.5L-e).
 * `roles` are those of every other live grant on the episode, so a denial to one role holds through a grant in another;
 * `persons` whom the grant reaches, null for all, without those whom it does not reach by the agreement, and `narrowed` whether any grant on the episode names persons;
 * `wide_roles` are those of the grants that name nobody, on the rows of such grants.
 * `later_roles` are those in which the caller works with the whole family now, on its closed episodes (SHR-1.2d).
 */
export const reachFacts = (whose: Whose): SQL => sql`${ways(whose)},
reach AS MATERIALIZED (
  SELECT * FROM (
    SELECT ${whose.by('asked')}asked.grant_id, asked.role, asked.persons, asked.own, asked.episode_id, asked.family_id,
      CASE WHEN asked.grant_id IS NULL THEN '{}' ELSE array_agg(asked.role) FILTER (WHERE asked.grant_id IS NOT NULL) OVER episode END AS roles,
      CASE WHEN asked.grant_id IS NULL OR asked.persons IS NOT NULL THEN '{}' ELSE array_agg(asked.role) FILTER (WHERE asked.grant_id IS NOT NULL AND asked.persons IS NULL) OVER episode END AS wide_roles,
      asked.grant_id IS NOT NULL AND bool_or(asked.persons IS NOT NULL) OVER episode AS narrowed,
      CASE WHEN asked.grant_id IS NULL AND NOT asked.own THEN array_agg(asked.role) FILTER (WHERE asked.role IN (${literals(READERS_OF_EARLIER_EPISODES)}) AND asked.persons IS NULL
          AND NOT asked.conflict_declared AND NOT asked.agency_excluded
          AND CASE WHEN asked.open THEN asked.agreement_in_force ELSE asked.under_screening END) OVER (PARTITION BY ${whose.by('asked')}asked.family_id)
        ELSE '{}' END AS later_roles,
      asked.open, asked.stepped_up, asked.under_screening, asked.agreement_in_force, asked.conflict_declared, asked.agency_excluded, asked.proceeding_roles, asked.based_roles
    FROM (SELECT way.*, ${EPISODE_FACTS} FROM gate p CROSS JOIN way${whose.whereOfGate('way')}) asked
    WINDOW episode AS (PARTITION BY ${whose.by('asked')}asked.episode_id, asked.basis = 'OVERRIDE')
  ) reached
  WHERE reached.later_roles IS NOT NULL
)`;
