/** Alternatives of one rule: each becomes a test of its own in a statement. */
export const MOST_WAYS = 64;
