import { FAMILY_ROLES, hiddenWith, NEVER, substitute } from '@postern/policy';
import type { Settle } from './rows-question.ts';

/** What everybody of these roles answers alike: only these details are hidden from anybody, and a limit binds family members only. */
export function settleFor(roles: readonly string[], hidden: ReadonlySet<string>): Settle {
  const isFamily = roles.some((role) => FAMILY_ROLES.includes(role));
  return (condition) =>
    substitute(condition, (atom) => {
      if (atom.predicate === 'limit.hides' && !isFamily) return NEVER;
      if (
        atom.predicate === 'detail.hidden' &&
        !hiddenWith(atom.coordinate).some((one) => hidden.has(one))
      )
        return NEVER;
      return undefined;
    });
}
