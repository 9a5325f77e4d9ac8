import type { SQL } from 'drizzle-orm';
import { fillPlaceholders, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';

const dialect = new PgDialect();

/** A statement compiled once to text, with the names of the values it takes at each run. */
export interface CompiledStatement {
  readonly text: string;
  /** The `$1 …` values for one run. */
  bind(values: Readonly<Record<string, unknown>>): readonly unknown[];
}

/** What many statements begin with, rendered once: rendering it costs more than the rest of most statements. */
export interface Opening {
  readonly text: string;
  readonly params: readonly unknown[];
}

export function renderOpening(opening: SQL): Opening {
  const { sql: text, params } = dialect.sqlToQuery(opening);
  return { text, params };
}

export function compileStatement(statement: SQL, opening?: Opening): CompiledStatement {
  const { text, params } =
    opening === undefined ? renderOpening(statement) : after(opening, statement);
  return { text, bind: (values) => fillPlaceholders([...params], values) };
}

/** Never part of a statement: PostgreSQL takes no text with it. */
const SEAM = '\u0000';

/** The opening's values are written in front once more, so that those of the rest are numbered after them, and cut off again. */
function after(opening: Opening, rest: SQL): Opening {
  const numbered = sql`${sql.join(opening.params.map((param) => sql`${sql.param(param)}`))}${sql.raw(SEAM)}${rest}`;
  const { sql: text, params } = dialect.sqlToQuery(numbered);
  return { text: opening.text + text.slice(text.indexOf(SEAM) + SEAM.length), params };
}
