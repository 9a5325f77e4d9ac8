import type { Condition } from '@postern/policy';
import { NEVER, substitute } from '@postern/policy';

/** The condition as it stands for a list of entries: the reader's own agency's make no difference to what is told of it, the class does. */
export function withoutOwnEntries(condition: Condition): Condition {
  return substitute(condition, (atom) =>
    atom.predicate === 'entry.ownAgency' ? NEVER : undefined,
  );
}
