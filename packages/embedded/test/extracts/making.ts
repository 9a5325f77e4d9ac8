import { createHmac } from 'node:crypto';
import type { Connection } from '@postern/database';
import { cast } from '@postern/sample-county';

const { halima, desmond, dorothea, gideon, caspar, niamh, ursula } = cast.practitioners;
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

type Columns = Readonly<Record<string, unknown>>;

/** Whom a theme instructs, and for which partners somebody agreed to it. */
interface Instructed {
  readonly analysts: readonly string[];
  readonly matching: string;
  readonly partners?: readonly { readonly id: string; readonly agency: { readonly id: string } }[];
}

/** With whom an agreement is and who makes extracts under it; of two that share neither, both may be out. */
export interface Holder {
  readonly body: string;
  readonly actingFor?: string | null;
  readonly analyst: string;
}
export const JUSTICE: Holder = { body: 'MOJ', analyst: halima.id };
export const WORK_AND_PENSIONS: Holder = { body: 'DWP', analyst: desmond.id };

/** An agreement of its own, by whoever may plant one; signed unless it is said not to be. */
export async function agreementOn(
  owner: Connection,
  { fields, smallest }: Asked,
  { body, actingFor = null, analyst }: Holder = JUSTICE,
  over: Columns = {},
): Promise<On> {
  const id = crypto.randomUUID();
  await planted(owner, 'partners.extract_agreement', {
    ...{ id, flow: 'TURNAROUND', body, acting_for: actingFor, purpose: 'RESEARCH' },
    ...{ title: 'Random cohorts', fields, smallest_class: smallest, comparison_group: false },
    ...{ starts_on: '2026-01-01', ends_on: '2026-12-31', destroy_by: '2026-12-31' },
    ...{ analysts: [analyst], method: 'KEPT_HERE', recorded_by: dorothea.id, recorded_at: NOW },
    ...{ revision: 1, signed_on: '2026-01-01', signature_recorded_by: gideon.id, ...over },
  });
  return { agreement_id: id };
}

/** An approved theme of its own, and three partners who agreed. */
export async function themeOn(
  owner: Connection,
  { fields, smallest }: Asked,
  { analysts, matching, partners = [gideon, caspar, niamh] }: Instructed,
  over: Columns = {},
): Promise<On> {
  const id = crypto.randomUUID();
  await planted(owner, 'partners.research_theme', {
    ...{ id, state: 'APPROVED', revision: 4, subgroup: 'Quality', title: 'T', question: 'What?' },
    ...{ fields, needs: fields, smallest_class: smallest, comparison_group: false },
    ...{ starts_on: '2026-01-01', ends_on: '2026-12-31', destroy_by: '2026-12-31' },
    ...{ analysts, matching_agency_id: matching, method: 'KEPT_HERE' },
    ...{ proposed_by: ursula.id, proposed_at: NOW, ...over },
  });
  for (const { id: by, agency } of partners)
    await planted(owner, 'partners.theme_approval', {
      ...{ id: crypto.randomUUID(), theme_id: id, partner: crypto.randomUUID() },
      ...{ agency_id: agency.id, approved_by: by, approved_at: NOW },
    });
  return { theme_id: id };
}

async function planted(owner: Connection, table: string, row: Columns): Promise<void> {
  await owner.run({
    text: `INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1::jsonb)`,
    values: [JSON.stringify(row)],
  });
}

/** What an extract is made under. */
export type On = { readonly agreement_id: string } | { readonly theme_id: string };

/** Who makes it, at which moment by the database, and by when it says that it is destroyed. */
export interface Making {
  readonly analyst?: string;
  readonly at?: string;
  readonly destroyBy?: string;
}

/** Registers an extract and has it filled, as the service does and in its role; answers how many lines it has. */
export function makes(
  service: Connection,
  on: On,
  asked: Asked,
  form: Form,
  making: Making = {},
): Promise<Filled> {
  return service.transaction((transaction) => fills(transaction, on, asked, form, making));
}

interface Filled {
  readonly id: string;
  readonly lines: number;
}

/** The same in a transaction that is under way. */
export async function fills(
  transaction: Pick<Connection, 'run'>,
  on: On,
  { unit, fields, smallest, year }: Asked,
  form: Form,
  { analyst = halima.id, at = NOW, destroyBy = '2026-12-31' }: Making,
): Promise<Filled> {
  const id = crypto.randomUUID();
  await transaction.run({ text: `SELECT set_config('postern.now', $1, true)`, values: [at] });
  const [[column = '', basis]] = Object.entries(on) as [[string, string]];
  await transaction.run({
    text: `INSERT INTO partners.extract (id, ${column}, state, unit, form, fields, since, until, comparison_group, smallest_class, destroy_by, extracted_by, extracted_at)
      VALUES ($1, $2, 'EXTRACTED', $3, $4, $5::text[], $6, $7, false, $8, $9, $10, '${NOW}')`,
    values: [
      ...[id, basis, unit, form, fields],
      ...[`${year}-01-01`, `${year + 1}-12-31`, smallest, destroyBy, analyst],
    ],
  });
  const [row] = await transaction.run<{ lines: number }>({
    text: 'SELECT partners.make_extract($1) AS lines',
    values: [id],
  });
  return { id, lines: row?.lines ?? -1 };
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
