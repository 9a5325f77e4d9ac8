import {
  FAMILY_ROLES,
  hiddenWith,
  isOfDetails,
  NEVER,
  substitute,
  unlessOverriding,
} from '@postern/policy';
import type { Settle } from './rows-question.ts';

/** What everybody of these roles answers alike: only these details are hidden from anybody, and a limit binds family members only. */
export function settleFor(roles: readonly string[], hidden: ReadonlySet<string>): Settle {
  const isFamily = roles.some((role) => FAMILY_ROLES.includes(role));
  return (condition) =>
    substitute(unlessOverriding(condition, roles), (atom) => {
      if (atom.predicate === 'limit.hides' && !isFamily) return NEVER;
      if (isOfDetails(atom) && !hiddenWith(atom.coordinate).some((one) => hidden.has(one)))
        return NEVER;
      return undefined;
    });
}
