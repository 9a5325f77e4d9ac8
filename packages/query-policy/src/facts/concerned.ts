import { episodePerson } from '@postern/access-facts';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';

/** The persons of the caller's reach, one row for each way a person is reached. */
export const concernedFacts: SQL = sql`concerned AS MATERIALIZED (
  SELECT reach.*, ${episodePerson.personId} AS concerned_id
  FROM reach JOIN ${episodePerson} ON ${episodePerson.episodeId} = reach.episode_id
)`;
