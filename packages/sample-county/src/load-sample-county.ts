import { AsyncLocalStorage } from 'node:async_hooks';
import type { Connection } from '@postern/database';
import { Fault } from '@postern/errors';
import { loadInJobs } from './load-in-jobs.ts';
import { loadInOneTransaction } from './load-in-one-transaction.ts';
import { findCounty, hasOthers, lockCounty, markCounty } from './marker.ts';
import type { StepTaken } from './step.ts';
import { tellingStep } from './step.ts';

/** How large a county, as of when, and whom to tell. */
export interface SampleCountyOptions {
  /** Generated episodes beside the cast; `small` is 60. */
  readonly size: 'small' | number;
  /** Every date is relative to this. */
  readonly now: Date;
  onProgress(line: string): void;
  onStep?(taken: StepTaken): void;
}

const SMALL = 60;

/** From here on rebuilding the indexes costs less than keeping them. */
const LARGE = 2_000;

/**
 * Loads the county, by one process at a time; where one is already, it stays as it is. A large one needs a pool of four
 * sessions: three that work and one that holds the lock. What an interrupted load left, the next one takes away.
 * Throws Fault COUNTY_AMONG_OTHERS, DATABASE_*.
 */
export async function loadSampleCounty(
  owner: Connection,
  options: SampleCountyOptions,
): Promise<void> {
  const episodes = options.size === 'small' ? SMALL : options.size;
  if (await alreadyThere(owner, episodes, options)) return;
  if (await hasOthers(owner)) throw new Fault('COUNTY_AMONG_OTHERS');
  // One session holds the lock, and the jobs take the others: no second loader takes any meanwhile.
  const inOtherSessions = AsyncLocalStorage.snapshot();
  await owner.transaction(async (transaction) => {
    await lockCounty(transaction);
    if (await alreadyThere(transaction, episodes, options)) return;
    options.onProgress(`Sample county: loading ${episodes} episodes and the named cast`);
    const scale = { episodes, now: options.now };
    const step = tellingStep(options);
    if (episodes < LARGE) await loadInOneTransaction(transaction, scale, step);
    else await inOtherSessions(() => loadInJobs(owner, scale, step));
    // By the session that holds the lock: whoever has lost it marks nothing.
    await markCounty(transaction, scale);
  });
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
