import type { Connection } from '@postern/database';
import { castRows } from './cast-rows.ts';
import { momentOf } from './model/moment.ts';

/** Writes the cast, one statement for each table. */
export async function insertCast(owner: Connection, now: Date): Promise<void> {
  const tables = Map.groupBy(castRows(momentOf(now)), (row) => row.table);
  for (const [table, rows] of tables) {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row.columns)))].join(', ');
    await owner.run({
      // Names of tables and columns are this package's own; a column that is gone fails the load.
      text: `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      values: [JSON.stringify(rows.map((row) => row.columns))],
    });
  }
}
