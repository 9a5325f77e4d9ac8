import type { FieldDefinition } from '@postern/subgraph-kit';
import { columnOf } from '@postern/subgraph-kit';
import { sql } from 'drizzle-orm';

/** A column of JSON, given out as text. */
export function jsonText(column: string): FieldDefinition {
  return { kind: 'EXPRESSION', value: (row) => sql`${columnOf(row, column)}::text` };
}
