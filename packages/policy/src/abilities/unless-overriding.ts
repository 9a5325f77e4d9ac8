import type { Condition } from '../conditions/condition.ts';
import { NEVER } from '../conditions/condition.ts';
import { substitute } from '../conditions/substitute.ts';
import { OVERRIDE_ROLE } from '../rules/roles.ts';

/**
 * What is left of a decision for whoever holds these roles: without an override nothing yields to one, and what is restricted
 * is among what is hidden, so all that is hidden is one question.
 */
export function unlessOverriding(released: Condition, roles: readonly string[]): Condition {
  if (roles.includes(OVERRIDE_ROLE)) return released;
  return substitute(released, ({ predicate }) =>
    predicate === 'override.live' || predicate === 'detail.restricted' ? NEVER : undefined,
  );
}
