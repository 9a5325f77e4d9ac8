/** What came of it: released, withheld and told so, no record to be seen, or nothing read at all. */
export type AccessOutcome = 'OPEN' | 'WITHHELD' | 'NOT_FOUND' | 'REFUSED';

/** Whether something holds; not told where there is no record to be seen. */
export type ExplainedVerdict = 'MET' | 'UNMET' | 'NOT_TOLD';

/** One condition of a rule, in words about the reader. */
export interface ExplainedCondition {
  readonly words: string;
  /** The clause it carries out; null for a comparison, which is the rule's own. */
  readonly clause: string | null;
  readonly verdict: ExplainedVerdict;
}

/** A rule about the field asked, on the path to the record that comes nearest to meeting it. */
export interface ExplainedRule {
  readonly name: string;
  readonly clause: string;
  readonly role: string;
  readonly effect: 'ALLOW' | 'DENY';
  /** Its whole condition, in words. */
  readonly words: string;
  readonly verdict: ExplainedVerdict;
  readonly conditions: readonly ExplainedCondition[];
}

/** Something that would have to be true, and who can make it so; null where nobody can. */
export interface Requirement {
  readonly words: string;
  readonly clause: string | null;
  readonly remedy: string;
  readonly whoCan: string | null;
}

/**
 * Why one account may or may not see one field of one record, for one purpose. It is the same for a record that may not be
 * seen as for one that does not exist, and says of what is protected that it was never recorded.
 */
export interface AccessExplanation {
  readonly outcome: AccessOutcome;
  readonly message: string;
  /** Of the notice or the refusal; null where the field is open and where there is no record. */
  readonly code: string | null;
  readonly clause: string | null;
  readonly remedy: string | null;
  readonly policyVersion: number | null;
  /** The rule that opens the field, denies it, or would open it with the least change. */
  readonly decidedBy: ExplainedRule | null;
  /** Every rule of the account's roles about the field and purpose. */
  readonly rules: readonly ExplainedRule[];
  readonly required: readonly Requirement[];
  /** The roles with a rule that gives the field for this purpose: of the policy, whoever may hold them. */
  readonly roles: readonly string[];
  /** The purposes for which a rule of the account's roles gives the field. */
  readonly purposes: readonly string[];
}
