import { createHmac } from 'node:crypto';
import type { Connection } from '@postern/database';
import { cast } from '@postern/sample-county';

const { halima, dorothea } = cast.practitioners;
const NOW = '2026-06-17T10:00:00Z';
const OUTCOMES = ['END_REASON', 'NEEDS', 'NEEDS_MET'];

/** What is asked for. */
export interface Asked {
  readonly unit: 'FAMILY' | 'PERSON';
  readonly fields: readonly string[];
  readonly smallest: number;
  /** The first year of two. */
  readonly year: number;
}
export type Form = 'ROWS' | 'STATISTICS';

/** An extract with nothing of it hidden. */
export interface Made {
  readonly id: string;
  readonly headings: readonly string[];
  readonly lines: readonly (readonly string[])[];
  readonly leftOut: number;
  /** The columns that tell somebody apart, and those that say what became of them. */
  readonly known: readonly number[];
  readonly outcomes: readonly number[];
}

/** A signed agreement of its own, by whoever may plant one. */
export async function agreementOn(
  owner: Connection,
  { fields, smallest }: Asked,
  over: { readonly signed?: boolean; readonly analyst?: string } = {},
): Promise<string> {
  const id = crypto.randomUUID();
  const { signed = true, analyst = halima.id } = over;
  await owner.run({
    text: `INSERT INTO partners.extract_agreement (id, flow, body, purpose, title, signed_on, starts_on, ends_on, fields, smallest_class, analysts, method, destroy_by, recorded_by, recorded_at)
      VALUES ($1, 'TURNAROUND', 'MOJ', 'RESEARCH', 'Random cohorts', $2, '2026-01-01', '2026-12-31', $3::text[], $4, $5::uuid[], 'KEPT_HERE', '2026-12-31', $6, '${NOW}')`,
    values: [id, signed ? '2026-01-01' : null, fields, smallest, [analyst], dorothea.id],
  });
  return id;
}

/** Registers an extract and has it filled, as the service does and in its role; answers how many lines it has. */
export async function makes(
  service: Connection,
  agreement: string,
  { unit, fields, smallest, year }: Asked,
  form: Form,
): Promise<{ readonly id: string; readonly lines: number }> {
  const id = crypto.randomUUID();
  return service.transaction(async (transaction) => {
    await transaction.run({
      text: `INSERT INTO partners.extract (id, agreement_id, state, unit, form, fields, since, until, comparison_group, smallest_class, destroy_by, extracted_by, extracted_at)
        VALUES ($1, $2, 'EXTRACTED', $3, $4, $5::text[], $6, $7, false, $8, '2026-12-31', $9, '${NOW}')`,
      values: [
        ...[id, agreement, unit, form, fields],
        ...[`${year}-01-01`, `${year + 1}-12-31`, smallest, halima.id],
      ],
    });
    const [row] = await transaction.run<{ lines: number }>({
      text: 'SELECT partners.make_extract($1, $2::timestamptz) AS lines',
      values: [id, NOW],
    });
    return { id, lines: row?.lines ?? -1 };
  });
}

/** What is in an extract, as nobody but the owner of the database reads it. */
export async function contentOf(owner: Connection, id: string): Promise<Made> {
  const [made] = await owner.run<{ headings: string[]; leftOut: number }>({
    text: 'SELECT headings, left_out AS "leftOut" FROM partners.extract WHERE id = $1',
    values: [id],
  });
  const lines = await owner.run<{ cells: string[] }>({
    text: 'SELECT cells FROM extracts.line WHERE extract_id = $1 ORDER BY position',
    values: [id],
  });
  const headings = made?.headings ?? [];
  const which = (isWanted: (heading: string) => boolean) =>
    headings.flatMap((heading, at) => (isWanted(heading) ? [at] : []));
  return {
    id,
    headings,
    lines: lines.map(({ cells }) => cells),
    leftOut: made?.leftOut ?? -1,
    known: which((each) => ![...OUTCOMES, 'PSEUDONYM', 'FAMILIES', 'PERSONS'].includes(each)),
    outcomes: which((each) => OUTCOMES.includes(each)),
  };
}

/** By which pseudonym somebody would go in an extract, reckoned apart from the database by the key that it drew. */
export async function pseudonymsIn(
  owner: Connection,
  { id }: Made,
  unit: Asked['unit'],
): Promise<(subject: string) => string> {
  const [key] = await owner.run<{ inner: string; outer: string }>({
    text: `SELECT encode(inner_block, 'hex') AS inner, encode(outer_block, 'hex') AS outer FROM extracts.key WHERE extract_id = $1`,
    values: [id],
  });
  const unpadded = (block: string, pad: number) => Buffer.from(block, 'hex').map((b) => b ^ pad);
  const secret = unpadded(key?.inner ?? '', 0x36);
  if (!Buffer.from(unpadded(key?.outer ?? '', 0x5c)).equals(Buffer.from(secret)))
    throw new Error('the two blocks are not of one key');
  return (subject) =>
    createHmac('sha256', secret)
      .update(unit)
      .update(Buffer.from(subject.replaceAll('-', ''), 'hex'))
      .digest('hex');
}
