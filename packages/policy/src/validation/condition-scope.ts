import type { PolicySchema } from '../rules/policy-schema.ts';

/** What the condition of one rule is about, as far as the rule could be read. */
export interface ConditionScope {
  readonly schema: PolicySchema;
  /** Null where the type is unknown. */
  readonly type: string | null;
  /** The fields covered; null where they could not be read. */
  readonly covered: readonly string[] | null;
  /** Null where the role could not be read. */
  readonly role: string | null;
}
