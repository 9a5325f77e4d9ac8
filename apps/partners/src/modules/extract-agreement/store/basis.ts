import { hold } from '@postern/steps';
import type { Statements } from '@postern/subgraph-kit';
import type { ThemeState } from '../../research-theme/research-theme.table.ts';
import type { ExtractField, ExtractForm, SecureMethod } from '../extract-catalogue.ts';
import { EXTRACT_FORMS } from '../extract-catalogue.ts';
import { holdAgreement } from './agreements.ts';

/** What an extract rests on and what that allows; its days as `YYYY-MM-DD`. */
export interface Basis {
  readonly kind: 'AGREEMENT' | 'THEME';
  readonly id: string;
  /** Signed by both, or decided on by three partners. */
  readonly holds: boolean;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly destroyBy: string;
  readonly fields: readonly ExtractField[];
  readonly forms: readonly ExtractForm[];
  readonly analysts: readonly string[];
  readonly method: SecureMethod;
  readonly comparisonGroup: boolean;
  readonly smallestClass: number;
  /** The one agency that makes it; null where any named analyst does. */
  readonly matchingAgency: string | null;
}

/** Which of the two it is; exactly one of them is given. */
export interface BasisNamed {
  readonly agreement?: string | null | undefined;
  readonly theme?: string | null | undefined;
}

/** Of what rests on either. */
const BASIS_COLUMNS = `starts_on::text AS "startsOn", ends_on::text AS "endsOn", destroy_by::text AS "destroyBy", fields,
  analysts::text[] AS analysts, method, comparison_group AS "comparisonGroup", smallest_class AS "smallestClass"`;

/** Holds it until the transaction ends. @throws CommandRefused RECORD_UNKNOWN */
export async function holdBasis(
  transaction: Statements,
  { agreement, theme }: BasisNamed,
): Promise<Basis> {
  if (theme == null) {
    const { state, ...held } = await holdAgreement(transaction, agreement ?? '');
    const holds = state === 'SIGNED';
    return { ...held, kind: 'AGREEMENT', holds, forms: EXTRACT_FORMS, matchingAgency: null };
  }
  const columns = `matching_agency_id AS "matchingAgency", ${BASIS_COLUMNS}`;
  const { state, ...held } = await hold<HeldTheme>(
    transaction,
    { table: 'partners.research_theme', columns },
    theme,
  );
  return { ...held, kind: 'THEME', holds: state === 'APPROVED', forms: ['STATISTICS'] };
}

interface HeldTheme extends Omit<Basis, 'forms' | 'holds' | 'kind'> {
  readonly state: ThemeState;
  readonly revision: number;
}
