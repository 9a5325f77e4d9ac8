import type { Comparison, Condition, Scalar } from '../../conditions/condition.ts';
import { NEVER } from '../../conditions/condition.ts';
import { and, not, or } from '../../conditions/simplify.ts';

/** A test that is one variable of the solver: a predicate, or that an attribute is, or is more than, one value. */
export type SingleTest =
  | Extract<Condition, { readonly kind: 'HOLDS' }>
  | (Comparison & { readonly operator: '$eq' | '$gt'; readonly value: Scalar });

/**
 * The condition with its comparisons put together from "is" and "is more than". Right for attributes of one scalar,
 * which is all that SQL compares: there, less means neither more nor the same, whatever the null.
 */
export function inSingleTests(condition: Condition): Condition {
  switch (condition.kind) {
    case 'AND':
      return and(condition.parts.map(inSingleTests));
    case 'OR':
      return or(condition.parts.map(inSingleTests));
    case 'NOT':
      return not(inSingleTests(condition.part));
    case 'COMPARE':
      return compared(condition);
    default:
      return condition;
  }
}

function compared({ attribute, operator, value }: Comparison): Condition {
  const values = (Array.isArray(value) ? value : [value]) as readonly Scalar[];
  const is = or(values.map((one) => single(attribute, '$eq', one)));
  const [first] = values;
  const isMore = first === undefined ? NEVER : single(attribute, '$gt', first);
  switch (operator) {
    case '$eq':
    case '$in':
      return is;
    case '$ne':
    case '$nin':
      return not(is);
    case '$gt':
      return isMore;
    case '$gte':
      return or([is, isMore]);
    case '$lt':
      return and([not(is), not(isMore)]);
    case '$lte':
      return not(isMore);
  }
}

function single(attribute: string, operator: '$eq' | '$gt', value: Scalar): Condition {
  return { kind: 'COMPARE', attribute, operator, value: value === 0 ? 0 : value };
}

/** Every single test of a condition made of them, each once, in the order of its text. */
export function singleTestsOf(condition: Condition): readonly SingleTest[] {
  switch (condition.kind) {
    case 'HOLDS':
      return [condition];
    case 'COMPARE':
      return [condition as SingleTest];
    case 'AND':
    case 'OR':
      return condition.parts.flatMap(singleTestsOf);
    case 'NOT':
      return singleTestsOf(condition.part);
    default:
      return [];
  }
}
