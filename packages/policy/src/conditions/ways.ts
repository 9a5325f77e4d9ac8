import type { PredicateAtom } from '../predicates/predicate.ts';
import { PREDICATES } from '../predicates/predicate.ts';
import type { Condition } from './condition.ts';
import { atomsOf } from './substitute.ts';

/** Whether a predicate asks for an episode. A justification is tied to the one it was given in, although it speaks about the row’s person. */
export function needsEpisode(atom: PredicateAtom): boolean {
  return (
    PREDICATES[atom.predicate].scope === 'EPISODE' || atom.predicate === 'justification.covers'
  );
}

/** How many alternatives a condition comes to at most, each of which asks one episode and the row separately. */
export function waysOf(condition: Condition): number {
  if (!atomsOf(condition).some(needsEpisode)) return 1;
  switch (condition.kind) {
    case 'OR':
      return condition.parts.reduce((sum, part) => sum + waysOf(part), 0);
    case 'AND':
      return condition.parts.reduce((product, part) => product * waysOf(part), 1);
    default:
      return 1;
  }
}
