import { justification } from '@postern/access-facts';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { legalShape } from './legal-shape.ts';
import { NOW } from './live.ts';
import type { Whose } from './whose.ts';

/** The classes that the caller's live justifications of complete legal shape unlock, for this purpose, by episode and person. */
export const unlockedFacts = (whose: Whose): SQL => sql`unlocked AS MATERIALIZED (
  SELECT ${whose.column('p.id')}${justification.id} AS justification_id, ${justification.episodeId} AS episode_id, ${justification.personId} AS person_id, covered.class
  FROM gate p
  JOIN ${justification} ON ${justification.accountId} = p.id
  CROSS JOIN LATERAL unnest(${justification.classes}) AS covered (class)
  WHERE p.agency_id IS NOT NULL AND ${justification.state} = 'LIVE' AND ${justification.purpose} = p.purpose
    AND (${justification.grantId} IS NULL OR ${justification.grantId} IN (SELECT granted.grant_id FROM granted))
    AND ${justification.startsAt} <= ${NOW} AND ${justification.expiresAt} > ${NOW}
    AND ${legalShape(sql.raw('covered.class'))}
)`;
