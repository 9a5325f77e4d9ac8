import type { ConditionTemplate, Scalar } from '@postern/policy';
import type { Expression } from './expression.ts';
import { parseExpression } from './expression.ts';

/** Why a shape cannot be written as a rule's condition. */
export class Inexpressible extends Error {
  override readonly name = 'Inexpressible';
}

const ALWAYS: ConditionTemplate = 'always';
const NEVER: ConditionTemplate = { not: ALWAYS };

/** What is compared: an attribute of the row, or a value that the condition itself holds. */
type Operand =
  | { readonly kind: 'ATTRIBUTE'; readonly name: string }
  | { readonly kind: 'VALUE'; readonly value: Scalar }
  | { readonly kind: 'LIST'; readonly values: readonly Scalar[] };

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['==', '$eq'],
  ['!=', '$ne'],
  ['<', '$lt'],
  ['<=', '$lte'],
  ['>', '$gt'],
  ['>=', '$gte'],
]);
const SEEN_FROM_THE_RIGHT: ReadonlyMap<string, string> = new Map([
  ['<', '>'],
  ['<=', '>='],
  ['>', '<'],
  ['>=', '<='],
]);

const REASONS: ReadonlyMap<string, string> = new Map([
  ...['contains', 'startsWith', 'endsWith', 'matches'].map(
    (name) => [name, 'parts of a text'] as const,
  ),
  ...['exists', 'exists_one', 'all', 'filter', 'map', 'hasIntersection'].map(
    (name) => [name, 'what is in a list'] as const,
  ),
  ['size', 'the size of a list or text'],
  ...['timestamp', 'duration', 'now'].map((name) => [name, 'instants'] as const),
  ...['int', 'double', 'string'].map((name) => [name, 'a value as another type'] as const),
  ...['hierarchy', 'ancestorOf', 'descendentOf', 'overlaps'].map(
    (name) => [name, 'hierarchies'] as const,
  ),
  ['has', 'whether an attribute is absent rather than null'],
]);

/** Attributes that hold a list or a document. */
const NOT_PLAIN = ['tags', 'tagNames', 'categories'];

/**
 * Writes a CEL condition as a rule's: `all`, `any`, `not` and comparisons of one attribute with a value. A choice is
 * written out, and what holds no attribute is worked out.
 * @throws Inexpressible saying what the language has no word for
 */
export function templateOf(source: string): ConditionTemplate {
  return condition(parseExpression(source));
}

function condition(expression: Expression): ConditionTemplate {
  switch (expression.kind) {
    case 'NOT':
      return { not: condition(expression.part) };
    case 'CHOICE':
      return chosen(expression, condition);
    case 'PATH':
      return where(attributeOf(expression.path), '$eq', true);
    case 'VALUE':
      return expression.value === true ? ALWAYS : NEVER;
    case 'BINARY':
      if (expression.sign === '&&')
        return { all: [condition(expression.left), condition(expression.right)] };
      if (expression.sign === '||')
        return { any: [condition(expression.left), condition(expression.right)] };
      return comparison(expression.sign, expression.left, expression.right);
    default:
      throw new Inexpressible(reasonOf(expression));
  }
}

function chosen(
  { when, then, otherwise }: Extract<Expression, { kind: 'CHOICE' }>,
  each: (branch: Expression) => ConditionTemplate,
): ConditionTemplate {
  const asked = condition(when);
  return {
    any: [{ all: [asked, each(then)] }, { all: [{ not: asked }, each(otherwise)] }],
  };
}

