import {
  episode,
  episodePerson,
  exclusion,
  formerEpisodePerson,
  processingRestriction,
  restriction,
} from '@postern/access-facts';
import { ADDRESS_IN_PART, hiddenWith, holderOf, SEEN_WITHOUT_REACH } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { literal, literals } from './literal.ts';
import { liveBetween } from './live.ts';
import type { Whose } from './whose.ts';

const TELLING_OF_AN_ADDRESS = hiddenWith('Family.address').filter(
  (one) => one !== 'Family.address' && one !== ADDRESS_IN_PART,
);

/** A detail of rows that one may come by without reaching an episode of theirs: hidden wherever it is. */
const OF_WHAT_NEEDS_NO_REACH: SQL = sql`(split_part(detail.coordinate, '.', 1) IN (${literals(SEEN_WITHOUT_REACH)})
    OR detail.coordinate IN (${literals(SEEN_WITHOUT_REACH.flatMap((type) => holderOf(type) ?? []))}))`;

/**
 * The named details that are hidden from the caller, each bound to one item, an episode's own rows, its family's, or to
 * one person, whatever episode they are seen through; `named` where the detail is of this person and of nobody else, and
 * then `family_id` is for the records that name nobody; `yields` where it is the family's to withhold, which yields to an
 * override. Only what the caller's reach touches, and what is seen without reach.
 */
export const hiddenFacts = (whose: Whose): SQL => sql`hidden AS MATERIALIZED (
  ${excludedDetails(whose)}
  UNION ALL
  ${restrictedDetails(whose)}
  UNION ALL
  ${restrictedProcessing(whose)}
)`;

/** Concerned by an episode of the caller's reach, be it that the caller's own grant names others. */
function isTouched(personId: SQL, whose: Whose): SQL {
  return sql`${whose.key(personId)} IN (SELECT ${whose.by('touched')}touched.concerned_id FROM touched)`;
}

/** What families withhold from the caller's agency (SHR-3.4.4c). */
function excludedDetails(whose: Whose): SQL {
  return sql`SELECT ${whose.column('p.id')}detail.coordinate, NULL::uuid AS item_id, bound.episode_id, bound.person_id, bound.family_id, ${exclusion.personId} IS NOT NULL AS named, true AS yields
  FROM gate p
  JOIN ${exclusion} ON ${exclusion.agencyId} = p.agency_id AND ${exclusion.scope} = 'DETAILS'
    AND ${liveBetween(exclusion.startsAt, exclusion.endsAt)}
  CROSS JOIN LATERAL unnest(${exclusion.coordinates}) AS detail (coordinate)
  CROSS JOIN LATERAL (
    SELECT NULL::uuid AS episode_id, ${exclusion.personId} AS person_id,
      (SELECT ${episode.familyId} FROM ${episode} WHERE ${episode.id} = ${exclusion.episodeId}) AS family_id WHERE ${exclusion.personId} IS NOT NULL
    UNION ALL
    SELECT ${exclusion.episodeId}, NULL, NULL WHERE ${exclusion.personId} IS NULL
    UNION ALL
    SELECT NULL, NULL, ${episode.familyId} FROM ${episode} WHERE ${exclusion.personId} IS NULL AND ${episode.id} = ${exclusion.episodeId}
    UNION ALL
    SELECT NULL, ${episodePerson.personId}, NULL FROM ${episodePerson}
      WHERE ${exclusion.personId} IS NULL AND ${episodePerson.episodeId} = ${exclusion.episodeId}
  ) bound
  WHERE ${whose.key(sql.raw('bound.episode_id'))} IN (SELECT ${whose.by('reach')}reach.episode_id FROM reach)
    OR ${isTouched(sql.raw('bound.person_id'), whose)}
    OR ${whose.key(sql.raw('bound.family_id'))} IN (SELECT ${whose.by('reach')}reach.family_id FROM reach)
    OR ${OF_WHAT_NEEDS_NO_REACH}`;
}

/** What a safety restriction hides from the caller's agency or person; with an address, what is made of it. */
function restrictedDetails(whose: Whose): SQL {
  return sql`SELECT ${whose.column('p.id')}detail.coordinate, detail.item_id, NULL, detail.person_id, detail.family_id, detail.person_id IS NOT NULL, false
  FROM gate p
  JOIN ${restriction} ON (${restriction.hiddenFromAgencyId} = p.agency_id OR ${restriction.hiddenFromPersonId} = p.person_id)
    AND ${liveBetween(restriction.startsAt, restriction.endsAt)}
  CROSS JOIN LATERAL (
    SELECT named.coordinate, ${restriction.itemId} AS item_id,
      CASE WHEN ${restriction.itemId} IS NULL THEN ${restriction.protectedPersonId} END AS person_id,
      CASE WHEN ${restriction.itemId} IS NULL THEN ${restriction.familyId} END AS family_id
      FROM unnest(${restriction.coordinates}) AS named (coordinate)
    UNION ALL
    SELECT ${literal(ADDRESS_IN_PART)}, NULL, NULL, ${restriction.familyId}
      WHERE ${restriction.itemId} IS NOT NULL AND ${restriction.coordinates} && ARRAY[${literals(TELLING_OF_AN_ADDRESS)}]
  ) detail
  WHERE ${whose.key(sql`${restriction.familyId}`)} IN (SELECT ${whose.by('reach')}reach.family_id FROM reach)
    OR ${isTouched(sql`${restriction.protectedPersonId}`, whose)}
    OR (${restriction.itemId} IS NOT NULL AND ${tellsOfSomebodyTouched(sql`${restriction.familyId}`, whose)})
    OR ${OF_WHAT_NEEDS_NO_REACH}`;
}

/**
 * What is recorded about somebody of two families is seen through either, whose item it may be. Few restrictions get this
 * far: each is looked up, where EXISTS would first go through everybody touched.
 */
function tellsOfSomebodyTouched(familyId: SQL, whose: Whose): SQL {
  const ever = sql`(SELECT ${episodePerson.episodeId}, ${episodePerson.personId} FROM ${episodePerson}
        UNION ALL SELECT ${formerEpisodePerson.episodeId}, ${formerEpisodePerson.personId} FROM ${formerEpisodePerson})`;
  return sql`(SELECT true FROM ${episode} JOIN ${ever} AS ever (episode_id, person_id) ON ever.episode_id = ${episode.id}
      WHERE ${episode.familyId} = ${familyId} AND ${isTouched(sql.raw('ever.person_id'), whose)} LIMIT 1) IS TRUE`;
}

/** What a person has had restricted for everybody but themselves (PN-r-obj). */
function restrictedProcessing(whose: Whose): SQL {
  return sql`SELECT ${whose.column('p.id')}detail.coordinate, NULL, NULL, ${processingRestriction.personId}, NULL, true, false
  FROM gate p
  JOIN ${processingRestriction} ON ${liveBetween(processingRestriction.startsAt, processingRestriction.endsAt)}
    AND ${processingRestriction.personId} IS DISTINCT FROM p.person_id
  CROSS JOIN LATERAL unnest(${processingRestriction.coordinates}) AS detail (coordinate)
  WHERE ${isTouched(sql`${processingRestriction.personId}`, whose)} OR ${OF_WHAT_NEEDS_NO_REACH}`;
}
