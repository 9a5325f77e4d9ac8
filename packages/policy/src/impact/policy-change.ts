import { tableOf } from '../analysis/policy-table.ts';
import type { DataDictionary } from '../classes/dictionary.ts';
import type { Condition } from '../conditions/condition.ts';
import type { Action } from '../rules/action.ts';
import type { Purpose } from '../rules/purpose.ts';
import { PURPOSES } from '../rules/purpose.ts';
import type { Rule } from '../rules/rule.ts';

/** Whose rules are asked about: an exact set of roles, and one purpose. */
export interface Holder {
  readonly roles: readonly string[];
  readonly purpose: Purpose;
}

/** What the live rules and a draft say of one field before any row is known. */
export interface DecisionPair {
  readonly live: Condition;
  readonly draft: Condition;
}

/** The difference between the live rules and a draft, in what they say of reading or of recording. */
export interface PolicyChange {
  readonly draft: readonly Rule[];
  readonly dictionary: DataDictionary;
  /** The roles that a changed rule speaks of; `*` where it speaks of all. */
  readonly roles: ReadonlySet<string>;
  /** The purposes for which anything can change for holders of exactly these roles. */
  purposesFor(roles: readonly string[]): readonly Purpose[];
  /** The types of which anything can change for the holder: those of changed rules, or all where the purpose itself is gained or lost. */
  typesFor(holder: Holder): ReadonlySet<string>;
  /** Both decisions of one field, standing denials among them. A purpose that the roles may not choose releases nothing. */
  decide(holder: Holder, type: string, field: string): DecisionPair;
}

/** Compares the live rules with a draft's, as far as they are about one action. What decides on a type no rule of which differs is not asked. */
export function changeBetween(
  live: readonly Rule[],
  draft: readonly Rule[],
  dictionary: DataDictionary,
  action: Action = 'read',
): PolicyChange {
  const changed = differing(ofAction(live, action), ofAction(draft, action));
  const [before, after] = [tableOf(live, dictionary, action), tableOf(draft, dictionary, action)];
  const changedFor = (roles: readonly string[]): readonly Rule[] =>
    changed.filter(({ role }) => role === '*' || roles.includes(role));
  return {
    draft,
    dictionary,
    roles: new Set(changed.map(({ role }) => role)),
    purposesFor: (roles) =>
      PURPOSES.filter((purpose) =>
        changedFor(roles).some(({ purposes }) => purposes.includes(purpose)),
      ),
    typesFor: ({ roles, purpose }) => {
      const [was, is] = [before, after].map((table) => table.purposesOf(roles).includes(purpose));
      if (was !== is) return new Set(dictionary.keys());
      const rules = changedFor(roles).filter(({ purposes }) => purposes.includes(purpose));
      return new Set(
        rules.flatMap(({ resource }) => (resource === '*' ? [...dictionary.keys()] : [resource])),
      );
    },
    decide: ({ roles, purpose }, type, field) => ({
      live: before.releasedTo(roles, purpose, { type, field }),
      draft: after.releasedTo(roles, purpose, { type, field }),
    }),
  };
}

function ofAction(rules: readonly Rule[], action: Action): readonly Rule[] {
  return rules.filter((rule) => rule.action === action);
}

/** The rules of either set that the other has not got. */
function differing(live: readonly Rule[], draft: readonly Rule[]): readonly Rule[] {
  const byText = (rules: readonly Rule[]): ReadonlyMap<string, Rule> =>
    new Map(rules.map((rule) => [decidingText(rule), rule]));
  const [before, after] = [byText(live), byText(draft)];
  return [
    ...[...before].filter(([text]) => !after.has(text)),
    ...[...after].filter(([text]) => !before.has(text)),
  ].map(([, rule]) => rule);
}

/** What a rule of an action decides by: its name and clause decide nothing. */
function decidingText({ role, resource, covers, purposes, effect, when }: Rule): string {
  return JSON.stringify([role, resource, covers, purposes.toSorted(), effect, when]);
}
