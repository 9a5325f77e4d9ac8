import { ACTIONS } from '../rules/action.ts';
import { deniedPurposes } from '../rules/admitting.ts';
import type { PolicySchema } from '../rules/policy-schema.ts';
import { PURPOSES } from '../rules/purpose.ts';
import type { Rule } from '../rules/rule.ts';
import { changedPlaces, oncePerPair } from './changed-places.ts';
import type { Place, PolicyTable } from './policy-table.ts';
import { tableOf } from './policy-table.ts';
import { implies } from './solver/solver.ts';

/**
 * Whether it is proved that a draft releases nothing that the live rules do not, and lets nobody record what they do not:
 * whatever roles somebody holds. What is said of releasing here is so of recording, each by its own rules.
 *
 * It is enough to look at single roles and, where a denial of one role got weaker, at pairs with it. For a set of roles
 * releases where one of them, A, is allowed and none is denied. Let the draft do so in some state, and the live rules not.
 * If no live rule denies any of the set there, A alone is released by the draft and not by the live rules: the single role
 * A shows it. Otherwise a live rule denies some B of the set, which the draft does not: the pair of A and B shows it.
 * What cannot be decided does not narrow. What is released whole is told by who is admitted to it: there a permission more
 * is one more, whatever denies it now, and a denial less is one less.
 */
export function onlyNarrows(
  live: readonly Rule[],
  draft: readonly Rule[],
  { dictionary, releasedWhole }: Pick<PolicySchema, 'dictionary' | 'releasedWhole'>,
): boolean {
  return (
    [...releasedWhole].every(([whole, inside]) => admitsNoMore(live, draft, whole, inside)) &&
    ACTIONS.every((action) =>
      letsNoMore(tableOf(live, dictionary, action), tableOf(draft, dictionary, action)),
    )
  );
}

function letsNoMore(before: PolicyTable, after: PolicyTable): boolean {
  const narrowed = new Narrowing(before, after);
  return (
    after.roles.every((role) => narrowed.offersNoNewPurpose(role)) &&
    changedPlaces(before, after).every(
      (place) =>
        after.roles.every((role) => narrowed.releasesNoMore([role], place)) &&
        narrowed.keepsDenials(place),
    )
  );
}

function admitsNoMore(
  live: readonly Rule[],
  draft: readonly Rule[],
  whole: string,
  inside: ReadonlySet<string>,
): boolean {
  const permitted = (rules: readonly Rule[], role: string): ReadonlySet<string> =>
    new Set(
      rules
        .filter(
          (rule) =>
            rule.action === 'read' &&
            rule.effect === 'ALLOW' &&
            rule.resource === whole &&
            rule.role === role,
        )
        .flatMap(({ purposes }) => purposes),
    );
  const roles = new Set([...live, ...draft].map(({ role }) => role));
  const left = new Set([...roles].flatMap((role) => [...permitted(draft, role)]));
  return [...roles].every((role) => {
    const [had, has] = [permitted(live, role), permitted(draft, role)];
    const was = deniedPurposes(live, [role], whole, inside);
    const is = deniedPurposes(draft, [role], whole, inside);
    return (
      [...has].every((each) => had.has(each)) &&
      [...was].every((each) => is.has(each) || !left.has(each))
    );
  });
}

class Narrowing {
  readonly #before: PolicyTable;
  readonly #after: PolicyTable;
  readonly #implies: ReturnType<typeof oncePerPair>;

  constructor(before: PolicyTable, after: PolicyTable) {
    this.#before = before;
    this.#after = after;
    this.#implies = oncePerPair(
      (one, other, place) =>
        implies(one, other) ||
        implies(after.afterStanding(one, place), before.afterStanding(other, place)),
    );
  }

  offersNoNewPurpose(role: string): boolean {
    const had = this.#before.purposesOf([role]);
    return this.#after.purposesOf([role]).every((purpose) => had.includes(purpose));
  }

  releasesNoMore(roles: readonly string[], place: Place): boolean {
    return this.#after
      .purposesOf(roles)
      .every((purpose) =>
        this.#implies(
          this.#after.permittedTo(roles, purpose, place),
          this.#before.permittedTo(roles, purpose, place),
          place,
        ),
      );
  }

  /** Where a role is denied less than before, nobody gains by holding it beside another. */
  keepsDenials(place: Place): boolean {
    const denying = this.#before.rulesNaming(place).filter(({ rule }) => rule.effect === 'DENY');
    const denied = new Set(denying.map(({ rule }) => rule.role));
    return [...denied].every(
      (role) =>
        PURPOSES.every((purpose) =>
          implies(
            this.#before.deniedTo(role, purpose, place),
            this.#after.deniedTo(role, purpose, place),
          ),
        ) || this.#after.roles.every((other) => this.releasesNoMore([role, other], place)),
    );
  }
}
