import type { PolicyAbility } from '../abilities/ability.ts';
import { abilityFor } from '../abilities/ability.ts';
import { decideField } from '../abilities/decision.ts';
import type { DataDictionary } from '../classes/dictionary.ts';
import type { Condition } from '../conditions/condition.ts';
import { NEVER } from '../conditions/condition.ts';
import type { Purpose } from '../rules/purpose.ts';
import { PURPOSES } from '../rules/purpose.ts';
import type { Rule } from '../rules/rule.ts';

/** Whose ability is asked for: an exact set of roles, and one purpose. */
export interface Holder {
  readonly roles: readonly string[];
  readonly purpose: Purpose;
}

/** What the live rules and a draft say of one field before any row is known. */
export interface DecisionPair {
  readonly live: Condition;
  readonly draft: Condition;
}

/** The difference between the live rules and a draft. */
export interface PolicyChange {
  /** The roles that a changed rule speaks of; `*` where it speaks of all. */
  readonly roles: ReadonlySet<string>;
  /** The purposes for which anything can change for holders of exactly these roles. */
  purposesFor(roles: readonly string[]): readonly Purpose[];
  /** The types of which anything can change for the holder: those of changed rules, or all where the purpose itself is gained or lost. */
  typesFor(holder: Holder): ReadonlySet<string>;
  /** Both decisions of one field. A purpose that no rule of the roles permits is refused whole, and so releases nothing. */
  decide(holder: Holder, type: string, field: string): DecisionPair;
}

/** Compares the live rules with a draft's, reading only the rules that differ and the types they are about. */
export function changeBetween(
  live: readonly Rule[],
  draft: readonly Rule[],
  dictionary: DataDictionary,
): PolicyChange {
  const changed = differing(live, draft);
  const abilities = new Map<string, { readonly live: PolicyAbility; readonly draft: PolicyAbility }>();
  const changedFor = (roles: readonly string[]): readonly Rule[] =>
    changed.filter(({ role }) => role === '*' || roles.includes(role));
  const typesFor = (holder: Holder): ReadonlySet<string> =>
    permits(live, holder) === permits(draft, holder)
      ? new Set(
          changedFor(holder.roles)
            .filter(({ purposes }) => purposes.includes(holder.purpose))
            .flatMap(({ resource }) => (resource === '*' ? [...dictionary.keys()] : [resource])),
        )
      : new Set(dictionary.keys());
  const abilitiesOf = (holder: Holder, type: string): { live: PolicyAbility; draft: PolicyAbility } => {
    const key = `${type} ${holder.purpose} ${holder.roles.join(' ')}`;
    const ofType: DataDictionary = new Map([[type, dictionary.get(type) ?? new Map()]]);
    const known = abilities.get(key) ?? {
      live: abilityFor(about(live, type), holder, ofType),
      draft: abilityFor(about(draft, type), holder, ofType),
    };
    abilities.set(key, known);
    return known;
  };
  return {
    roles: new Set(changed.map(({ role }) => role)),
    purposesFor: (roles) =>
      PURPOSES.filter((purpose) => changedFor(roles).some((rule) => rule.purposes.includes(purpose))),
    typesFor,
    decide: (holder, type, field) => {
      const ability = abilitiesOf(holder, type);
      return {
        live: permits(live, holder) ? decideField(ability.live, type, field).released : NEVER,
        draft: permits(draft, holder) ? decideField(ability.draft, type, field).released : NEVER,
      };
    },
  };
}

/** The rules of either set that the other has not got, word for word. */
function differing(live: readonly Rule[], draft: readonly Rule[]): readonly Rule[] {
  const [before, after] = [live, draft].map((rules) => new Map(rules.map((rule) => [textOf(rule), rule])));
  if (before === undefined || after === undefined) return [];
  return [
    ...[...before].filter(([text]) => !after.has(text)),
    ...[...after].filter(([text]) => !before.has(text)),
  ].map(([, rule]) => rule);
}

/** A rule's name, clause and order of lists decide nothing. */
function textOf({ role, resource, covers, purposes, effect, when }: Rule): string {
  return JSON.stringify([role, resource, covers, purposes.toSorted(), effect, when]);
}

function about(rules: readonly Rule[], type: string): readonly Rule[] {
  return rules.filter(({ resource }) => resource === type || resource === '*');
}

/** As requests are admitted: rules of every role admit nobody by themselves. */
function permits(rules: readonly Rule[], { roles, purpose }: Holder): boolean {
  return rules.some(
    ({ effect, role, purposes }) =>
      effect === 'ALLOW' && role !== '*' && roles.includes(role) && purposes.includes(purpose),
  );
}
