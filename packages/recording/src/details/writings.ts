import type { FieldDefinition } from '@postern/subgraph-kit';
import { columnOf } from '@postern/subgraph-kit';
import { sql } from 'drizzle-orm';
import { jsonb } from 'drizzle-orm/pg-core';

/** How often each field of a record was written, by its name. */
export type Writings = Readonly<Record<string, number>>;

/** The column that counts how often each field was written. */
export function writingsColumn() {
  return jsonb().$type<Writings>().notNull().default({});
}

/**
 * The revision of a record as its reader knows it: counted up by the writing of a field that they read, and by no other, so
 * that it tells nobody that a detail changed which is hidden from them.
 */
export function revisionOf(fields: readonly string[]): FieldDefinition {
  return {
    kind: 'EXPRESSION',
    value: (row, shows) => {
      const counts = fields.map(
        (field) =>
          sql`CASE WHEN ${shows(field)} THEN coalesce((${columnOf(row, 'writings')} ->> ${sql.raw(`'${field}'`)})::integer, 0) ELSE 0 END`,
      );
      return sql`(1 + ${sql.join(counts, sql` + `)})`;
    },
  };
}
