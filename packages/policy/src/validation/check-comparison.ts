import type { AttributeType } from '../rules/policy-schema.ts';
import type { ConditionScope } from './condition-scope.ts';
import { CONDITIONS_PAGE } from './conditions-page.ts';
import { oneOf, oneOfThese } from './nearest.ts';
import type { Notes } from './notes.ts';
import { isPlaceholder } from './placeholder.ts';
import { isPlainObject, listOf, refuseHostile } from './plain-object.ts';
import type { PartFinding } from './rule-finding.ts';
import { at, kindOf, shownName } from './shown.ts';

const EQUALITY = ['$eq', '$ne', '$in', '$nin'] as const;
const ORDER = ['$lt', '$lte', '$gt', '$gte'] as const;
const OPERATORS: readonly string[] = [...EQUALITY, ...ORDER];

/** Values of one `$in` or `$nin`, characters of one text, attributes of one `where`. */
const MOST_VALUES = 100;
const LONGEST_TEXT = 500;
const MOST_ATTRIBUTES = 20;

/** What is known of an attribute that may be compared. */
interface Compared {
  readonly name: string;
  readonly type: AttributeType;
  /** All that it can hold beside null, where that is a closed list. */
  readonly values: readonly string[] | undefined;
}

const WORDS: Readonly<Record<AttributeType, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};

/** Notes what in `{attribute: value}` or `{attribute: {$operator: value}}` cannot be compared, or never would be equal. */
export function checkComparisons(
  where: unknown,
  part: string,
  scope: ConditionScope,
  notes: Notes,
): void {
  if (!isPlainObject(where) || Object.keys(where).length === 0) {
    notes.note('CONDITION_SHAPE', part, kindOf(where), 'an object of attribute: comparison');
    return;
  }
  const entries = Object.entries(where);
  if (entries.length > MOST_ATTRIBUTES) {
    const found = `${entries.length} attributes`;
    notes.note('CONDITION_TOO_LARGE', part, found, `at most ${MOST_ATTRIBUTES} in one where`);
    return;
  }
  for (const [attribute, test] of entries) {
    if (refuseHostile(attribute, part, notes)) continue;
    const here = at(part, attribute);
    checkTest(test, comparedAt(attribute, here, scope, notes), here, notes);
  }
}

/** The values that a `where` compares with; of what is none of the language, none. */
export function valuesIn(where: unknown): number {
  if (!isPlainObject(where)) return 0;
  return Object.values(where)
    .flatMap((test) => (isPlainObject(test) ? Object.values(test) : [test]))
    .reduce((sum: number, operand) => sum + (Array.isArray(operand) ? operand.length : 1), 0);
}

/** What the attribute holds; undefined where it is none, or where its type is not known. */
function comparedAt(
  attribute: string,
  part: string,
  scope: ConditionScope,
  notes: Notes,
): Compared | undefined {
  if (attribute.startsWith('$')) {
    const expected = 'an attribute here; all, any and not join conditions, outside where';
    notes.note('ATTRIBUTE_UNKNOWN', part, shownName(attribute), expected);
    return undefined;
  }
  if (isPlaceholder(attribute)) {
    notes.note('PLACEHOLDER', part, shownName(attribute), 'the name of an attribute');
    return undefined;
  }
  if (scope.type === null) return undefined;
  const comparable = scope.schema.comparable.get(scope.type);
  const type = comparable?.get(attribute);
  if (type === undefined) {
    const isField = scope.schema.dictionary.get(scope.type)?.has(attribute) === true;
    notes.note(
      isField ? 'ATTRIBUTE_NOT_COMPARABLE' : 'ATTRIBUTE_UNKNOWN',
      part,
      shownName(attribute),
      isField
        ? oneOf(
            comparable?.keys() ?? [],
            undefined,
            `a field of ${scope.type} that rules compare (a text, number or yes-or-no of its own whose value access may tell)`,
          )
        : oneOf(comparable?.keys() ?? [], attribute, `an attribute of ${scope.type}`),
    );
    return undefined;
  }
  const decided = scope.schema.decidedOn.get(scope.type);
  const without = (scope.covered ?? []).filter(
    (field) => decided?.get(field)?.comparable.has(attribute) !== true,
  );
  const values = scope.schema.closedLists.get(scope.type)?.get(attribute);
  if (without.length === 0) return { name: attribute, type, values };
  notes.note(
    'ATTRIBUTE_NOT_COMPARABLE',
    part,
    shownName(attribute),
    `a rule without ${without.slice(0, 8).join(', ')}: where these are decided, ${attribute} is not known`,
  );
  return undefined;
}

