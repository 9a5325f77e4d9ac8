import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';

/**
 * Whose facts one statement has: the one caller's, or those of many accounts, each row then with its `account_id`. Facts and
 * predicates are written once; these are the places where it matters whose a row is. Names are those of a statement's aliases.
 */
export interface Whose {
  /** Whether a fact is kept for good, or only where several others are made of it. */
  readonly kept: SQL;
  /** The rows `h` of what is hidden from the gate's row `p`. */
  readonly hidden: SQL;
  /** Begins a row: whose it is. */
  column(account: string): SQL;
  /** Begins a list of columns by which rows are told apart. */
  by(alias: string): SQL;
  /** Ends a test: both rows are the same account's. */
  same(left: string, right: string): SQL;
  /** As {@link same}, where one of them is the gate's own row `p`. */
  ofGate(alias: string): SQL;
  /** The same as the only test. */
  whereOfGate(alias: string): SQL;
  /** Keys of the gate's row `p`, to be looked up in a list that begins with {@link by}. */
  key(...keys: readonly SQL[]): SQL;
}

const NOTHING = sql``;

const HIDDEN = ['coordinate', 'item_id', 'episode_id', 'person_id', 'family_id', 'named', 'yields'];

/** What is hidden from each of many accounts, as lists: beside a row only its reader's own are gone through. */
export const hiddenFromEach: SQL = sql.raw(
  `(SELECT hidden.account_id AS hidden_from, ${HIDDEN.map(
    (column) => `array_agg(hidden.${column}) AS hidden_${column}`,
  ).join(', ')} FROM hidden GROUP BY hidden.account_id)`,
);

export const THE_CALLER: Whose = {
  kept: sql.raw('MATERIALIZED '),
  hidden: sql`hidden h`,
  column: () => NOTHING,
  by: () => NOTHING,
  same: () => NOTHING,
  ofGate: () => NOTHING,
  whereOfGate: () => NOTHING,
  key: (key = NOTHING, ...more) =>
    more.length === 0 ? key : sql`(${sql.join([key, ...more], sql`, `)})`,
};

export const MANY_ACCOUNTS: Whose = {
  kept: NOTHING,
  hidden: sql.raw(
    `unnest(${HIDDEN.map((column) => `p.hidden_${column}`).join(', ')}) AS h (${HIDDEN.join(', ')})`,
  ),
  column: (account) => sql.raw(`${account} AS account_id, `),
  by: (alias) => sql.raw(`${alias}.account_id, `),
  same: (left, right) => sql.raw(` AND ${left}.account_id = ${right}.account_id`),
  ofGate: (alias) => sql.raw(` AND ${alias}.account_id = p.id`),
  whereOfGate: (alias) => sql.raw(` WHERE ${alias}.account_id = p.id`),
  key: (...keys) => sql`(${sql.join([sql`p.id`, ...keys], sql`, `)})`,
};
