import type { Connection } from '@postern/database';
import { runSqlFiles } from '../sql-file.ts';

/** Which tables, and how much is coming. */
export interface Filling {
  /** Schema and name of each; `all` stands for every table of the county. */
  readonly tables: readonly string[] | 'all';
  /** So many rows that rebuilding the indexes costs less than keeping them; the tables are empty still. */
  readonly isLarge: boolean;
}

/** Does the writing within a transaction that sets the triggers of the tables aside, and maybe their indexes. */
export async function fillTables(
  transaction: Connection,
  { tables, isLarge }: Filling,
  write: () => Promise<void>,
): Promise<void> {
  await runSqlFiles(transaction, ['scaffold/session']);
  await transaction.script('CREATE TEMPORARY TABLE table_to_fill (name regclass) ON COMMIT DROP');
  await transaction.run({
    text: `INSERT INTO table_to_fill
      SELECT name FROM county.loaded_table WHERE $1::text[] IS NULL OR name = ANY ($1::text[]::regclass[])`,
    values: [tables === 'all' ? null : tables],
  });
  await runSqlFiles(transaction, ['scaffold/pause-triggers']);
  if (isLarge) {
    await runSqlFiles(transaction, ['scaffold/hold-autovacuum', 'scaffold/drop-indexes']);
  }
  await write();
  if (isLarge) await runSqlFiles(transaction, ['scaffold/restore-indexes']);
  await runSqlFiles(transaction, ['scaffold/resume-triggers']);
}
