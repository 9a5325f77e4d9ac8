import type { agencySignature } from '@postern/access-facts';
import type { AgreementInForce, AgreementsInForce } from '@postern/policy';
import type { AnyColumn, SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { literal, literals } from './literal.ts';
import { TODAY } from './live.ts';

/** A signature of a version that counts, under an agreement that is in force today and allows the purpose. All of it is literals. */
export function signsOneOf(
  inForce: AgreementsInForce,
  { agreement, version }: Pick<typeof agencySignature, 'agreement' | 'version'>,
): SQL {
  return oneOf(inForce, (each) => [
    sql`${agreement} = ${literal(each.agreement)}`,
    sql`p.purpose IN (${literals(each.purposes)})`,
    counts(each, version),
  ]);
}

/** An acceptance of the user agreement that goes with an agreement in force today. */
export function acceptsOneOf(inForce: AgreementsInForce, version: AnyColumn): SQL {
  return oneOf(inForce, (each) => [sql`${version} = ${literal(each.userAgreementVersion)}`]);
}

/** The agreements whose days these are, each with the version of its user agreement: a select of `agreement` and `version`. */
export function agreementsToday(inForce: AgreementsInForce): SQL {
  const rows = inForce.map(
    (each) =>
      sql`SELECT ${literal(each.agreement)} AS agreement, ${literal(each.userAgreementVersion)} AS version WHERE ${sql.join([...ofToday(each)], sql` AND `)}`,
  );
  return rows.length === 0
    ? sql`SELECT NULL AS agreement, NULL AS version WHERE false`
    : sql.join(rows, sql` UNION ALL `);
}

function oneOf(inForce: AgreementsInForce, asked: (each: AgreementInForce) => readonly SQL[]): SQL {
  // Under no agreement nobody is let in.
  if (inForce.length === 0) return sql`false`;
  const cases = inForce.map((each) => sql.join([...asked(each), ...ofToday(each)], sql` AND `));
  return sql`(${sql.join(cases, sql` OR `)})`;
}

function ofToday({ from, until }: AgreementInForce): readonly SQL[] {
  const begun = sql`${TODAY} >= ${literal(from)}`;
  return until === null ? [begun] : [begun, sql`${TODAY} < ${literal(until)}`];
}

function counts(
  { version, earlierVersions, signAgainBy }: AgreementInForce,
  signed: AnyColumn,
): SQL {
  if (signAgainBy === null) return sql`${signed} IN (${literals([...earlierVersions, version])})`;
  if (earlierVersions.length === 0) return sql`${signed} = ${literal(version)}`;
  return sql`(${signed} = ${literal(version)} OR ${signed} IN (${literals(earlierVersions)}) AND ${TODAY} < ${literal(signAgainBy)})`;
}
