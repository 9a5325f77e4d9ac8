import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { columnOf } from './column-of.ts';
import type { Columns } from './resource.ts';

/**
 * Ties children to their parent by ids that a subselect names. As an array, because PostgreSQL then looks each of them
 * up by index, where for `IN` it builds a hash table for every parent.
 */
export function idAmong(child: Columns, ids: SQL): SQL {
  return sql`${columnOf(child, 'id')} = ANY (ARRAY(${ids}))`;
}
