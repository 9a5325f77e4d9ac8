import { civilDay } from '@postern/policy';
import type { Statements } from '@postern/subgraph-kit';

/** What the agreements in force cite of the law, in their order and before what notices cite, each with the clauses that do. */
export async function citedLaw(
  statements: Statements,
  now: Date,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await statements.run<{ name: string; clauses: readonly string[] }>({
    text: `SELECT t.name, array_agg(t.clause ORDER BY t.clause) AS clauses
      FROM access.agreement_term t JOIN access.agreement a ON a.id = t.agreement_id
      WHERE t.kind = 'BASIS' AND a.in_force_from <= $1::date AND (a.in_force_until IS NULL OR a.in_force_until > $1::date)
      GROUP BY t.name ORDER BY min(CASE a.kind WHEN 'AGREEMENT' THEN t.ordinal ELSE 10000 + t.ordinal END)`,
    values: [civilDay(now)],
  });
  return new Map(rows.map(({ name, clauses }) => [name, clauses]));
}
