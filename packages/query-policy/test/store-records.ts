import type { Connection } from '@postern/database';
import { getTableColumns } from 'drizzle-orm';
import { RECORDS, record } from './sample-records.ts';

const columns = Object.entries(getTableColumns(record));

/** Makes the table of the sample records and fills it. */
export async function storeRecords(connection: Connection): Promise<void> {
  const defined = columns.map(([, column]) => `${column.name} ${column.getSQLType()}`);
  await connection.script(
    `CREATE SCHEMA sample; CREATE TABLE sample.record (${defined.join(', ')})`,
  );
  const rows = RECORDS.map((one) =>
    Object.fromEntries(columns.map(([key, column]) => [column.name, one[key as keyof typeof one]])),
  );
  await connection.run({
    text: 'INSERT INTO sample.record SELECT * FROM jsonb_populate_recordset(NULL::sample.record, $1::jsonb)',
    values: [JSON.stringify(rows)],
  });
}
