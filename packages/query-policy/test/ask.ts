import type { Connection } from '@postern/database';
import type { AgreementsInForce, OracleRequest } from '@postern/policy';
import { PURPOSES } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { compileStatement, ReachAnswers, requestFacts } from '../src/index.ts';

/** The agreement that requests are made under, unless they name others. */
export const IN_FORCE: AgreementsInForce = [
  {
    agreement: 'SHROPSHIRE_ISA',
    from: '2024-10-01',
    until: null,
    purposes: PURPOSES,
    version: '1.1',
    earlierVersions: ['1.0'],
    signAgainBy: null,
    userAgreementVersion: '2024-10',
  },
];

/** Runs a select that may read the facts of the request: `gate`, `reach`, `hidden`, `unlocked` and the others. */
export async function askFacts<Row extends object>(
  connection: Connection,
  select: SQL,
  { caller, purpose, now, inForce = IN_FORCE }: OracleRequest,
  answers: ReachAnswers = new ReachAnswers(),
): Promise<readonly Row[]> {
  const { text, bind } = compileStatement(
    sql`WITH ${requestFacts(inForce)}${answers.facts()} ${select}`,
  );
  const values = bind({ ...caller, issuer: caller.issuerId, purpose, now: now.toISOString() });
  return connection.run<Row>({ text, values });
}
