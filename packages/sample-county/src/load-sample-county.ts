import type { Connection } from '@postern/database';
import { generateBulk } from './bulk.ts';
import { insertCast } from './cast/insert-cast.ts';
import { findCounty, lockCounty, markCounty } from './marker.ts';
import { openCounty } from './scaffold/open-county.ts';
import { vacuumLoadedTables } from './scaffold/vacuum.ts';
import { runSqlFile } from './sql-file.ts';

/** How large a county, as of when, and whom to tell. */
export interface SampleCountyOptions {
  /** Generated episodes beside the cast; `small` is 60. */
  readonly size: 'small' | number;
  /** Every date is relative to this. */
  readonly now: Date;
  onProgress(line: string): void;
}

const SMALL = 60;

/** From here on rebuilding the indexes costs less than keeping them. */
const LARGE = 2_000;

/**
 * Loads the county in one transaction: whole or not at all. Where a county is already, it stays as it is.
 * Throws Fault DATABASE_*.
 */
export async function loadSampleCounty(
  owner: Connection,
  options: SampleCountyOptions,
): Promise<void> {
  const episodes = options.size === 'small' ? SMALL : options.size;
  if (await alreadyThere(owner, episodes, options)) return;
  const loaded = await owner.transaction(async (transaction) => {
    await lockCounty(transaction);
    if (await alreadyThere(transaction, episodes, options)) return false;
    await fill(transaction, episodes, options);
    return true;
  });
  if (loaded && episodes >= LARGE) await vacuumLoadedTables(owner);
}

async function alreadyThere(
  owner: Connection,
  episodes: number,
  options: SampleCountyOptions,
): Promise<boolean> {
  const found = await findCounty(owner);
  if (found === null) return false;
  options.onProgress(
    found.episodes === episodes
      ? `Sample county: already here (${found.episodes} episodes)`
      : `Sample county: keeping the one that is here (${found.episodes} episodes, not ${episodes})`,
  );
  return true;
}

async function fill(
  owner: Connection,
  episodes: number,
  options: SampleCountyOptions,
): Promise<void> {
  const { now, onProgress } = options;
  const rebuildsIndexes = episodes >= LARGE;
  onProgress(`Sample county: loading ${episodes} episodes and the named cast`);
  await openCounty(owner, { episodes, now });
  await runSqlFile(owner, 'scaffold/pause-triggers.sql');
  if (rebuildsIndexes) await runSqlFile(owner, 'scaffold/drop-indexes.sql');
  await insertCast(owner, now);
  await generateBulk(owner, onProgress);
  onProgress('Sample county: indexes and statistics');
  if (rebuildsIndexes) await runSqlFile(owner, 'scaffold/restore-indexes.sql');
  await runSqlFile(owner, 'scaffold/resume-triggers.sql');
  await runSqlFile(owner, 'scaffold/analyze.sql');
  await owner.script('SET LOCAL client_min_messages = warning; DROP SCHEMA county CASCADE;');
  await markCounty(owner, { episodes, now });
}
