import { ROLE_BOUND } from '../conditions/template.ts';
import { PREDICATES } from '../predicates/predicate.ts';
import { checkComparisons, valuesIn } from './check-comparison.ts';
import type { ConditionScope } from './condition-scope.ts';
import { CONDITIONS_PAGE } from './conditions-page.ts';
import { RULE_LIMITS } from './limits.ts';
import { oneOf } from './nearest.ts';
import type { Notes } from './notes.ts';
import { isPlaceholder } from './placeholder.ts';
import { isPlainObject, refuseHostile } from './plain-object.ts';
import { at, kindOf, shown, shownName } from './shown.ts';

const FORMS = ['holds', 'all', 'any', 'not', 'where'] as const;
const EXPECTED_FORM = '"always", or one of holds, all, any, not and where';

/** Notes whatever in a stored condition is not in the language, or has nothing to speak of on the type. */
export function checkCondition(when: unknown, scope: ConditionScope, notes: Notes): void {
  let left: number = RULE_LIMITS.conditions;
  let values = 0;
  /** Said once: nothing is looked at after it. */
  const tooMany = (most: number, what: string): void => {
    left = -1;
    notes.note('CONDITION_TOO_LARGE', '/when', `more than ${most}`, `at most ${most} ${what}`);
  };
  const check = (template: unknown, part: string, depth: number): void => {
    if (left < 0) return;
    left -= 1;
    if (left < 0) {
      tooMany(RULE_LIMITS.conditions, 'conditions');
      return;
    }
    if (depth > RULE_LIMITS.levels) {
      const expected = `at most ${RULE_LIMITS.levels} levels of all, any and not`;
      notes.note('CONDITION_TOO_DEEP', '/when', 'deeper conditions', expected);
      return;
    }
    if (template === 'always') return;
    if (!isPlainObject(template)) {
      notes.note('CONDITION_SHAPE', part, shown(template), EXPECTED_FORM);
      return;
    }
    const keys = Object.keys(template);
    if (keys.length !== 1) {
      const found = keys.length === 0 ? 'an empty object' : `${keys.length} keys`;
      notes.note('CONDITION_SHAPE', part, found, `exactly one key: ${FORMS.join(', ')}`);
      // Each of them is looked at, so that all is found at once.
      for (const key of keys.slice(0, FORMS.length)) checkForm(key, template[key], part, depth);
      return;
    }
    for (const key of keys) checkForm(key, template[key], part, depth);
  };
  const checkForm = (key: string, operand: unknown, part: string, depth: number): void => {
    if (refuseHostile(key, part, notes)) return;
    const here = at(part, key);
    switch (key) {
      case 'holds':
        checkPredicate(operand, here, scope, notes);
        break;
      case 'where':
        values += valuesIn(operand);
        if (values <= RULE_LIMITS.values) checkComparisons(operand, here, scope, notes);
        else tooMany(RULE_LIMITS.values, 'values that it compares with');
        break;
      case 'not':
        check(operand, here, depth + 1);
        break;
      case 'all':
      case 'any':
        checkList(operand, here, depth);
        break;
      default:
        notes.note('OPERATOR_UNKNOWN', here, shownName(key), oneOf(FORMS, key, 'a condition'));
    }
  };
  const checkList = (operand: unknown, part: string, depth: number): void => {
    if (!Array.isArray(operand) || operand.length === 0) {
      notes.note('LIST_INVALID', part, kindOf(operand), 'a list of conditions');
      return;
    }
    for (const [place, each] of operand.entries()) {
      if (left < 0) return;
      check(each, at(part, place), depth + 1);
    }
  };
  check(when, '/when', 0);
}

function checkPredicate(name: unknown, part: string, scope: ConditionScope, notes: Notes): void {
  if (typeof name !== 'string' || !Object.hasOwn(PREDICATES, name)) {
    const code =
      typeof name === 'string' && isPlaceholder(name) ? 'PLACEHOLDER' : 'PREDICATE_UNKNOWN';
    const expected = oneOf(Object.keys(PREDICATES), name, 'a predicate');
    notes.note(code, part, shown(name), `${expected} (${CONDITIONS_PAGE} says what each asks)`);
    return;
  }
  if (scope.role === '*' && ROLE_BOUND.has(name))
    notes.note('PREDICATE_NEEDS_ROLE', part, name, 'it in the rule of one role');
  if (scope.type === null || scope.covered === null) return;
  const decided = scope.schema.decidedOn.get(scope.type);
  const nothing = scope.covered.filter((field) => {
    const asked: ReadonlySet<string> | undefined = decided?.get(field)?.askable;
    return asked?.has(name) !== true;
  });
  if (nothing.length === 0) return;
  const fields = nothing.slice(0, 8).join(', ');
  const askable = scope.schema.askable.get(scope.type) ?? [];
  notes.note(
    'PREDICATE_NEVER_HOLDS',
    part,
    name,
    nothing.length === scope.covered.length
      ? oneOf(askable, undefined, `a predicate that ${scope.type} has something for`)
      : `a rule without ${fields}, where it can never hold`,
  );
}
