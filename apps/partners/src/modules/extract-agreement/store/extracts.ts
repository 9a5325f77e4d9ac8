import type { Held } from '@postern/steps';
import { hold } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import type { ExtractState } from '../extract-agreement.table.ts';
import type { ExtractField, ExtractForm, ExtractUnit } from '../extract-catalogue.ts';
import type { Basis } from './basis.ts';

/** An extract as commands read it. */
export interface Extract extends Held<ExtractState> {
  readonly agreementId: string | null;
  readonly themeId: string | null;
  readonly form: ExtractForm;
  readonly fields: readonly ExtractField[];
  readonly extractedBy: string;
  readonly destroyBy: string;
}

/** @throws CommandRefused RECORD_UNKNOWN */
export function holdExtract(transaction: Statements, id: string): Promise<Extract> {
  const columns =
    'agreement_id AS "agreementId", theme_id AS "themeId", form, fields, extracted_by AS "extractedBy", destroy_by::text AS "destroyBy"';
  return hold<Extract>(transaction, { table: 'partners.extract', columns }, id);
}

/** What is asked for. */
export interface NewExtract {
  readonly state: ExtractState;
  readonly unit: ExtractUnit;
  readonly form: ExtractForm;
  readonly fields: readonly ExtractField[];
  /** The first day and the last. */
  readonly since: string;
  readonly until: string;
  readonly by: string;
  readonly at: Date;
}

/** Registers one and fills it; answers its id and how many lines it has, 0 where it cannot be made so that nobody stands out. */
export async function addExtract(
  transaction: Statements,
  basis: Basis,
  asked: NewExtract,
): Promise<{ readonly id: string; readonly lines: number }> {
  const id = crypto.randomUUID();
  await transaction.run({
    text: `INSERT INTO partners.extract (id, agreement_id, theme_id, state, unit, form, fields, since, until, comparison_group, smallest_class, destroy_by,
        extracted_by, extracted_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7::text[], $8, $9, $10, $11, $12, $13, $14)`,
    values: [
      id,
      basis.kind === 'AGREEMENT' ? basis.id : null,
      basis.kind === 'THEME' ? basis.id : null,
      asked.state,
      asked.unit,
      asked.form,
      asked.fields,
      asked.since,
      asked.until,
      basis.comparisonGroup,
      basis.smallestClass,
      basis.destroyBy,
      asked.by,
      asked.at.toISOString(),
    ],
  });
  const [made] = await transaction.run<{ lines: number }>({
    text: 'SELECT partners.make_extract($1) AS lines',
    values: [id],
  });
  return { id, lines: made?.lines ?? 0 };
}

/** Whether an analyst or a body of this holds another of some of these days of which nobody has certified that it was destroyed. */
export async function overlaps(
  transaction: Statements,
  basis: Basis,
  { since, until }: Pick<NewExtract, 'since' | 'until'>,
): Promise<boolean> {
  const [row] = await transaction.run<{ overlaps: boolean }>({
    text: 'SELECT partners.extract_overlaps($1, $2, $3, NULL) AS overlaps',
    values: [basis.id, since, until],
  });
  return row?.overlaps ?? true;
}

/** What is kept here of an extract is destroyed, and the key by which its pseudonyms were made. */
export async function shredExtract(transaction: Statements, id: string): Promise<void> {
  await transaction.run({ text: 'SELECT partners.shred_extract($1)', values: [id] });
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
