import type { SQL } from 'drizzle-orm';
import { fillPlaceholders } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';

const dialect = new PgDialect();

/** A statement compiled once to text, with the names of the values it takes at each run. */
export interface CompiledStatement {
  readonly text: string;
  /** The `$1 …` values for one run. */
  bind(values: Readonly<Record<string, unknown>>): readonly unknown[];
}

export function compileStatement(statement: SQL): CompiledStatement {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  return { text, bind: (values) => fillPlaceholders(params, values) };
}
