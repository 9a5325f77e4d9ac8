import { RuleProblem } from '../rules/rule-problem.ts';
import type { Comparison, Scalar } from './condition.ts';

const OPERATORS: ReadonlySet<string> = new Set<Comparison['operator']>([
  '$eq',
  '$ne',
  '$in',
  '$nin',
  '$lt',
  '$lte',
  '$gt',
  '$gte',
]);

/**
 * Reads `{attribute: value}` or `{attribute: {$operator: value}}`: scalars of the row only.
 * Operators on lists, nested documents, patterns and existence are refused, because SQL and CASL read them differently.
 * @throws RuleProblem
 */
export function parseComparisons(where: unknown): readonly Comparison[] {
  if (typeof where !== 'object' || where === null || Array.isArray(where))
    throw new RuleProblem('where', 'an object of attribute: comparison');
  const entries = Object.entries(where);
  if (entries.length === 0) throw new RuleProblem('where', 'at least one comparison');
  return entries.flatMap(([attribute, test]) => comparisonsOn(attribute, test));
}

function comparisonsOn(attribute: string, test: unknown): readonly Comparison[] {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(attribute))
    throw new RuleProblem('where', 'the plain name of an attribute of the row');
  if (isScalar(test)) return [{ kind: 'COMPARE', attribute, operator: '$eq', value: test }];
  if (typeof test !== 'object' || Array.isArray(test) || test === undefined)
    throw new RuleProblem(attribute, 'a scalar, or an object of operators');
  const operators = Object.entries(test as object);
  if (operators.length === 0) throw new RuleProblem(attribute, 'at least one operator');
  return operators.map(([operator, value]) => {
    if (!isOperator(operator))
      throw new RuleProblem(attribute, `one of ${[...OPERATORS].join(' ')}`);
    return { kind: 'COMPARE', attribute, operator, value: operandOf(attribute, operator, value) };
  });
}

function operandOf(
  attribute: string,
  operator: Comparison['operator'],
  value: unknown,
): Comparison['value'] {
  if (operator === '$in' || operator === '$nin') {
    if (!Array.isArray(value) || !value.every(isScalar))
      throw new RuleProblem(attribute, `${operator} with a list of scalars`);
    return value;
  }
  if (!isScalar(value)) throw new RuleProblem(attribute, `${operator} with a scalar`);
  const ordered = operator !== '$eq' && operator !== '$ne';
  if (ordered && typeof value !== 'number')
    throw new RuleProblem(attribute, `${operator} with a number`);
  return value;
}

function isOperator(text: string): text is Comparison['operator'] {
  return OPERATORS.has(text);
}

// PostgreSQL's text holds neither NUL nor half of a surrogate pair; sent there, one fails and the other becomes U+FFFD.
function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

function isScalar(value: unknown): value is Scalar {
  return (
    value === null ||
    (typeof value === 'string' && isStorable(value)) ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  );
}
