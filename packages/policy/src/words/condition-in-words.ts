import type { ConditionTemplate } from '../conditions/template.ts';
import type { Leaf } from '../explanations/leaf.ts';
import { predicateInWords } from './predicate-words.ts';

const OPERATORS: Readonly<Record<string, string>> = {
  $eq: 'is',
  $ne: 'is not',
  $in: 'is one of',
  $nin: 'is none of',
  $lt: 'is less than',
  $lte: 'is at most',
  $gt: 'is more than',
  $gte: 'is at least',
};

/** When a rule applies, in English. What several parts ask at once is joined by semicolons, alternatives by "or". */
export function conditionInWords(condition: ConditionTemplate, role: string): string {
  if (condition === 'always') return 'anybody asks in this role';
  if ('holds' in condition) return predicateInWords(condition.holds, role);
  if ('all' in condition) {
    const parts = condition.all.flatMap(flattened).map((part) => inner(part, role));
    return [...new Set(parts)].join('; ');
  }
  if ('any' in condition) return condition.any.map((part) => inner(part, role)).join(', or ');
  if ('not' in condition) return `not (${conditionInWords(condition.not, role)})`;
  return Object.entries(condition.where)
    .map(([field, test]) => comparison(field, test))
    .join('; ');
}

/** One leaf of a condition, in a rule of this role. */
export function leafInWords({ test, wanted }: Leaf, role: string): string {
  const words =
    test.kind === 'HOLDS'
      ? predicateInWords(test.atom.predicate, role)
      : comparison(test.attribute, { [test.operator]: test.value });
  return wanted ? words : `not (${words})`;
}

function flattened(condition: ConditionTemplate): readonly ConditionTemplate[] {
  return typeof condition === 'object' && 'all' in condition
    ? condition.all.flatMap(flattened)
    : [condition];
}

/** A part within a whole: in brackets where its own joints would be taken for the whole's. */
function inner(part: ConditionTemplate, role: string): string {
  const text = conditionInWords(part, role);
  const joined = typeof part === 'object' && ('any' in part || 'all' in part);
  return joined ? `(${text})` : text;
}

function comparison(field: string, test: unknown): string {
  if (typeof test !== 'object' || test === null)
    return `its \`${field}\` is ${JSON.stringify(test)}`;
  return Object.entries(test)
    .map(([operator, value]) => `its \`${field}\` ${OPERATORS[operator]} ${JSON.stringify(value)}`)
    .join('; ');
}
