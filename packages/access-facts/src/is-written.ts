import type { AnyColumn, SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';

/**
 * That something stands in a column, for a CHECK: whether it says anything is asked where it comes in, by one list of signs
 * for every script, which a database’s own classes of letters do not agree with.
 */
export function isWritten(column: AnyColumn): SQL {
  return sql`(${column} ~ '[^[:space:]]') IS TRUE`;
}
