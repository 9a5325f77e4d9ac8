/** Alternatives of one rule: each becomes a test of its own in a statement. */
export const MOST_WAYS = 64;

/** Conditions in one rule, levels of all, any and not, and values that it compares with. */
export const RULE_LIMITS = { conditions: 100, levels: 11, values: 200 } as const;

/**
 * Of one field and role: alternatives, each of which asks episodes by itself; tests that a statement makes, as often as it
 * repeats them; and values that it compares with. Far beyond what an agreement says of one.
 */
export const DECISION_LIMITS = { ways: 256, tests: 1_024, values: 256 } as const;

/** Rules of one policy, and values that all of them together compare with: a proof looks at every one. */
export const POLICY_LIMITS = { rules: 20_000, values: 5_000 } as const;
