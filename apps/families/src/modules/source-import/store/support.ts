import type { Looking } from '../guards/in-pool.ts';
import { isInPool, poolValues } from '../guards/in-pool.ts';

/** Of fewer people nothing is counted. */
const FEWEST = 5;

/** How many of whom data came in have early help or had it, and how many never had it, by what the data counts towards. */
export interface Support {
  readonly criterion: string;
  /** Null of fewer than five. */
  readonly supported: number | null;
  readonly unsupported: number | null;
}

/** Compares those whom early help supports or supported with those whom it does not, of whom somebody has decided (DEV-A3-sys). */
export async function supportOf(looking: Looking): Promise<readonly Support[]> {
  return looking.statements.run<Support & Record<string, unknown>>({
    text: `WITH decided AS (SELECT item.criterion, coalesce(item.person_id::text, item.name_key || ' ' || item.date_of_birth) AS who,
        EXISTS (SELECT FROM access.episode_person concerned JOIN access.episode held ON held.id = concerned.episode_id WHERE concerned.person_id = item.person_id
          AND held.status IN ('OPEN', 'OPEN_TAF', 'STEPPED_UP', 'CLOSING', 'REOPENED', 'CLOSED')) AS is_supported
      FROM families.import_item item WHERE item.state IN ('MATCHED', 'NO_MATCH') AND ${isInPool('item', 2)}),
      counted AS (SELECT criterion, count(DISTINCT who) FILTER (WHERE is_supported) AS supported, count(DISTINCT who) FILTER (WHERE NOT is_supported) AS unsupported
        FROM decided GROUP BY criterion)
      SELECT criterion, CASE WHEN supported >= $1 THEN supported::integer END AS supported, CASE WHEN unsupported >= $1 THEN unsupported::integer END AS unsupported
      FROM counted ORDER BY criterion`,
    values: [FEWEST, ...(await poolValues(looking))],
  });
}
