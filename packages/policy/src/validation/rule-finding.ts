/** What can be wrong with a rule; codes are stable. */
export const RULE_FINDING_CODES = [
  'RULE_SHAPE',
  'KEY_UNKNOWN',
  'KEY_HOSTILE',
  'NAME_INVALID',
  'NAME_REPEATED',
  'ROLE_UNKNOWN',
  'ACTION_UNKNOWN',
  'TYPE_UNKNOWN',
  'COVER_INVALID',
  'FIELD_UNKNOWN',
  'CLASS_UNKNOWN',
  'PURPOSE_UNKNOWN',
  'EFFECT_UNKNOWN',
  'CLAUSE_UNKNOWN',
  'LIST_INVALID',
  'LIST_TOO_LONG',
  'REPEATED',
  'CONDITION_SHAPE',
  'CONDITION_TOO_DEEP',
  'CONDITION_TOO_LARGE',
  'CONDITION_NEVER',
  'CONDITION_ALWAYS',
  'BRANCH_DEAD',
  'PART_CERTAIN',
  'OPERATOR_UNKNOWN',
  'PREDICATE_UNKNOWN',
  'PREDICATE_NEEDS_ROLE',
  'PREDICATE_NEVER_HOLDS',
  'ATTRIBUTE_UNKNOWN',
  'ATTRIBUTE_NOT_COMPARABLE',
  'OPERAND_INVALID',
  'OPERAND_TYPE',
  'OPERAND_UNKNOWN',
  'PLACEHOLDER',
  'UNANCHORED',
  'NOT_PUBLIC',
  'RELEASED_WHOLE',
  'NOT_RECORDED',
  'RULE_REPEATED',
  'DENIAL_EMPTY',
  'PURPOSE_NOT_USED',
  'ALLOW_HIDDEN',
  'POLICY_SHAPE',
  'POLICY_TOO_LARGE',
] as const;
export type RuleFindingCode = (typeof RULE_FINDING_CODES)[number];

/** One thing that is wrong with a rule, and what would be right. Never holds a value that the rule compares. */
export interface RuleFinding {
  /** The rule's name, shortened; null where it has none, or where the finding is about the set. */
  readonly rule: string | null;
  readonly code: RuleFindingCode;
  /** Where in the rule, as a JSON pointer (RFC 6901) with odd keys shortened: `/when/all/1/where/status`. */
  readonly part: string;
  /** What was found: a kind of thing, or a name, escaped and shortened. */
  readonly found: string;
  readonly expected: string;
}

/** A finding before its rule is named. */
export type PartFinding = Omit<RuleFinding, 'rule'>;
