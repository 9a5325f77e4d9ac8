import type { FamilyAgreementFact, Relying } from '@postern/policy';
import { civilDay, isSigned } from '@postern/policy';
import type { Statements } from '@postern/subgraph-kit';

interface Row {
  readonly kind: string;
  readonly standings: readonly string[];
  readonly policyDocument: boolean;
}

/**
 * Who a reader is in law today: their agency with its standings and policy document, and whether the family agreed to
 * the episode; of none nobody agreed. Null where there is no such account of somebody who works for an agency.
 */
export async function relyingOf(
  statements: Statements,
  { account, episode }: { readonly account: string; readonly episode: string | null },
  now: Date,
): Promise<Relying | null> {
  const day = civilDay(now);
  const [row] = await statements.run<Row>({
    text: `SELECT g.kind, ARRAY (SELECT s.standing FROM access.agency_standing s WHERE s.agency_id = g.id AND s.starts_on <= $2::date
          AND (s.ends_on IS NULL OR s.ends_on > $2::date)) AS standings,
        EXISTS (SELECT 1 FROM access.agency_evidence e WHERE e.agency_id = g.id
          AND e.kind = 'APPROPRIATE_POLICY_DOCUMENT' AND $2::date BETWEEN e.valid_from AND e.valid_until) AS "policyDocument"
      FROM access.account a JOIN access.agency g ON g.id = a.agency_id
      WHERE a.id = $1 AND a.kind = 'PRACTITIONER'`,
    values: [account, day],
  });
  if (row === undefined) return null;
  const { policyDocument, ...agency } = row;
  const agreed = episode !== null && (await isAgreed(statements, episode, now));
  return { account: { id: account }, agency, policyDocument, agreed, day };
}

async function isAgreed(statements: Statements, episode: string, now: Date): Promise<boolean> {
  const rows = await statements.run<FamilyAgreementFact>({
    text: `SELECT episode_id AS "episodeId", state, basis_when_no_agreement AS "basisWhenNoAgreement",
        signed_at AS "signedAt", withdrawn_at AS "withdrawnAt"
      FROM access.family_agreement WHERE episode_id = $1`,
    values: [episode],
  });
  return rows.some((row) => isSigned(row, now));
}
