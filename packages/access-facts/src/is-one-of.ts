import type { AnyColumn, SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';

const NAME = /^[A-Z][A-Z0-9_]*$/;

/** That a column holds one of a list of our own names, for a CHECK: what the code does not know cannot be kept. */
export function isOneOf(column: AnyColumn, names: readonly string[]): SQL {
  if (!names.every((name) => NAME.test(name))) throw new TypeError('Only plain names are listed.');
  return sql`${column} IN (${sql.raw(names.map((name) => `'${name}'`).join(', '))})`;
}
