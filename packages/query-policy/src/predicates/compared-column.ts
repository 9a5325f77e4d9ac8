import type { Scalar } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { Column, is, sql } from 'drizzle-orm';

/** What JavaScript sees a column's value as; anything else has no comparison that SQL and CASL agree on. */
const HELD_AS = { string: 'text', number: 'double precision', boolean: 'boolean' } as const;
type Held = keyof typeof HELD_AS;

/** A column as comparisons use it: both sides have the type that JavaScript would compare in, whatever the column's own. */
export interface ComparedColumn {
  readonly holds: Held;
  readonly asStored: SQL;
  readonly asHeld: SQL;
  bind(value: Scalar): SQL;
  /** Several values as one, an array. */
  bindAll(values: readonly Scalar[]): SQL;
}

/** Reads a bound attribute; undefined unless it is one column of text, numbers or booleans. */
export function comparedColumn(bound: SQL): ComparedColumn | undefined {
  const column = bound.queryChunks.find((chunk) => is(chunk, Column));
  const holds = is(column, Column) ? heldBy(column) : undefined;
  if (holds === undefined) return undefined;
  const type = sql.raw(HELD_AS[holds]);
  return {
    holds,
    asStored: bound,
    asHeld: sql`(${bound})::${type}`,
    bind: (value) => sql`${value}::${type}`,
    bindAll: (values) => sql`${sql.param([...values])}::${type}[]`,
  };
}

function heldBy({ dataType }: Column): Held | undefined {
  return dataType in HELD_AS ? (dataType as Held) : undefined;
}
