import type { DataDictionary } from '../../classes/dictionary.ts';
import type { Rule } from '../../rules/rule.ts';
import type { PolicyTable } from '../policy-table.ts';
import { tableOf } from '../policy-table.ts';
import type { Counterexample, Obligation, ProofScope } from './obligation.ts';
import { JUSTIFIED_CLASSES } from './obligations/justified-classes.ts';
import { ADMINISTRATORS, REPORTING } from './obligations/no-records.ts';
import { OVERRIDES } from './obligations/overrides.ts';
import { MANDATORY_PRECONDITIONS } from './obligations/preconditions.ts';

/** What every policy version has to keep. */
export const OBLIGATIONS: readonly Obligation[] = [
  JUSTIFIED_CLASSES,
  ADMINISTRATORS,
  REPORTING,
  OVERRIDES,
  MANDATORY_PRECONDITIONS,
];

/**
 * Looks for states in which rules break an obligation, over all states that the axioms allow. None found is a proof:
 * what could not be decided comes back as a counterexample, too.
 */
export function prove(
  rules: readonly Rule[],
  dictionary: DataDictionary,
  scope: ProofScope,
): readonly Counterexample[] {
  return proveTable(tableOf(rules, dictionary), scope);
}

export function proveTable(policy: PolicyTable, scope: ProofScope): readonly Counterexample[] {
  return OBLIGATIONS.flatMap((obligation) => obligation.counterexamples(policy, scope));
}
