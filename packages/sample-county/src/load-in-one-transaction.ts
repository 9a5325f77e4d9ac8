import type { Connection } from '@postern/database';
import { BULK_JOBS, GROUNDWORK } from './bulk-jobs.ts';
import { insertCast } from './cast/insert-cast.ts';
import { fillTables } from './scaffold/fill-tables.ts';
import { loadedTables } from './scaffold/loaded-tables.ts';
import type { CountyScale } from './scaffold/open-county.ts';
import { openCounty } from './scaffold/open-county.ts';
import { runSqlFiles } from './sql-file.ts';
import type { Step } from './step.ts';

/** Loads a county whole or not at all, one job after the other; all but the marker. */
export async function loadInOneTransaction(
  transaction: Connection,
  scale: CountyScale,
  step: Step,
): Promise<void> {
  await step('groundwork', async () => {
    await openCounty(transaction, scale);
    await runSqlFiles(transaction, GROUNDWORK);
  });
  await fillTables(transaction, { tables: 'all', isLarge: false }, async () => {
    for (const { name, files } of BULK_JOBS) {
      await step(name, () => runSqlFiles(transaction, files));
    }
    await step('named cast', () => insertCast(transaction, scale.now));
  });
  await step('statistics', async () => {
    for (const table of await loadedTables(transaction)) {
      await transaction.script(`ANALYZE ${table}`);
    }
  });
}
