import { accessGrant } from '@postern/access-facts';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';

/** Everyone who was ever granted an episode that the caller reaches: past colleagues stay named on their entries (SHR-3.4.11b). */
export const colleagueFacts: SQL = sql`colleagues AS MATERIALIZED (
  SELECT reach.*, ${accessGrant.accountId} AS colleague_id
  FROM reach JOIN ${accessGrant} ON ${accessGrant.episodeId} = reach.episode_id
)`;
