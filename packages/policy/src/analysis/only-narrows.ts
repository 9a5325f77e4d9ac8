import type { DataDictionary } from '../classes/dictionary.ts';
import { conditionKey } from '../conditions/simplify.ts';
import type { Purpose } from '../rules/purpose.ts';
import { PURPOSES } from '../rules/purpose.ts';
import type { Rule } from '../rules/rule.ts';
import type { Place, PolicyTable } from './policy-table.ts';
import { tableOf } from './policy-table.ts';
import { implies } from './solver/solver.ts';

/**
 * Whether it is proved that a draft releases nothing that the live rules do not: to nobody, whatever roles they hold.
 *
 * It is enough to look at single roles and, where a denial of one role got weaker, at pairs with it. For a set of roles
 * releases where one of them, A, is allowed and none is denied. Let the draft do so in some state, and the live rules not.
 * If no live rule denies any of the set there, A alone is released by the draft and not by the live rules: the single role
 * A shows it. Otherwise a live rule denies some B of the set, which the draft does not: the pair of A and B shows it.
 * What cannot be decided does not narrow.
 */
export function onlyNarrows(
  live: readonly Rule[],
  draft: readonly Rule[],
  dictionary: DataDictionary,
): boolean {
  const [before, after] = [tableOf(live, dictionary), tableOf(draft, dictionary)];
  const changed = changedPlaces(before, after);
  return (
    after.roles.every(
      (role) =>
        after.purposesOf([role]).every((purpose) => before.purposesOf([role]).includes(purpose)) &&
        changed.every((place) =>
          after
            .purposesOf([role])
            .every((purpose) => narrowsFor([role], purpose, place, before, after)),
        ),
    ) && changed.every((place) => keepsDenials(place, before, after))
  );
}

/** The fields that some rule of one table is about and the other has not in the same words. */
function changedPlaces(before: PolicyTable, after: PolicyTable): readonly Place[] {
  return after.places().filter((place) => {
    const [were, are] = [before, after].map((table) => textOf(table, place));
    return were !== are;
  });
}

function textOf(table: PolicyTable, place: Place): string {
  return table
    .rulesNaming(place)
    .map(({ rule, when }) =>
      [rule.role, rule.effect, rule.purposes.join(), conditionKey(when)].join(' '),
    )
    .toSorted()
    .join('\n');
}

function narrowsFor(
  roles: readonly string[],
  purpose: Purpose,
  place: Place,
  before: PolicyTable,
  after: PolicyTable,
): boolean {
  return implies(after.releasedTo(roles, purpose, place), before.releasedTo(roles, purpose, place));
}

/** Where a role is denied less than before, nobody gains by holding it beside another. */
function keepsDenials(place: Place, before: PolicyTable, after: PolicyTable): boolean {
  const denied = new Set(
    before
      .rulesNaming(place)
      .filter(({ rule }) => rule.effect === 'DENY')
      .map(({ rule }) => rule.role),
  );
  return [...denied].every((role) =>
    PURPOSES.every(
      (purpose) =>
        implies(before.deniedTo(role, purpose, place), after.deniedTo(role, purpose, place)) ||
        after.roles.every((other) => narrowsFor([role, other], purpose, place, before, after)),
    ),
  );
}
