import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Columns } from './resource.ts';

/** The column of a row by its key; a key the table does not have is a mistake in a resource, found when it is compiled. */
export function columnOf(row: Columns, key: string): PgColumn {
  const found = row[key];
  if (found === undefined) throw new TypeError(`The table has no column "${key}".`);
  return found;
}
