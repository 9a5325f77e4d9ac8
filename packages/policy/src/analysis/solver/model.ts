import type { Condition } from '../../conditions/condition.ts';
import { conditionKey } from '../../conditions/simplify.ts';
import type { Node } from './diagram.ts';
import { FALSE, TRUE } from './diagram.ts';
import { inSingleTests } from './single-tests.ts';
import type { StateSpace } from './state-space.ts';

/** One state: the keys of the single tests that come out true. */
export type Model = ReadonlySet<string>;

/** A state in which the node holds, like another where it can be and with as little true as can be elsewhere; null where there is none. */
export function modelOf(space: StateSpace, node: Node, like: Model = new Set()): Model | null {
  const { diagrams, tests } = space;
  if (node === FALSE) return null;
  const met = new Set<string>();
  let rest = node;
  for (const [variable, test] of tests.entries()) {
    const key = conditionKey(test);
    const isLike = rest === TRUE || diagrams.cofactor(rest, variable, like.has(key)) !== FALSE;
    const value = isLike ? like.has(key) : !like.has(key);
    rest = diagrams.cofactor(rest, variable, value);
    if (value) met.add(key);
  }
  return met;
}

/** Whether a condition holds in a state; tests that the state does not know are not met. */
export function holdsIn(model: Model, condition: Condition): boolean {
  return isMet(inSingleTests(condition), model);
}

function isMet(condition: Condition, model: Model): boolean {
  switch (condition.kind) {
    case 'ALWAYS':
      return true;
    case 'NEVER':
      return false;
    case 'AND':
      return condition.parts.every((part) => isMet(part, model));
    case 'OR':
      return condition.parts.some((part) => isMet(part, model));
    case 'NOT':
      return !isMet(condition.part, model);
    default:
      return model.has(conditionKey(condition));
  }
}
