import type { RawRuleOf } from '@casl/ability';
import { Ability } from '@casl/ability';
import type { DataDictionary } from '../classes/dictionary.ts';
import type { Condition } from '../conditions/condition.ts';
import type { Action } from '../rules/action.ts';
import type { FieldRule } from '../rules/expand-rule.ts';
import { expandRule } from '../rules/expand-rule.ts';
import type { Purpose } from '../rules/purpose.ts';
import type { Rule } from '../rules/rule.ts';
import { rulesOfRoles } from '../rules/rules-of-roles.ts';
import type { Resource } from './matcher.ts';
import { matchResource } from './matcher.ts';

type CaslRules = Ability<[Action, string | Resource], Condition>;

/** CASL's ability, which looks for the rules of a field once: an ability never changes. */
class CaslAbility extends Ability<[Action, string | Resource], Condition> {
  readonly #found = new Map<string, ReturnType<CaslRules['rulesFor']>>();

  override rulesFor(
    ...asked: Parameters<CaslRules['rulesFor']>
  ): ReturnType<CaslRules['rulesFor']> {
    const key = asked.join(' ');
    const known = this.#found.get(key) ?? super.rulesFor(...asked);
    this.#found.set(key, known);
    return known;
  }
}

/** The rules that apply to one set of roles for one purpose; CASL decides, per field, deny beats allow. */
export interface PolicyAbility {
  readonly casl: CaslAbility;
  /** The field rules behind a field, denials last. */
  rulesFor(type: string, field: string, action?: Action): readonly FieldRule[];
}

/**
 * Builds the ability of a set of roles for one purpose. Inverted rules come last, so that CASL's "last rule wins" is "deny beats allow".
 */
export function abilityFor(
  rules: readonly Rule[],
  holder: { readonly roles: readonly string[]; readonly purpose: Purpose },
  dictionary: DataDictionary,
): PolicyAbility {
  const applying = rulesOfRoles(rules, holder.roles).filter(({ purposes }) =>
    purposes.includes(holder.purpose),
  );
  const fieldRules = [
    ...applying.filter((rule) => rule.effect === 'ALLOW'),
    ...applying.filter((rule) => rule.effect === 'DENY'),
  ].flatMap((rule) => expandRule(rule, dictionary));

  const origins = new WeakMap<object, FieldRule>();
  const raw = fieldRules.map((fieldRule) => {
    const rawRule: RawRuleOf<CaslAbility> = {
      action: fieldRule.rule.action,
      subject: fieldRule.type,
      fields: [fieldRule.field],
      inverted: fieldRule.rule.effect === 'DENY',
      reason: fieldRule.rule.clause,
      conditions: fieldRule.when,
    };
    origins.set(rawRule, fieldRule);
    return rawRule;
  });
  const casl = new CaslAbility(raw, {
    conditionsMatcher: matchResource,
    fieldMatcher: (fields) => (field) => fields.includes(field),
    detectSubjectType: (resource) => resource.type,
  });
  return {
    casl,
    rulesFor: (type, field, action = 'read') =>
      casl
        .rulesFor(action, type, field)
        .map((rule) => origins.get(rule.origin))
        .filter((found) => found !== undefined)
        .reverse(),
  };
}
