import type { Connection, Statement } from '@postern/database';

/** From so many accounts on, a table is read whole rather than looked into for each of them. */
const MANY = 100;

/**
 * Facts that a statement makes itself have no statistics: PostgreSQL takes them for a row or two and would go through them
 * again for every row beside them. Of many accounts everything is hashed, therefore. It is one of few statements that run
 * for seconds, so it is planned for its own values, and may take longer than those that somebody waits for.
 */
const OF_MANY = `SET LOCAL enable_nestloop = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_sort = off; SET LOCAL work_mem = '64MB';
SET LOCAL plan_cache_mode = force_custom_plan; SET LOCAL statement_timeout = '60s'`;

/** Runs a statement that asks about so many accounts. @throws Fault DATABASE_* */
export function askMany<Row extends object>(
  connection: Connection,
  accounts: number,
  statement: Statement,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  if (accounts < MANY) return connection.run<Row>(statement, signal);
  return connection.transaction(async (inside) => {
    await inside.script(OF_MANY);
    return inside.run<Row>(statement, signal);
  });
}
