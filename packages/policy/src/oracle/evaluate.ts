import type { Resource } from '../abilities/matcher.ts';
import type { Comparison, Condition, Scalar } from '../conditions/condition.ts';

/**
 * Evaluates a condition without CASL, with the meaning CASL gives to null: it equals null only, and orders as 0 does,
 * except that it is never equal to a number. A list attribute satisfies a comparison when one of its elements does.
 * @throws Error on an attribute that the row lacks: a condition's columns are always read
 */
export function evaluate(condition: Condition, resource: Resource): boolean {
  switch (condition.kind) {
    case 'ALWAYS':
      return true;
    case 'NEVER':
      return false;
    case 'HOLDS':
      return resource.holds(condition.atom);
    case 'AND':
      return condition.parts.every((part) => evaluate(part, resource));
    case 'OR':
      return condition.parts.some((part) => evaluate(part, resource));
    case 'NOT':
      return !evaluate(condition.part, resource);
    case 'COMPARE':
      return compare(condition, attributeOf(resource, condition.attribute));
  }
}

function attributeOf({ attributes, type }: Resource, attribute: string): readonly unknown[] {
  const value = Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined;
  if (value === undefined) throw new Error(`A row of ${type} lacks the attribute ${attribute}.`);
  return (Array.isArray(value) ? value : [value]).map(plain);
}

function plain(value: unknown): unknown {
  return value instanceof Date ? value.getTime() : value;
}

function compare({ operator, value }: Comparison, elements: readonly unknown[]): boolean {
  const listed = (Array.isArray(value) ? value : [value]) as readonly Scalar[];
  const isListed = elements.some((element) => listed.some((scalar) => scalar === element));
  switch (operator) {
    case '$eq':
    case '$in':
      return isListed;
    case '$ne':
    case '$nin':
      return !isListed;
    case '$gt':
      return elements.some((element) => Number(element) > Number(value));
    case '$gte':
      return isListed || elements.some((element) => Number(element) > Number(value));
    case '$lt':
      return elements.some((element) => element !== value && !(Number(element) > Number(value)));
    case '$lte':
      return elements.some((element) => !(Number(element) > Number(value)));
  }
}
