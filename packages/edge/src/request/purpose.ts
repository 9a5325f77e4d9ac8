import { Refusal } from '@postern/errors';
import { LAW_ENFORCEMENT_PURPOSES } from '@postern/policy';
import type { RequestContext as SubgraphContext } from '@postern/subgraph-kit';

/** What a request says its data is for. */
export type Purpose = SubgraphContext['purpose'];

/** What a contract says about purposes of use: those it knows, and the one that goes without saying. */
export interface PurposeRule {
  readonly known: readonly Purpose[];
  readonly whenAbsent: Purpose | null;
}

/** The one purpose of the reporting contract; it goes without saying there, and is not one for records. */
const REPORTING_PURPOSE: Purpose = 'PLANNING_AND_REPORTING';

/** The rule of a contract, given the purposes that may be declared for records. */
export function purposeRule(
  contract: 'records' | 'reporting',
  records: readonly Purpose[],
): PurposeRule {
  if (contract === 'records') return { known: records, whenAbsent: null };
  return { known: [...new Set([...records, REPORTING_PURPOSE])], whenAbsent: REPORTING_PURPOSE };
}

/**
 * What a caller asks for: what they declare; of whoever shows something that is good for one purpose only, that one.
 * @throws Refusal as {@link purposeOf}, and PURPOSE_NOT_PERMITTED where they declare another
 */
export function purposeFor(
  { purpose: only }: { readonly purpose?: string },
  header: string | readonly string[] | undefined,
  rule: PurposeRule,
): Purpose {
  if (only === undefined) return purposeOf(header, rule);
  const purpose = purposeOf(only, rule);
  if (header !== undefined && purposeOf(header, rule) !== purpose)
    throw new Refusal('PURPOSE_NOT_PERMITTED', { purposes: [purpose] });
  return purpose;
}

const LAW_ENFORCEMENT: ReadonlySet<string> = new Set(LAW_ENFORCEMENT_PURPOSES);

/**
 * Reads the Purpose-Of-Use header; throws Refusal PURPOSE_REQUIRED or PURPOSE_UNKNOWN, naming the purposes, and
 * PURPOSE_OF_LAW_ENFORCEMENT where another regime takes over (STA-3.1e).
 */
export function purposeOf(
  header: string | readonly string[] | undefined,
  { known, whenAbsent }: PurposeRule,
): Purpose {
  const declared = typeof header === 'string' ? header.trim() : undefined;
  if (header === undefined || declared === '') {
    if (whenAbsent === null) throw new Refusal('PURPOSE_REQUIRED', { purposes: known });
    return whenAbsent;
  }
  if (declared !== undefined && LAW_ENFORCEMENT.has(declared))
    throw new Refusal('PURPOSE_OF_LAW_ENFORCEMENT');
  const purpose = known.find((each) => each === declared);
  if (purpose === undefined) throw new Refusal('PURPOSE_UNKNOWN', { purposes: known });
  return purpose;
}
