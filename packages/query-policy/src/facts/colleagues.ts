import { accessGrant } from '@postern/access-facts';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { Whose } from './whose.ts';

/** Everyone who was ever granted an episode that the caller reaches: past colleagues stay named on their entries (SHR-3.4.11b). */
export const colleagueFacts = (whose: Whose): SQL => sql`colleagues AS ${whose.kept}(
  SELECT reach.*, ${accessGrant.accountId} AS colleague_id
  FROM reach JOIN ${accessGrant} ON ${accessGrant.episodeId} = reach.episode_id
)`;
