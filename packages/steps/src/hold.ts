import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import type { Held } from './take-step.ts';

/** A table of things with state and revision, and the columns that commands read of them beside. */
export interface HeldTable {
  /** With its schema, and names of our own making throughout. */
  readonly table: string;
  /** SQL of further columns, with their names in the row. */
  readonly columns: string;
}

/**
 * Reads one of them and holds it until the transaction ends, so that of two who change it the later one sees what the
 * earlier one did. What is no id is nothing.
 * @throws CommandRefused RECORD_UNKNOWN
 */
export async function hold<Row extends Held<string>>(
  transaction: Statements,
  { table, columns }: HeldTable,
  id: string,
): Promise<Row> {
  const [row] = isUuid(id)
    ? await transaction.run<Row>({
        text: `SELECT id, state, revision, ${columns} FROM ${table} WHERE id = $1 FOR UPDATE`,
        values: [id],
      })
    : [];
  if (row === undefined) throw new CommandRefused('RECORD_UNKNOWN');
  return row;
}
