import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { RowBinding } from '../row-binding.ts';
import { personsOf, whoseOf } from '../row-binding.ts';
import { onlyTheCaller } from './only-the-caller.ts';

/**
 * Everyone the row concerns is covered for the class by justifications of the row's own episode. A row that was recorded
 * in no episode, or concerns nobody, is covered by none.
 */
export function coversEveryone(dataClass: SQL, row: RowBinding): SQL | undefined {
  const persons = personsOf(row);
  const episodeId = episodeOf(row);
  if (persons === undefined || episodeId === undefined) return undefined;
  return sql`coalesce(${episodeId} IS NOT NULL AND cardinality(${persons}) > 0 AND NOT EXISTS (
    SELECT 1 FROM unnest(${persons}) AS concerned_by (id) WHERE NOT EXISTS (SELECT 1 FROM unlocked u
      WHERE u.episode_id = ${episodeId} AND u.person_id = concerned_by.id AND u.class = ${dataClass}${whoseOf(row).ofGate('u')})), false)`;
}

/** The row is of a class stricter than its type's, and neither the caller's agency's own, nor about the caller, nor justified. */
export function isOfStricterClass(row: RowBinding): SQL | undefined {
  const { rowClass, agencyId } = row;
  if (rowClass === undefined) return undefined;
  const exempt = [
    ...(agencyId === undefined ? [] : [sql`coalesce(${agencyId} = p.agency_id, false)`]),
    onlyTheCaller(row),
    coversEveryone(rowClass, row),
  ].filter((exemption) => exemption !== undefined);
  const free = exempt.length === 0 ? sql`false` : sql.join(exempt, sql` OR `);
  return sql`(${rowClass} IS NOT NULL AND NOT (${free}))`;
}

/** The justifications that cover the row's own class for someone it concerns; null where it is of no stricter class. */
export function justifiedBy(row: RowBinding): SQL | undefined {
  const { rowClass, agencyId } = row;
  const persons = personsOf(row);
  const episodeId = episodeOf(row);
  if (rowClass === undefined || persons === undefined || episodeId === undefined) return undefined;
  const ofOthers =
    agencyId === undefined ? sql`` : sql` AND ${agencyId} IS DISTINCT FROM p.agency_id`;
  return sql`CASE WHEN ${rowClass} IS NOT NULL${ofOthers} THEN (SELECT json_agg(DISTINCT u.justification_id) FROM unlocked u
    WHERE u.episode_id = ${episodeId} AND u.person_id = ANY (${persons}) AND u.class = ${rowClass}) END`;
}

function episodeOf({ link }: RowBinding): SQL | undefined {
  return link.kind === 'EPISODE' || link.kind === 'PERSON_ENTRY' ? link.episodeId : undefined;
}
