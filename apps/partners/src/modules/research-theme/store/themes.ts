import type { Held } from '@postern/steps';
import { hold } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import type { ExtractField, SecureMethod } from '../../extract-agreement/extract-catalogue.ts';
import type { ThemeState } from '../research-theme.table.ts';

/** A theme as commands read it. */
export interface Theme extends Held<ThemeState> {
  readonly proposedBy: string;
  readonly analysts: readonly string[];
}

/** @throws CommandRefused RECORD_UNKNOWN */
export function holdTheme(transaction: Statements, id: string): Promise<Theme> {
  const columns = 'proposed_by AS "proposedBy", analysts::text[] AS analysts';
  return hold<Theme>(transaction, { table: 'partners.research_theme', columns }, id);
}

/** What a new theme is made of. */
export interface NewTheme {
  readonly state: ThemeState;
  readonly subgroup: string;
  readonly title: string;
  readonly question: string;
  readonly fields: readonly { readonly field: ExtractField; readonly because: string }[];
  readonly comparisonGroup: boolean;
  readonly smallestClass: number;
  readonly matchingAgency: string;
  readonly analysts: readonly string[];
  readonly method: SecureMethod;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly destroyBy: string;
  readonly by: string;
  readonly at: Date;
}

export async function addTheme(transaction: Statements, made: NewTheme): Promise<string> {
  const id = crypto.randomUUID();
  await transaction.run({
    text: `INSERT INTO partners.research_theme (id, state, subgroup, title, question, fields, needs, comparison_group, smallest_class, matching_agency_id,
        analysts, method, starts_on, ends_on, destroy_by, proposed_by, proposed_at)
      VALUES ($1, $2, $3, $4, $5, $6::text[], $7::text[], $8, $9, $10, $11::uuid[], $12, $13, $14, $15, $16, $17)`,
    values: [
      id,
      made.state,
      made.subgroup,
      made.title,
      made.question,
      made.fields.map(({ field }) => field),
      made.fields.map(({ because }) => because),
      made.comparisonGroup,
      made.smallestClass,
      made.matchingAgency,
      made.analysts,
      made.method,
      made.startsOn,
      made.endsOn,
      made.destroyBy,
      made.by,
      made.at.toISOString(),
    ],
  });
  return id;
}

export async function stepTheme(
  transaction: Statements,
  id: string,
  state: ThemeState,
): Promise<void> {
  await transaction.run({
    text: 'UPDATE partners.research_theme SET state = $2, revision = revision + 1 WHERE id = $1',
    values: [id, state],
  });
}

/** The partners that agreed so far: an agency by its id, the council by its kind, whichever of its teams it was. */
export async function partnersAgreed(
  transaction: Statements,
  theme: string,
): Promise<readonly string[]> {
  const rows = await transaction.run<{ partner: string }>({
    text: 'SELECT partner FROM partners.theme_approval WHERE theme_id = $1',
    values: [theme],
  });
  return rows.map(({ partner }) => partner);
}

/** As which partner an agency counts. */
export async function partnerOf(transaction: Statements, agency: string): Promise<string> {
  const [row] = await transaction.run<{ partner: string }>({
    text: `SELECT CASE WHEN kind = 'COUNCIL' THEN kind ELSE id::text END AS partner FROM access.agency WHERE id = $1`,
    values: [agency],
  });
  return row?.partner ?? agency;
}

/** That somebody agreed for a partner. */
export interface Approval {
  readonly partner: string;
  readonly agency: string;
  readonly by: string;
  readonly at: Date;
}

export async function addApproval(
  transaction: Statements,
  theme: string,
  { partner, agency, by, at }: Approval,
): Promise<void> {
  await transaction.run({
    text: `INSERT INTO partners.theme_approval (id, theme_id, partner, agency_id, approved_by, approved_at)
      VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [crypto.randomUUID(), theme, partner, agency, by, at.toISOString()],
  });
}

/** Of these accounts, whether one works for the agency. */
export async function hasAnalystOf(
  transaction: Statements,
  agency: string,
  analysts: readonly string[],
): Promise<boolean> {
  const rows = await transaction.run({
    text: 'SELECT id FROM access.account WHERE agency_id = $1 AND id = ANY ($2::uuid[]) LIMIT 1',
    values: [agency, [...analysts]],
  });
  return rows.length > 0;
}
