import type { SealedRule } from '@postern/policy';

/** A rule as it is stored: JSON, which `@postern/policy` reads. What stands in the database may be none. */
export type RuleBody = unknown;

/** Rules by name. */
export type RuleSet = ReadonlyMap<string, RuleBody>;

/** The rules of a version, and what those that were approved were sealed with. */
export interface SealedRules {
  readonly rules: RuleSet;
  readonly seal: readonly SealedRule[];
}

/** The role a rule speaks about; null where it is none that could be read. */
export function roleOf(body: RuleBody): string | null {
  if (typeof body !== 'object' || body === null || !('role' in body)) return null;
  return typeof body.role === 'string' ? body.role : null;
}

/** Tells whether two rules are the same, whatever the order of their keys. */
export function isSameRule(one: RuleBody, other: RuleBody): boolean {
  return JSON.stringify(one) === JSON.stringify(other) || canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