function checkTest(
  test: unknown,
  compared: Compared | undefined,
  part: string,
  notes: Notes,
): void {
  if (!isPlainObject(test)) {
    checkOperand(test, compared, part, notes);
    return;
  }
  const operators = Object.entries(test);
  if (operators.length === 0 || operators.length > OPERATORS.length)
    notes.note('OPERATOR_UNKNOWN', part, `${operators.length} operators`, listed());
  for (const [operator, operand] of operators.slice(0, OPERATORS.length)) {
    if (refuseHostile(operator, part, notes)) continue;
    const here = at(part, operator);
    if (!OPERATORS.includes(operator))
      notes.note(
        'OPERATOR_UNKNOWN',
        here,
        shownName(operator),
        oneOf(OPERATORS, operator, 'an operator'),
      );
    else if (operator === '$in' || operator === '$nin') {
      const limit = { most: MOST_VALUES, what: 'the values' };
      const values = listOf(operand, here, limit, notes);
      const seen = new Set<unknown>();
      for (const [place, value] of (values ?? []).entries()) {
        if (seen.has(value))
          notes.note('REPEATED', at(here, place), kindOf(value), 'each value once');
        seen.add(value);
        checkOperand(value, compared, at(here, place), notes);
      }
    } else if ((ORDER as readonly string[]).includes(operator))
      checkOrder(operand, compared, here, notes);
    else checkOperand(operand, compared, here, notes);
  }
}

function listed(): string {
  return `at least one of ${OPERATORS.join(' ')}`;
}

function checkOrder(
  operand: unknown,
  compared: Compared | undefined,
  part: string,
  notes: Notes,
): void {
  if (typeof operand !== 'number' || !Number.isFinite(operand))
    notes.note('OPERAND_INVALID', part, kindOf(operand), 'a number');
  if (compared !== undefined && compared.type !== 'number')
    notes.note(
      'OPERAND_TYPE',
      part,
      'an order',
      `equality: the attribute is ${WORDS[compared.type]}`,
    );
}

function checkOperand(
  operand: unknown,
  compared: Compared | undefined,
  part: string,
  notes: Notes,
): void {
  if (operand === null) return;
  const wrong = wrongWith(operand, compared);
  if (wrong !== null) notes.note(wrong.code, part, wrong.found, wrong.expected);
}

function wrongWith(
  operand: unknown,
  compared: Compared | undefined,
): Omit<PartFinding, 'part'> | null {
  const found = kindOf(operand);
  if (!isScalar(operand))
    return { code: 'OPERAND_INVALID', found, expected: 'a text, a number, true, false or null' };
  if (typeof operand === 'string' && !isStorable(operand)) {
    const expected = `a text of at most ${LONGEST_TEXT} whole characters`;
    return { code: 'OPERAND_INVALID', found, expected };
  }
  if (typeof operand === 'string' && isPlaceholder(operand)) {
    const expected = 'the value itself; what depends on the reader is said by a predicate';
    return { code: 'PLACEHOLDER', found: 'what looks like a placeholder', expected };
  }
  if (compared === undefined) return null;
  const { name, type, values } = compared;
  if (typeof operand !== type)
    return { code: 'OPERAND_TYPE', found, expected: `${WORDS[type]} or null` };
  if (typeof operand !== 'string' || values === undefined || values.includes(operand)) return null;
  const expected = `${oneOfThese(values, operand, `what ${name} can hold`)} (see ${CONDITIONS_PAGE})`;
  return { code: 'OPERAND_UNKNOWN', found, expected };
}

function isScalar(operand: unknown): operand is string | number | boolean {
  return (
    typeof operand === 'string' ||
    typeof operand === 'boolean' ||
    (typeof operand === 'number' && Number.isFinite(operand))
  );
}

// PostgreSQL's text holds neither NUL nor half of a surrogate pair.
function isStorable(text: string): boolean {
  return text.length <= LONGEST_TEXT && text.isWellFormed() && !text.includes('\u0000');
}
