export { abilityFor, type PolicyAbility } from './abilities/ability.ts';
export {
  decideField,
  type FieldDecision,
  reasonFor,
  type WithheldReason,
} from './abilities/decision.ts';
export type { Resource } from './abilities/matcher.ts';
export { unlessOverriding } from './abilities/unless-overriding.ts';
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
export { ADDRESS_IN_PART, hiddenWith, holderOf } from './classes/hidden-with.ts';
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
export type {
  AccessExplanation,
  AccessOutcome,
  ExplainedCondition,
  ExplainedRule,
  ExplainedVerdict,
  Requirement,
} from './explanations/access-explanation.ts';
export {
  explainField,
  type FieldQuestion,
  type FoundRecord,
  testsFor,
} from './explanations/explain-field.ts';
export type { Outcomes, Test } from './explanations/leaf.ts';
export {
  changeBetween,
  type DecisionPair,
  type Holder,
  type PolicyChange,
} from './impact/policy-change.ts';
export {
  type AgreementInForce,
  type AgreementsInForce,
  purposesAgreed,
  trainingGrace,
} from './law/agreement-in-force.ts';
export {
  ARTICLE_6,
  ARTICLE_6_CONSENT,
  type Article6Basis,
  RECOGNISED_INTERESTS,
} from './law/article-6.ts';
export {
  ARTICLE_9,
  ARTICLE_9_CONSENT,
  type Article9Condition,
  KINDS_UNDER_SECRECY,
} from './law/article-9.ts';
export { isBlank, SAYING_NOTHING } from './law/blank.ts';
export { BY_AGREEMENT } from './law/by-agreement.ts';
export { RELEVANT_PARTNERS, SECTION_11_BODIES, WELL_BEING_HEADS } from './law/children-act-2004.ts';
export { civilDay } from './law/civil-day.ts';
export {
  ARTICLE_8_AIMS,
  CONFIDENCE_ROUTES,
  type ConfidenceRoute,
  PUBLIC_INTEREST_QUESTIONS,
} from './law/confidence.ts';
export { BEGINNING, type Dated, DUAA_2025, entryInForce, inForce } from './law/dated.ts';
export {
  DEA_OBJECTIVES,
  DISADVANTAGE_FACTORS,
  FACTORS_NEEDED,
  SPECIFIED_PERSONS,
} from './law/digital-economy-act.ts';
export { READERS_OF_EARLIER_EPISODES } from './law/earlier-episodes.ts';
export {
  JUSTIFICATION_FINDINGS,
  type JustificationFinding,
  type JustificationFindingCode,
  type JustificationInLaw,
} from './law/findings/finding.ts';
export {
  findingsForClass,
  findingsOfJustification,
} from './law/findings/findings-of-justification.ts';
export type { Relying } from './law/findings/relying.ts';
export type { GatewayHead, LegalGateway } from './law/gateway.ts';
export { LEGAL_GATEWAYS, WRONG_CITATIONS } from './law/gateways.ts';
export { type AgencyInLaw, mayRely, type Reliance } from './law/may-rely.ts';
export { FOLDERS, OF_THE_WHOLE_FAMILY } from './law/named-persons.ts';
export {
  LAW_ENFORCEMENT_PURPOSES,
  OFFENCE_AUTHORITIES,
  type OffenceAuthority,
} from './law/offence-data.ts';
export { PRECONDITIONS, type Precondition } from './law/preconditions.ts';
export { CALDICOTT_PRINCIPLES, GOLDEN_RULES_2018, GOLDEN_RULES_2024 } from './law/principles.ts';
export { PROCEEDINGS, type ProceedingLaw } from './law/proceedings.ts';
export { PURPOSE_LOCKS, type PurposeLock } from './law/purpose-locks.ts';
export {
  ABSENCE_OF_CONSENT_REASONS,
  type AbsenceOfConsentReason,
  SCHEDULE_1,
  type Schedule1Condition,
} from './law/schedule-1.ts';
export { STANDINGS, type Standing } from './law/standings.ts';
export { stillMissing, type Unfinished } from './law/still-missing.ts';
export { SUCCESSORS_OF_1998 } from './law/successors.ts';
export { BINDING_LEVELS, type BindingLevel, levelsHiding } from './law/young-persons-limit.ts';
export { evaluate } from './oracle/evaluate.ts';
export type * from './oracle/facts.ts';
export { createOracle, type Oracle, type ValueSource } from './oracle/oracle.ts';
export { isSigned } from './oracle/predicates/agreement-in-force.ts';
export type { OracleRequest } from './oracle/request.ts';
export type { OracleRow } from './oracle/row.ts';
export {
  type AtomOf,
  isOfDetails,
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
export {
  lostConcerns,
  readSeal,
  type SealedRule,
  sealOf,
  unlikeSeal,
} from './quarantine/policy-seal.ts';
export { ACTIONS, type Action, isAction } from './rules/action.ts';
export { admittingRules } from './rules/admitting.ts';
export { anchorsOf, SEEN_WITHOUT_REACH } from './rules/anchors.ts';
export { expandRule, type FieldRule } from './rules/expand-rule.ts';
export { parseRule } from './rules/parse-rule.ts';
export type { AttributeType, DecidedOn, PolicySchema } from './rules/policy-schema.ts';
export { isPurpose, PURPOSES, type Purpose } from './rules/purpose.ts';
export { FAMILY_ROLES, OVERRIDE_ROLE, UNSIGNED_AGENCY_ROLES } from './rules/roles.ts';
export type { Rule } from './rules/rule.ts';
export { RuleProblem } from './rules/rule-problem.ts';
export { rulesOfRoles } from './rules/rules-of-roles.ts';
export { STANDING_DENIALS } from './rules/standing-denials.ts';
export { findingsOf } from './validation/findings-of.ts';
export { findingsOfPolicy } from './validation/findings-of-policy.ts';
export { DECISION_LIMITS, POLICY_LIMITS, RULE_LIMITS } from './validation/limits.ts';
export { oneOf } from './validation/nearest.ts';
export {
  RULE_FINDING_CODES,
  type RuleFinding,
  type RuleFindingCode,
} from './validation/rule-finding.ts';
export { conditionInWords } from './words/condition-in-words.ts';
export { predicateInWords } from './words/predicate-words.ts';
