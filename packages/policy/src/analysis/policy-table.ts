import { releasedBy } from '../abilities/decision.ts';
import type { DataDictionary } from '../classes/dictionary.ts';
import type { Condition } from '../conditions/condition.ts';
import { NEVER } from '../conditions/condition.ts';
import { and, conditionKey, not, or } from '../conditions/simplify.ts';
import type { Action } from '../rules/action.ts';
import type { FieldRule } from '../rules/expand-rule.ts';
import { expandRule } from '../rules/expand-rule.ts';
import type { Purpose } from '../rules/purpose.ts';
import { PURPOSES } from '../rules/purpose.ts';
import type { Rule } from '../rules/rule.ts';
import { STANDING_DENIALS } from '../rules/standing-denials.ts';

/** One field of one type. */
export interface Place {
  readonly type: string;
  readonly field: string;
}

/** Rules of one action laid out by field, so that what any set of roles may do with it is a look away. */
export class PolicyTable {
  readonly dictionary: DataDictionary;
  /** Every role that a rule names. */
  readonly roles: readonly string[];
  readonly #action: Action;
  readonly #byPlace: ReadonlyMap<string, readonly FieldRule[]>;
  #byRole: ReadonlyMap<string, readonly Place[]> | null = null;
  readonly #standing = new Map<string, readonly FieldRule[]>();
  readonly #texts = new Map<string, string>();
  readonly #ids = new Map<Condition, number>();
  readonly #conditions = new Map<string, Condition>();
  readonly #permitted: ReadonlyMap<string, ReadonlySet<Purpose>>;

