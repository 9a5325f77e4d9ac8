import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { Whose } from '../facts/whose.ts';
import type { EpisodeLink } from './row-binding.ts';

/** The rows `r` by which rows of a link are reached: where they are read, their key, and the row's own. */
export interface ReachSource {
  readonly from: SQL;
  readonly key: SQL;
  readonly rowKey: SQL;
}

export function reachSource(link: EpisodeLink): ReachSource {
  switch (link.kind) {
    case 'EPISODE':
      return { from: sql`reach r`, key: sql`r.episode_id`, rowKey: link.episodeId };
    case 'FAMILY':
      return { from: sql`reach r`, key: sql`r.family_id`, rowKey: link.familyId };
    case 'PERSON':
    case 'PERSON_ENTRY':
      return { from: sql`concerned r`, key: sql`r.concerned_id`, rowKey: link.personId };
    case 'COLLEAGUE':
      return { from: sql`colleagues r`, key: sql`r.colleague_id`, rowKey: link.accountId };
    case 'NONE':
      return { from: sql`reach r`, key: sql`NULL::uuid`, rowKey: sql`NULL::uuid` };
  }
}

/** Rows `r` of reach, and the test that those meet for which the answer to a question is yes. */
export interface ReachAnswer extends ReachSource {
  readonly test: SQL;
}

/**
 * True where some row `r` of reach leads to the row and meets the test. The test says nothing of the row, so PostgreSQL
 * answers it once and hashes the keys; `IS TRUE` keeps it from being turned into a join that is run for each row.
 */
export function reachedBy(
  link: EpisodeLink,
  { from, key, rowKey, test }: ReachAnswer,
  whose: Whose,
): SQL {
  const reached = sql`((${whose.key(rowKey)} IN (SELECT ${whose.by('r')}${key} FROM ${from} WHERE ${test})) IS TRUE)`;
  if (link.kind !== 'PERSON_ENTRY') return reached;
  // An entry that was recorded in an episode is seen through that one only.
  return sql`CASE WHEN ${link.episodeId} IS NULL THEN ${reached}
    ELSE ((${whose.key(rowKey, link.episodeId)} IN (SELECT ${whose.by('r')}${key}, r.episode_id FROM ${from} WHERE ${test})) IS TRUE) END`;
}