function comparison(sign: string, left: Expression, right: Expression): ConditionTemplate {
  if (left.kind === 'CHOICE') return chosen(left, (branch) => comparison(sign, branch, right));
  if (right.kind === 'CHOICE') return chosen(right, (branch) => comparison(sign, left, branch));
  const [a, b] = [operand(left), operand(right)];
  if (sign === 'in') return among(a, b);
  const operator = OPERATORS.get(sign);
  if (operator === undefined) throw new Inexpressible('arithmetic on an attribute');
  if (a.kind === 'ATTRIBUTE' && b.kind === 'ATTRIBUTE')
    throw new Inexpressible('one attribute against another');
  if (a.kind === 'ATTRIBUTE' && b.kind === 'VALUE') return where(a.name, operator, b.value);
  if (a.kind === 'VALUE' && b.kind === 'ATTRIBUTE')
    return comparison(SEEN_FROM_THE_RIGHT.get(sign) ?? sign, right, left);
  if (a.kind === 'VALUE' && b.kind === 'VALUE')
    return holds(sign, a.value, b.value) ? ALWAYS : NEVER;
  throw new Inexpressible('what is in a list');
}

function among(one: Operand, list: Operand): ConditionTemplate {
  if (one.kind === 'ATTRIBUTE' && list.kind === 'LIST') return where(one.name, '$in', list.values);
  throw new Inexpressible('what is in a list');
}

function operand(expression: Expression): Operand {
  switch (expression.kind) {
    case 'VALUE':
      return expression;
    case 'PATH':
      return { kind: 'ATTRIBUTE', name: attributeOf(expression.path) };
    case 'MINUS':
      return { kind: 'VALUE', value: -number(expression.part) };
    case 'LIST':
      return { kind: 'LIST', values: expression.items.map(value) };
    case 'BINARY':
      return { kind: 'VALUE', value: worked(expression) };
    default:
      throw new Inexpressible(reasonOf(expression));
  }
}

function value(expression: Expression): Scalar {
  const given = operand(expression);
  if (given.kind !== 'VALUE') throw new Inexpressible('arithmetic on an attribute');
  return given.value;
}

function number(expression: Expression): number {
  const given = value(expression);
  if (typeof given !== 'number') throw new Inexpressible('arithmetic on an attribute');
  return given;
}

function worked({ sign, left, right }: Extract<Expression, { kind: 'BINARY' }>): Scalar {
  const [a, b] = [value(left), value(right)];
  if (sign === '+' && typeof a === 'string' && typeof b === 'string') return a + b;
  switch (sign) {
    case '+':
      return number(left) + number(right);
    case '-':
      return number(left) - number(right);
    case '*':
      return number(left) * number(right);
    case '/':
      return number(left) / number(right);
    default:
      throw new Inexpressible('arithmetic on an attribute');
  }
}

function holds(sign: string, a: Scalar, b: Scalar): boolean {
  if (sign === '==') return a === b;
  if (sign === '!=') return a !== b;
  const [x, y] = [Number(a), Number(b)];
  if (sign === '<') return x < y;
  if (sign === '<=') return x <= y;
  return sign === '>' ? x > y : x >= y;
}

function where(attribute: string, operator: string, given: unknown): ConditionTemplate {
  return { where: { [attribute]: { [operator]: given } } };
}

function attributeOf([root, kind, name, ...deeper]: readonly string[]): string {
  if (root === 'P') throw new Inexpressible('attributes of the principal');
  if (root === 'R' && kind === 'id' && name === undefined) return 'id';
  if (root !== 'R' || kind !== 'attr' || name === undefined)
    throw new Inexpressible('what is in a list');
  if (deeper.length > 0) throw new Inexpressible('attributes of another record or a document');
  if (NOT_PLAIN.includes(name)) throw new Inexpressible('what is in a list');
  return name;
}

function reasonOf(expression: Expression): string {
  if (expression.kind === 'INDEX' || expression.kind === 'LIST') return 'what is in a list';
  if (expression.kind !== 'CALL') return 'arithmetic on an attribute';
  const ofPrincipal = expression.given.some((one) => one.kind === 'PATH' && one.path[0] === 'P');
  return ofPrincipal
    ? 'attributes of the principal'
    : (REASONS.get(expression.name) ?? expression.name);
}