  constructor(all: readonly Rule[], dictionary: DataDictionary, action: Action = 'read') {
    const rules = all.filter((rule) => rule.action === action);
    this.#action = action;
    this.dictionary = dictionary;
    this.roles = [...new Set(rules.map(({ role }) => role))].filter((role) => role !== '*');
    this.#byPlace = byPlace(rules, dictionary);
    const allowing = rules.filter(({ effect }) => effect === 'ALLOW');
    this.#permitted = new Map(
      this.roles.map((role) => {
        const own = allowing.filter((rule) => rule.role === role);
        return [role, new Set(own.flatMap(({ purposes }) => purposes))];
      }),
    );
  }

  /** The purposes that somebody of these roles may choose: what is public to every role is no reason to be let in. */
  purposesOf(roles: readonly string[]): readonly Purpose[] {
    return PURPOSES.filter((purpose) =>
      roles.some((role) => this.#permitted.get(role)?.has(purpose)),
    );
  }

  /** The rules of the policy about a field that apply to these roles, denials among them. */
  rulesOn(place: Place, roles: readonly string[], purpose: Purpose): readonly FieldRule[] {
    return this.rulesNaming(place).filter(
      ({ rule }) =>
        (rule.role === '*' || roles.includes(rule.role)) && rule.purposes.includes(purpose),
    );
  }

  /** Every rule of the policy about a field. */
  rulesNaming({ type, field }: Place): readonly FieldRule[] {
    return this.#byPlace.get(`${type}.${field}`) ?? [];
  }

  /** The fields about which some rule is for this role. */
  placesNaming(role: string): readonly Place[] {
    this.#byRole ??= this.#placesByRole();
    return this.#byRole.get(role) ?? [];
  }

  /** The subtractions that no policy can leave out, on a field. */
  standingOn({ type, field }: Place): readonly FieldRule[] {
    const name = `${type}.${field}`;
    const known = this.#standing.get(name);
    if (known !== undefined) return known;
    const dataClass = this.dictionary.get(type)?.get(field);
    const alone = new Map(dataClass === undefined ? [] : [[type, new Map([[field, dataClass]])]]);
    const denials = STANDING_DENIALS.filter(({ action }) => action === this.#action);
    const standing = denials.flatMap((rule) => expandRule(rule, alone));
    this.#standing.set(name, standing);
    return standing;
  }

  /**
   * Where the rules of the policy release a field to these roles, before what is taken away from everybody. Fields and
   * purposes to which the same conditions apply share one object.
   */
  permittedTo(roles: readonly string[], purpose: Purpose, place: Place): Condition {
    if (!roles.some((role) => this.#permitted.get(role)?.has(purpose))) return NEVER;
    return this.released(this.rulesOn(place, roles, purpose));
  }

  /** Where a field is released to these roles. */
  releasedTo(roles: readonly string[], purpose: Purpose, place: Place): Condition {
    return this.afterStanding(this.permittedTo(roles, purpose, place), place);
  }

  /** A condition on a field, less what is taken away from everybody. */
  afterStanding(condition: Condition, place: Place): Condition {
    if (condition.kind === 'NEVER') return NEVER;
    return and([condition, not(or(this.standingOn(place).map(({ when }) => when)))]);
  }

  /** Where the policy denies a field to one role, by its own rules or those of every role. */
  deniedTo(role: string, purpose: Purpose, place: Place): Condition {
    const denying = this.rulesOn(place, [role], purpose).filter(
      ({ rule }) => rule.effect === 'DENY',
    );
    return denying.length === 0 ? NEVER : or(denying.map(({ when }) => when));
  }

  /** What the rules about a field say, whatever they are called and on whatever clause. */
  textOn(place: Place): string {
    const name = `${place.type}.${place.field}`;
    const known = this.#texts.get(name);
    if (known !== undefined) return known;
    const text = this.rulesNaming(place)
      .map(({ rule: { role, effect, purposes }, when }) =>
        [role, effect, purposes.join(), conditionKey(when)].join(' '),
      )
      .toSorted()
      .join('\n');
    this.#texts.set(name, text);
    return text;
  }

  #placesByRole(): ReadonlyMap<string, readonly Place[]> {
    const found = new Map<string, Place[]>();
    for (const place of this.places())
      for (const role of new Set(this.rulesNaming(place).map(({ rule }) => rule.role))) {
        const known = found.get(role) ?? [];
        known.push(place);
        found.set(role, known);
      }
    return found;
  }

  /** Where rules about one field release it; one object for all rules that ask the same. */
  released(rules: readonly FieldRule[]): Condition {
    if (rules.length === 0) return NEVER;
    const key = rules.map(({ rule, when }) => `${rule.effect}${this.#idOf(when)}`).join();
    const known = this.#conditions.get(key);
    if (known !== undefined) return known;
    const condition = releasedBy(rules);
    this.#conditions.set(key, condition);
    return condition;
  }

  #idOf(condition: Condition): number {
    const known = this.#ids.get(condition);
    if (known !== undefined) return known;
    this.#ids.set(condition, this.#ids.size);
    return this.#ids.size - 1;
  }

  places(): readonly Place[] {
    return [...this.dictionary].flatMap(([type, fields]) =>
      [...fields.keys()].map((field) => ({ type, field })),
    );
  }
}

function byPlace(
  rules: readonly Rule[],
  dictionary: DataDictionary,
): ReadonlyMap<string, readonly FieldRule[]> {
  const expanded = rules.flatMap((rule) => expandRule(rule, dictionary));
  return Map.groupBy(expanded, ({ type, field }) => `${type}.${field}`);
}

const tables = new WeakMap<readonly Rule[], WeakMap<DataDictionary, Map<Action, PolicyTable>>>();

/** The table of what rules say of reading, or of recording; made once for each list of rules. */
export function tableOf(
  rules: readonly Rule[],
  dictionary: DataDictionary,
  action: Action = 'read',
): PolicyTable {
  const ofRules = tables.get(rules) ?? new WeakMap<DataDictionary, Map<Action, PolicyTable>>();
  tables.set(rules, ofRules);
  const ofDictionary = ofRules.get(dictionary) ?? new Map<Action, PolicyTable>();
  ofRules.set(dictionary, ofDictionary);
  const table = ofDictionary.get(action) ?? new PolicyTable(rules, dictionary, action);
  ofDictionary.set(action, table);
  return table;
}
