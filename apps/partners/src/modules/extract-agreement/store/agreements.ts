import type { Held } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import type { AgreementState } from '../extract-agreement.machine.ts';
import type { ExtractBody, ExtractFlow, ExtractPurpose } from '../extract-agreement.table.ts';
import type { ExtractField, SecureMethod } from '../extract-catalogue.ts';

/** An agreement as commands read it; its days as `YYYY-MM-DD`. */
export interface ExtractAgreement extends Held<AgreementState> {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly fields: readonly ExtractField[];
  readonly analysts: readonly string[];
  readonly recordedBy: string;
  readonly destroyBy: string;
  readonly method: SecureMethod;
  readonly comparisonGroup: boolean;
  readonly smallestClass: number;
}

/** Holds one until the transaction ends. @throws CommandRefused RECORD_UNKNOWN */
export async function holdAgreement(
  transaction: Statements,
  id: string,
): Promise<ExtractAgreement> {
  const [found] = isUuid(id)
    ? await transaction.run<ExtractAgreement & Record<string, unknown>>({
        text: `SELECT id, revision, CASE WHEN signed_on IS NULL THEN 'RECORDED' ELSE 'SIGNED' END AS state, starts_on::text AS "startsOn",
            ends_on::text AS "endsOn", fields, analysts::text[] AS analysts, recorded_by AS "recordedBy", destroy_by::text AS "destroyBy", method,
            comparison_group AS "comparisonGroup", smallest_class AS "smallestClass"
          FROM partners.extract_agreement WHERE id = $1 FOR UPDATE`,
        values: [id],
      })
    : [];
  if (found === undefined) throw new CommandRefused('RECORD_UNKNOWN');
  return found;
}

/** What a new agreement is made of. */
export interface NewAgreement {
  readonly flow: ExtractFlow;
  readonly body: ExtractBody;
  readonly actingFor: ExtractBody | null;
  readonly purpose: ExtractPurpose;
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly fields: readonly ExtractField[];
  readonly comparisonGroup: boolean;
  readonly smallestClass: number;
  readonly analysts: readonly string[];
  readonly method: SecureMethod;
  readonly destroyBy: string;
  readonly recordedBy: string;
  readonly at: Date;
}

export async function addAgreement(transaction: Statements, made: NewAgreement): Promise<string> {
  const id = crypto.randomUUID();
  await transaction.run({
    text: `INSERT INTO partners.extract_agreement (id, flow, body, acting_for, purpose, title, starts_on, ends_on, fields, comparison_group, smallest_class,
        analysts, method, destroy_by, recorded_by, recorded_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::text[], $10, $11, $12::uuid[], $13, $14, $15, $16)`,
    values: [
      id,
      made.flow,
      made.body,
      made.actingFor,
      made.purpose,
      made.title,
      made.startsOn,
      made.endsOn,
      made.fields,
      made.comparisonGroup,
      made.smallestClass,
      made.analysts,
      made.method,
      made.destroyBy,
      made.recordedBy,
      made.at.toISOString(),
    ],
  });
  return id;
}

export async function signAgreement(
  transaction: Statements,
  id: string,
  { on, by }: { readonly on: string; readonly by: string },
): Promise<void> {
  await transaction.run({
    text: 'UPDATE partners.extract_agreement SET signed_on = $2, signature_recorded_by = $3, revision = revision + 1 WHERE id = $1',
    values: [id, on, by],
  });
}
