import type { PredicateAtom } from '../predicates/predicate.ts';
import type { Condition } from './condition.ts';
import { and, not, or } from './simplify.ts';

/** Replaces predicates by what `replace` gives for them (undefined keeps one) and simplifies; where none is replaced, the condition itself. */
export function substitute(
  condition: Condition,
  replace: (atom: PredicateAtom) => Condition | undefined,
): Condition {
  switch (condition.kind) {
    case 'HOLDS':
      return replace(condition.atom) ?? condition;
    case 'AND':
    case 'OR': {
      const parts = condition.parts.map((part) => substitute(part, replace));
      if (parts.every((part, place) => part === condition.parts[place])) return condition;
      return condition.kind === 'AND' ? and(parts) : or(parts);
    }
    case 'NOT': {
      const part = substitute(condition.part, replace);
      return part === condition.part ? condition : not(part);
    }
    default:
      return condition;
  }
}

/** Every predicate a condition mentions, in the order of its text. */
export function atomsOf(condition: Condition): readonly PredicateAtom[] {
  switch (condition.kind) {
    case 'HOLDS':
      return [condition.atom];
    case 'AND':
    case 'OR':
      return condition.parts.flatMap(atomsOf);
    case 'NOT':
      return atomsOf(condition.part);
    default:
      return [];
  }
}
