import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { RowBinding } from '../row-binding.ts';
import { personsOf } from '../row-binding.ts';

/** The row concerns somebody, and nobody but the person the caller is. */
export function onlyTheCaller(row: RowBinding): SQL | undefined {
  const persons = personsOf(row);
  if (persons === undefined) return undefined;
  return sql`coalesce(p.person_id IS NOT NULL AND cardinality(${persons}) > 0 AND ${persons} <@ ARRAY[p.person_id], false)`;
}
