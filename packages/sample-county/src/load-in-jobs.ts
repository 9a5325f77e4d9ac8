import type { Connection } from '@postern/database';
import type { BulkJob } from './bulk-jobs.ts';
import { BULK_JOBS, GROUNDWORK } from './bulk-jobs.ts';
import { insertCast } from './cast/insert-cast.ts';
import { runJobs } from './job-queue.ts';
import { fillTables } from './scaffold/fill-tables.ts';
import { loadedTables } from './scaffold/loaded-tables.ts';
import type { CountyScale } from './scaffold/open-county.ts';
import { openCounty } from './scaffold/open-county.ts';
import { readSqlFile, runSqlFiles } from './sql-file.ts';
import type { Step } from './step.ts';

/** One more than two processors: a session that commits waits for the disk. */
const AT_ONCE = 3;

/** Loads a county by several sessions at once, a transaction for each job, while another one holds the lock; all but the marker. */
export async function loadInJobs(owner: Connection, scale: CountyScale, step: Step): Promise<void> {
  if (owner.sessions <= AT_ONCE)
    throw new TypeError(`A large county is loaded by a pool of ${AT_ONCE + 1} sessions or more.`);
  await step('groundwork', () =>
    owner.transaction(async (transaction) => {
      await openCounty(transaction, scale);
      await runSqlFiles(transaction, GROUNDWORK);
    }),
  );
  await runJobs(BULK_JOBS, AT_ONCE, (job) =>
    step(job.name, () => owner.transaction((transaction) => generate(transaction, job))),
  );
  await step('named cast', () =>
    owner.transaction((transaction) =>
      fillTables(transaction, { tables: 'all', isLarge: false }, () =>
        insertCast(transaction, scale.now),
      ),
    ),
  );
  // Only now: a row is visible to all when no transaction is left that is older than its own.
  await step('visibility and statistics', async () => {
    const tables = await loadedTables(owner);
    await runJobs(
      tables.map((name) => ({ name, needs: [] })),
      AT_ONCE,
      ({ name }) => settle(owner, name),
    );
  });
}

async function generate(transaction: Connection, { files }: BulkJob): Promise<void> {
  const texts = await Promise.all(files.map(readSqlFile));
  const tables = texts.flatMap((text) =>
    [...text.matchAll(/^INSERT INTO (\S+)/gm)].flatMap(([, table]) => table ?? []),
  );
  await fillTables(transaction, { tables, isLarge: true }, () => runSqlFiles(transaction, files));
}

/** Makes the statistics of a table and, for the facts of access, the visibility map: index-only scans of them pay at once. */
async function settle(owner: Connection, table: string): Promise<void> {
  await owner.script(
    table.startsWith('access.') ? `VACUUM (ANALYZE) ${table}` : `ANALYZE ${table}`,
  );
  await owner.script(`ALTER TABLE ${table} RESET (autovacuum_enabled)`);
}
