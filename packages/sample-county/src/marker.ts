import type { Connection } from '@postern/database';

/** Which county a database holds; written last, so a load that was interrupted leaves none. */
export interface CountyMarker {
  readonly episodes: number;
}

/** Lets one process load at a time: the others wait here until this transaction ends. It writes nothing. */
export async function lockCounty(transaction: Connection): Promise<void> {
  await transaction.script(`
    SET LOCAL idle_in_transaction_session_timeout = 0;
    SELECT pg_advisory_xact_lock(hashtextextended('postern.sample_county', 0));
  `);
}

/** The county that is already there, or null. */
export async function findCounty(owner: Connection): Promise<CountyMarker | null> {
  const present = await owner.run<{ present: boolean }>({
    text: `SELECT to_regclass('postern.sample_county') IS NOT NULL AS present`,
    values: [],
  });
  if (present[0]?.present !== true) return null;
  const markers = await owner.run<{ episodes: number }>({
    text: 'SELECT episodes FROM postern.sample_county',
    values: [],
  });
  return markers[0] ?? null;
}

/** Whether a load is under way or was interrupted: only then is there a working schema, known by what is in it. */
export async function isUnfinished(owner: Connection): Promise<boolean> {
  const [found] = await owner.run<{ unfinished: boolean }>({
    text: `SELECT to_regclass('county.loaded_table') IS NOT NULL AS unfinished`,
    values: [],
  });
  return found?.unfinished === true;
}

/**
 * Whether accounts are here that no county brought: one is loaded beside nobody, and a large one empties its tables first.
 * Asked before the lock is taken: a lock on a table of accounts, held that long, would keep the jobs from it.
 */
export async function hasOthers(owner: Connection): Promise<boolean> {
  const [found] = await owner.run<{ others: boolean }>({
    text: `SELECT to_regclass('county.loaded_table') IS NULL AND to_regclass('postern.sample_county') IS NULL
      AND EXISTS (SELECT FROM access.account) AS others`,
    values: [],
  });
  return found?.others !== false;
}

/** Says that the county is complete, and takes the working schema away. */
export async function markCounty(
  transaction: Connection,
  loaded: { readonly episodes: number; readonly now: Date },
): Promise<void> {
  await transaction.script(`
    SET LOCAL client_min_messages = warning;
    DROP SCHEMA county CASCADE;
    CREATE SCHEMA IF NOT EXISTS postern;
    CREATE TABLE IF NOT EXISTS postern.sample_county (episodes integer NOT NULL, loaded_for timestamptz NOT NULL);
  `);
  await transaction.run({
    text: 'INSERT INTO postern.sample_county (episodes, loaded_for) VALUES ($1::integer, $2::timestamptz)',
    values: [loaded.episodes, loaded.now.toISOString()],
  });
}
