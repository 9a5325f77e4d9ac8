import { releasedBy } from '../abilities/decision.ts';
import type { Coordinate, DataDictionary } from '../classes/dictionary.ts';
import type { Condition } from '../conditions/condition.ts';
import { NEVER } from '../conditions/condition.ts';
import { and, conditionKey } from '../conditions/simplify.ts';
import type { FieldRule } from '../rules/expand-rule.ts';
import type { Purpose } from '../rules/purpose.ts';
import type { Rule } from '../rules/rule.ts';
import { combinationInWords } from '../words/combination-in-words.ts';
import { conditionInWords } from '../words/condition-in-words.ts';
import type { Place, PolicyTable } from './policy-table.ts';
import { tableOf } from './policy-table.ts';
import type { Combination } from './solver/combinations.ts';
import { combinationsOf, conditionOf } from './solver/combinations.ts';
import { equivalent, implies, satisfiability } from './solver/solver.ts';

/** A rule as it is cited. */
export interface CitedRule {
  readonly name: string;
  readonly clause: string;
}

/** One combination of role, purposes, state and justification under which a field can be read. */
export interface ReachLine {
  /** `*` where a rule of every role opens it. */
  readonly role: string;
  readonly purposes: readonly Purpose[];
  /** What has to be so; null where there are more combinations than can be told. */
  readonly combination: Combination | null;
  /** The same in English, one clause for each test. */
  readonly when: readonly string[];
  /** The rules that open it. */
  readonly rules: readonly CitedRule[];
  /** What is taken away all the same, by no rule of the policy. */
  readonly unless: readonly (CitedRule & { readonly when: string })[];
  /** Whether whoever meets it sees the record, too; otherwise that has conditions of its own. */
  readonly seesRecord: boolean;
}

/**
 * Everything under which anyone can read a field, role by role: a role that is in no line never can.
 * @throws Error on a field that the dictionary does not have
 */
export function reachOf(
  rules: readonly Rule[],
  dictionary: DataDictionary,
  coordinate: Coordinate,
): readonly ReachLine[] {
  const place = placeOf(coordinate, dictionary);
  const table = tableOf(rules, dictionary);
  const everybody = decisionsOf(table, place, '*');
  const ofRoles = table.roles.flatMap((role) => decisionsOf(table, place, role));
  const beyond = ofRoles.filter(({ purposes: [purpose], field }) => {
    const toAll = purpose === undefined ? NEVER : ofEveryRole(table, purpose, place);
    return toAll.kind === 'NEVER' || !equivalent(field, toAll);
  });
  return [...everybody, ...beyond].flatMap((decision) => linesOf(table, place, decision));
}

function placeOf(coordinate: Coordinate, dictionary: DataDictionary): Place {
  const [type = '', field = ''] = coordinate.split('.');
  if (!dictionary.get(type)?.has(field)) throw new Error('There is no such field.');
  return { type, field };
}

function ofEveryRole(table: PolicyTable, purpose: Purpose, place: Place): Condition {
  return releasedBy(table.rulesOn(place, [], purpose));
}

/** Where a role reads a field, and where it sees the record at all, for purposes that do not differ in either. */
interface RoleDecision {
  readonly role: string;
  readonly purposes: readonly Purpose[];
  readonly field: Condition;
  readonly row: Condition;
}

function decisionsOf(table: PolicyTable, place: Place, role: string): readonly RoleDecision[] {
  const roles = role === '*' ? table.roles : [role];
  const hasRows = table.dictionary.get(place.type)?.has('id') === true;
  const decided = table.purposesOf(roles).map((purpose) => {
    const field =
      role === '*' ? ofEveryRole(table, purpose, place) : table.permittedTo(roles, purpose, place);
    const row = hasRows ? table.permittedTo(roles, purpose, { ...place, field: 'id' }) : field;
    return { role, purposes: [purpose], field, row };
  });
  const alike = Map.groupBy(decided, ({ field, row }) => [field, row].map(conditionKey).join('\n'));
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || first.row.kind === 'NEVER') return [];
    return [{ ...first, purposes: group.flatMap(({ purposes }) => purposes) }];
  });
}

function linesOf(
  table: PolicyTable,
  place: Place,
  { role, purposes, field: condition, row }: RoleDecision,
): readonly ReachLine[] {
  const [purpose] = purposes;
  if (purpose === undefined) return [];
  const combinations = combinationsOf(condition) ?? [null];
  const allowing = table
    .rulesOn(place, role === '*' ? [] : [role], purpose)
    .filter(({ rule }) => rule.effect === 'ALLOW');
  return combinations.map((combination) => {
    const state = combination === null ? condition : conditionOf(combination);
    return {
      role,
      purposes,
      combination,
      when:
        combination === null
          ? ['in more ways than can be told one by one']
          : combinationInWords(combination),
      rules: opening(allowing, state).map(({ rule: { name, clause } }) => ({ name, clause })),
      unless: table
        .standingOn(place)
        .filter(({ when }) => satisfiability(and([state, when])) !== 'REFUTED')
        .map(({ rule }) => ({
          name: rule.name,
          clause: rule.clause,
          when: conditionInWords(rule.when, rule.role),
        })),
      seesRecord: implies(state, row),
    };
  });
}

/** The rules that open a field in a state by themselves, or else those that do so together. */
export function opening(allowing: readonly FieldRule[], state: Condition): readonly FieldRule[] {
  const alone = allowing.filter(({ when }) => implies(state, when));
  return alone.length > 0
    ? alone
    : allowing.filter(({ when }) => satisfiability(and([state, when])) !== 'REFUTED');
}
