import type { Comparison, Condition } from './condition.ts';

/** Every comparison a condition makes, in the order of its text. */
export function comparisonsOf(condition: Condition): readonly Comparison[] {
  switch (condition.kind) {
    case 'COMPARE':
      return [condition];
    case 'AND':
    case 'OR':
      return condition.parts.flatMap(comparisonsOf);
    case 'NOT':
      return comparisonsOf(condition.part);
    default:
      return [];
  }
}
