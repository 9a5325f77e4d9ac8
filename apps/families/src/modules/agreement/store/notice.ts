import type { Statements } from '@postern/subgraph-kit';

/** From 13 on where no agreement in force says otherwise (SHR-3.4.3c, PN-u13). */
const OWN_WORD_FROM = 13;

/** The version of the notice for families that is in force on a day; null where none is. */
export async function currentNotice(statements: Statements, day: string): Promise<string | null> {
  const [notice] = await statements.run<{ version: string }>({
    text: `SELECT version FROM access.agreement WHERE kind = 'NOTICE' AND in_force_from <= $1::date AND (in_force_until IS NULL OR in_force_until >= $1::date)
      ORDER BY in_force_from DESC, key LIMIT 1`,
    values: [day],
  });
  return notice?.version ?? null;
}

/** The age from which a young person is asked themselves. */
export async function ownWordFrom(statements: Statements): Promise<number> {
  const [figure] = await statements.run<{ value: number }>({
    text: `SELECT value FROM access.figure WHERE name = 'CHILD_CO_SIGNS'`,
    values: [],
  });
  return figure?.value ?? OWN_WORD_FROM;
}
