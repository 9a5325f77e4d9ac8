import type { DataDictionary } from '../classes/dictionary.ts';
import type { Condition } from '../conditions/condition.ts';
import { conditionKey } from '../conditions/simplify.ts';
import type { Purpose } from '../rules/purpose.ts';
import { PURPOSES } from '../rules/purpose.ts';
import type { Rule } from '../rules/rule.ts';
import type { Place } from './policy-table.ts';
import { tableOf } from './policy-table.ts';
import { equivalent } from './solver/solver.ts';

/** A field that somebody of a set of roles may read otherwise than now, for these purposes; NEVER is not at all. */
export interface ChangedDecision extends Place {
  readonly purposes: readonly Purpose[];
  readonly live: Condition;
  readonly draft: Condition;
}

/**
 * What a draft changes for whoever holds exactly these roles: each field with both conditions, standing denials among them.
 * Left out is what is proved to be the same. A purpose that the roles may not choose releases nothing.
 */
export function changedDecisions(
  live: readonly Rule[],
  draft: readonly Rule[],
  dictionary: DataDictionary,
  roles: readonly string[],
): readonly ChangedDecision[] {
  const [before, after] = [tableOf(live, dictionary), tableOf(draft, dictionary)];
  const purposes = PURPOSES.filter((purpose) =>
    [before, after].some((table) => table.purposesOf(roles).includes(purpose)),
  );
  return after.places().flatMap((place) => {
    const decisions = purposes.map((purpose) => ({
      purpose,
      live: before.releasedTo(roles, purpose, place),
      draft: after.releasedTo(roles, purpose, place),
    }));
    const alike = Map.groupBy(decisions, (one) =>
      [one.live, one.draft].map(conditionKey).join('\n'),
    );
    return [...alike.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined || equivalent(first.live, first.draft)) return [];
      const { live: was, draft: is } = first;
      return [{ ...place, purposes: group.map(({ purpose }) => purpose), live: was, draft: is }];
    });
  });
}
