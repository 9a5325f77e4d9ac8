import type { TrainingModule } from '@postern/access-facts';
import { TRAINING_MODULES } from '@postern/access-facts';
import { civilDay } from '@postern/policy';
import { chosenPeriod } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';

/** The training modules that an account has no valid completion of, the grace of the partnership included. */
export async function missingModules(
  transaction: Statements,
  account: string,
  now: Date,
): Promise<readonly string[]> {
  const { value: grace } = await chosenPeriod(transaction, 'TRAINING_GRACE');
  const valid = await transaction.run<{ module: string }>({
    text: `SELECT DISTINCT module FROM access.training WHERE account_id = $1 AND completed_on <= $2::date AND expires_on + $3::integer >= $2::date`,
    values: [account, civilDay(now), grace],
  });
  const held = new Set(valid.map(({ module }) => module));
  return TRAINING_MODULES.filter((module) => !held.has(module));
}

/** Whether training that is valid until a day still counts, the grace of the partnership included. */
export async function stillCounts(
  transaction: Statements,
  expiresOn: string,
  now: Date,
): Promise<boolean> {
  const { value: grace } = await chosenPeriod(transaction, 'TRAINING_GRACE');
  const [row] = await transaction.run<{ counts: boolean }>({
    text: 'SELECT $1::date + $2::integer >= $3::date AS counts',
    values: [expiresOn, grace, civilDay(now)],
  });
  return row?.counts === true;
}

/** Those of them that were completed once, each with the last day on which it was valid. */
export async function lapsedModules(
  transaction: Statements,
  account: string,
  now: Date,
): Promise<readonly { readonly module: TrainingModule; readonly until: string }[]> {
  return transaction.run({
    text: `SELECT module, max(expires_on)::text AS until FROM access.training WHERE account_id = $1 AND module = ANY ($2::text[])
      GROUP BY module ORDER BY module DESC`,
    values: [account, [...(await missingModules(transaction, account, now))]],
  });
}

/** The versions of the user agreement in force: those of what the agency signed, or of every agreement where it signed none. */
export async function versionsInForce(
  transaction: Statements,
  agency: string,
  now: Date,
): Promise<readonly string[]> {
  const rows = await transaction.run<{ version: string; signed: boolean }>({
    text: `SELECT terms.user_agreement_version AS version, bool_or(EXISTS (SELECT FROM access.agency_signature signed
          WHERE signed.agency_id = $1 AND signed.agreement = terms.key AND signed.effective_from <= $3::timestamptz
            AND (signed.ends_at IS NULL OR signed.ends_at > $3::timestamptz))) AS signed
      FROM access.agreement terms WHERE terms.kind = 'AGREEMENT' AND terms.user_agreement_version IS NOT NULL
        AND terms.in_force_from <= $2::date AND (terms.in_force_until IS NULL OR terms.in_force_until > $2::date)
      GROUP BY 1 ORDER BY 1`,
    values: [agency, civilDay(now), now.toISOString()],
  });
  const signed = rows.filter((row) => row.signed);
  return (signed.length > 0 ? signed : rows).map(({ version }) => version);
}

/** Those of them that the account did not accept. */
export async function missingVersions(
  transaction: Statements,
  { id, agencyId }: { readonly id: string; readonly agencyId: string },
  now: Date,
): Promise<readonly string[]> {
  const accepted = await transaction.run<{ version: string }>({
    text: 'SELECT version FROM access.acceptance WHERE account_id = $1 AND accepted_at <= $2::timestamptz',
    values: [id, now.toISOString()],
  });
  const held = new Set(accepted.map(({ version }) => version));
  const asked = await versionsInForce(transaction, agencyId, now);
  return asked.filter((version) => !held.has(version));
}
