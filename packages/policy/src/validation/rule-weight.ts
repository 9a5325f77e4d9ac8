import { comparisonsOf } from '../conditions/comparisons-of.ts';
import type { Condition } from '../conditions/condition.ts';
import { not } from '../conditions/simplify.ts';
import type { Size } from '../conditions/ways.ts';
import { sizeOf } from '../conditions/ways.ts';
import type { Rule } from '../rules/rule.ts';

/** What a rule comes to, or several about one field. */
export interface Weight extends Size {
  readonly values: number;
}

/** What one rule comes to beside others: a denial is asked of every permission. */
export function weightOf(effect: Rule['effect'], when: Condition): Weight {
  return { ...sizeOf(effect === 'DENY' ? not(when) : when), values: valuesOf(when) };
}

function valuesOf(when: Condition): number {
  return comparisonsOf(when).reduce(
    (sum, { value }) => sum + (Array.isArray(value) ? value.length : 1),
    0,
  );
}
