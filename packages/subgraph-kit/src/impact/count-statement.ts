import { account } from '@postern/access-facts';
import type { AgreementsInForce } from '@postern/policy';
import type { CompiledStatement } from '@postern/query-policy';
import {
  compileStatement,
  factsOfMany,
  hiddenFromEach,
  MANY_ACCOUNTS,
  ReachAnswers,
} from '@postern/query-policy';
import { sql } from 'drizzle-orm';
import { countedRows } from './counted-rows.ts';
import type { RowsQuestion } from './rows-question.ts';

/** What one admitted account answers: its roles as the facts have them, and a {@link RowsCount} for each question, by its place, of which it reaches a row. */
export interface AccountCount {
  readonly account: string;
  readonly roles: readonly string[];
  readonly counts: Readonly<Record<string, RowsCount>> | null;
}

/** By which agreements it is counted, and whether for somebody who has declared conflicts of interest. */
export interface CountedFor {
  readonly inForce: AgreementsInForce;
  readonly conflicts: boolean;
}

/** Rows whose entry is locked to purposes; rows that lose, that gain a field of the question; then the same two of each probe. */
export type RowsCount = readonly number[];

const ASKED = {
  issuer: sql`${account.issuerId}`,
  subject: sql`${account.subject}`,
  // Taken as given: whoever lacks a second factor is asked for one and then reads the same.
  multiFactor: sql`true`,
  now: sql`${sql.placeholder('now')}`,
  purpose: sql`${sql.placeholder('purpose')}`,
  from: sql` FROM ${account} WHERE ${account.id} = ANY (${sql.placeholder('accounts')}::uuid[])`,
};

const NOTHING = sql`SELECT NULL::uuid, NULL::integer, NULL::json WHERE false`;

/**
 * Compiles the questions into one statement that asks them of many accounts at once: the facts of all of them, and each
 * table once. `accounts` and `now`, `purpose`, `roles` are its values. An account of other roles than `roles` counts nothing;
 * one that is not admitted does not answer. Where whoever it is told to has `conflicts` of interest, families of theirs are
 * left out: the value `toldTo`.
 */
export function countStatement(
  questions: readonly RowsQuestion[],
  { inForce, conflicts }: CountedFor,
): CompiledStatement {
  const answers = new ReachAnswers(MANY_ACCOUNTS);
  const counted = questions.map((question, place) =>
    countedRows(question, place, { answers, conflicts }),
  );
  const asksForHidden = counted.some((each) => each.asksForHidden);
  const hiding = asksForHidden
    ? sql` LEFT JOIN ${hiddenFromEach} hiding ON hiding.hidden_from = p.id`
    : sql``;
  const counts = [NOTHING, ...counted.flatMap((each) => each.counts ?? [])];
  const given = [
    sql`${factsOfMany(inForce, ASKED, asksForHidden)}${answers.facts()}`,
    sql`asked AS MATERIALIZED (SELECT * FROM gate p${hiding} WHERE p.roles = ${sql.placeholder('roles')}::text[])`,
    ...counted.flatMap(({ facts }) => facts),
    sql`counted (account_id, question, counts) AS (${sql.join(counts, sql` UNION ALL `)})`,
  ];
  return compileStatement(sql`WITH ${sql.join(given, sql`,\n`)}
SELECT p.id AS account, p.roles, answers.counts FROM gate p LEFT JOIN (
  SELECT counted.account_id, json_object_agg(counted.question, counted.counts) AS counts FROM counted GROUP BY counted.account_id
) answers ON answers.account_id = p.id`);
}
