export { abilityFor, type PolicyAbility } from './abilities/ability.ts';
export {
  decideField,
  type FieldDecision,
  reasonFor,
  type WithheldReason,
} from './abilities/decision.ts';
export type { Resource } from './abilities/matcher.ts';
export { AXIOMS, type Axiom } from './analysis/axioms.ts';
export { type BrokenScenario, brokenScenarios } from './analysis/broken-scenarios.ts';
export { type ChangedDecision, changedDecisions } from './analysis/changed-decisions.ts';
export { onlyNarrows } from './analysis/only-narrows.ts';
export type { Counterexample, Obligation, ProofScope } from './analysis/proof/obligation.ts';
export { OBLIGATIONS, prove } from './analysis/proof/prove.ts';
export { type CitedRule, type ReachLine, reachOf } from './analysis/reach.ts';
export {
  type Combination,
  combinationsOf,
  conditionOf,
  type Literal,
} from './analysis/solver/combinations.ts';
export {
  type Answer,
  equivalence,
  equivalent,
  implication,
  implies,
  isSatisfiable,
  isTautology,
  satisfiability,
} from './analysis/solver/solver.ts';
export type { AttributeKinds } from './analysis/solver/state-space.ts';
export type { ScalarKind } from './analysis/solver/values.ts';
export {
  CLASS_KEYS,
  type ClassKey,
  DATA_CATEGORIES,
  DATA_CLASSES,
  type DataClass,
  isClassKey,
  isJustifiable,
} from './classes/data-class.ts';
export { type Coordinate, coordinate, type DataDictionary } from './classes/dictionary.ts';
export { ADDRESS_IN_PART, hiddenWith } from './classes/hidden-with.ts';
export {
  ALWAYS,
  type Comparison,
  type Condition,
  NEVER,
  type Scalar,
} from './conditions/condition.ts';
export { and, conditionKey, not, or } from './conditions/simplify.ts';
export { atomsOf, substitute } from './conditions/substitute.ts';
export { type ConditionTemplate, instantiate } from './conditions/template.ts';
export { needsEpisode } from './conditions/ways.ts';
export { READERS_OF_EARLIER_EPISODES } from './law/earlier-episodes.ts';
export * from './law/legal-tables.ts';
export { PRECONDITIONS, type Precondition } from './law/preconditions.ts';
export { PROCEEDINGS, type ProceedingLaw } from './law/proceedings.ts';
export { PURPOSE_LOCKS, type PurposeLock } from './law/purpose-locks.ts';
export { BINDING_LEVELS, type BindingLevel, levelsHiding } from './law/young-persons-limit.ts';
export type * from './oracle/facts.ts';
export { createOracle, type Oracle, type ValueSource } from './oracle/oracle.ts';
export type { OracleRequest } from './oracle/request.ts';
export type { OracleRow } from './oracle/row.ts';
export {
  type AtomOf,
  PREDICATES,
  type PredicateAtom,
  type PredicateDescription,
  type PredicateName,
  type PredicateScope,
  type WithheldCode,
} from './predicates/predicate.ts';
export {
  type CorruptRule,
  type LoadedPolicy,
  loadPolicy,
  type StoredPolicyRule,
} from './quarantine/load-policy.ts';
export { readSeal, type SealedRule, sealOf } from './quarantine/policy-seal.ts';
export { expandRule, type FieldRule } from './rules/expand-rule.ts';
export { parseRule } from './rules/parse-rule.ts';
export type { AttributeType, DecidedOn, PolicySchema } from './rules/policy-schema.ts';
export { isPurpose, PURPOSES, type Purpose } from './rules/purpose.ts';
export { FAMILY_ROLES, UNSIGNED_AGENCY_ROLES } from './rules/roles.ts';
export type { Rule } from './rules/rule.ts';
export { RuleProblem } from './rules/rule-problem.ts';
export { STANDING_DENIALS } from './rules/standing-denials.ts';
export { findingsOf } from './validation/findings-of.ts';
export { findingsOfPolicy } from './validation/findings-of-policy.ts';
export {
  RULE_FINDING_CODES,
  type RuleFinding,
  type RuleFindingCode,
} from './validation/rule-finding.ts';
export { conditionInWords } from './words/condition-in-words.ts';
export { predicateInWords } from './words/predicate-words.ts';
