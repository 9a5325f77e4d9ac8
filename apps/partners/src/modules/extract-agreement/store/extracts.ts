import type { Held } from '@postern/steps';
import { hold } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import type { AgreementState } from '../extract-agreement.machine.ts';
import type {
  ExtractBody,
  ExtractFlow,
  ExtractPurpose,
  ExtractState,
} from '../extract-agreement.table.ts';

/** An agreement as commands read it; its days as `YYYY-MM-DD`. */
export interface ExtractAgreement extends Held<AgreementState> {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly fields: readonly string[];
  readonly analysts: readonly string[];
  readonly destroyBy: string;
}

/** Holds one until the transaction ends. @throws CommandRefused RECORD_UNKNOWN */
export async function holdAgreement(
  transaction: Statements,
  id: string,
): Promise<ExtractAgreement> {
  const [found] = isUuid(id)
    ? await transaction.run<ExtractAgreement & Record<string, unknown>>({
        text: `SELECT id, revision, CASE WHEN signed_on IS NULL THEN 'RECORDED' ELSE 'SIGNED' END AS state, starts_on::text AS "startsOn",
            ends_on::text AS "endsOn", fields, analysts::text[] AS analysts, destroy_by::text AS "destroyBy"
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
  readonly fields: readonly string[];
  readonly analysts: readonly string[];
  readonly destroyBy: string;
  readonly recordedBy: string;
  readonly at: Date;
}

export async function addAgreement(transaction: Statements, made: NewAgreement): Promise<string> {
  const id = crypto.randomUUID();
  await transaction.run({
    text: `INSERT INTO partners.extract_agreement (id, flow, body, acting_for, purpose, title, starts_on, ends_on, fields, analysts, destroy_by, recorded_by, recorded_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::text[], $10::uuid[], $11, $12, $13)`,
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
      made.analysts,
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

/** An extract as commands read it. */
export interface Extract extends Held<ExtractState> {
  readonly agreementId: string;
  readonly fields: readonly string[];
}

/** @throws CommandRefused RECORD_UNKNOWN */
export function holdExtract(transaction: Statements, id: string): Promise<Extract> {
  return hold<Extract>(
    transaction,
    { table: 'partners.extract', columns: 'agreement_id AS "agreementId", fields' },
    id,
  );
}

export async function addExtract(
  transaction: Statements,
  { agreementId, state, fields }: Omit<Extract, 'id' | 'revision'>,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<string> {
  const id = crypto.randomUUID();
  await transaction.run({
    text: 'INSERT INTO partners.extract (id, agreement_id, state, fields, extracted_by, extracted_at) VALUES ($1, $2, $3, $4::text[], $5, $6)',
    values: [id, agreementId, state, fields, by, at.toISOString()],
  });
  return id;
}

/** What a step changes beside the state; what is left out stays as it is. */
export interface ExtractChange {
  readonly sentAt?: Date;
  readonly destroyed?: { readonly on: string; readonly certificate: string };
}

export async function stepExtract(
  transaction: Statements,
  id: string,
  state: ExtractState,
  { sentAt, destroyed }: ExtractChange = {},
): Promise<void> {
  await transaction.run({
    text: `UPDATE partners.extract SET revision = revision + 1, state = $2, sent_at = coalesce($3::timestamptz, sent_at),
        destroyed_on = coalesce($4::date, destroyed_on), certificate = coalesce($5, certificate) WHERE id = $1`,
    values: [
      id,
      state,
      sentAt?.toISOString() ?? null,
      destroyed?.on ?? null,
      destroyed?.certificate ?? null,
    ],
  });
}
