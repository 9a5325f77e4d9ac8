import type { Driver } from './driver.ts';

/** Any constant will do, as long as every version of Postern uses the same. */
const KEY = 7_067_842_210;

/** Lets one process at a time migrate this database; the lock ends with the session that holds it. */
export async function withMigrationLock(
  driver: Driver,
  onProgress: (line: string) => void,
  work: () => Promise<void>,
): Promise<void> {
  const [attempt] = await driver<
    { locked: boolean }[]
  >`select pg_try_advisory_lock(${KEY}::int8) as locked`;
  if (attempt?.locked !== true) {
    onProgress('Waiting for another process that is migrating this database');
    await driver`select pg_advisory_lock(${KEY}::int8)`;
  }
  try {
    await work();
  } finally {
    await driver`select pg_advisory_unlock(${KEY}::int8)`;
  }
}
