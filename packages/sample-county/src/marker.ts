import type { Connection } from '@postern/database';

/** Which county a database holds; written in the transaction that loads it, so a crash leaves none. */
export interface CountyMarker {
  readonly episodes: number;
}

/** Lets one process load at a time, and makes the table of the marker. */
export async function lockCounty(owner: Connection): Promise<void> {
  await owner.script(`
    SELECT pg_advisory_xact_lock(hashtextextended('postern.sample_county', 0));
    CREATE SCHEMA IF NOT EXISTS postern;
    CREATE TABLE IF NOT EXISTS postern.sample_county (episodes integer NOT NULL, loaded_for timestamptz NOT NULL);
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

/** Says that the county is complete. */
export async function markCounty(
  owner: Connection,
  loaded: { readonly episodes: number; readonly now: Date },
): Promise<void> {
  await owner.run({
    text: 'INSERT INTO postern.sample_county (episodes, loaded_for) VALUES ($1::integer, $2::timestamptz)',
    values: [loaded.episodes, loaded.now.toISOString()],
  });
}
