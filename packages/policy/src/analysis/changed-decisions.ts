import type { DataDictionary } from '../classes/dictionary.ts';
import type { Condition } from '../conditions/condition.ts';
import { conditionKey } from '../conditions/simplify.ts';
import type { Purpose } from '../rules/purpose.ts';
import { PURPOSES } from '../rules/purpose.ts';
import type { Rule } from '../rules/rule.ts';
import { changedPlaces, oncePerPair } from './changed-places.ts';
import type { Place, PolicyTable } from './policy-table.ts';
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
  const isSame = oncePerPair(
    (was, is, place) =>
      equivalent(was, is) ||
      equivalent(before.afterStanding(was, place), after.afterStanding(is, place)),
  );
  return (
    opensPurpose(before, after, roles) ? after.places() : changedPlaces(before, after)
  ).flatMap((place) => {
    const decisions = purposes.map((purpose) => ({
      purpose,
      was: before.permittedTo(roles, purpose, place),
      is: after.permittedTo(roles, purpose, place),
    }));
    const changed = decisions.filter(({ was, is }) => !isSame(was, is, place));
    const alike = Map.groupBy(changed, ({ was, is }) => [was, is].map(conditionKey).join('\n'));
    return [...alike.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      return [
        {
          ...place,
          purposes: group.map(({ purpose }) => purpose),
          live: before.afterStanding(first.was, place),
          draft: after.afterStanding(first.is, place),
        },
      ];
    });
  });
}

/** Whether the roles may choose a purpose by one of the tables only: then what is everybody's changes with it. */
function opensPurpose(before: PolicyTable, after: PolicyTable, roles: readonly string[]): boolean {
  return before.purposesOf(roles).join() !== after.purposesOf(roles).join();
}
