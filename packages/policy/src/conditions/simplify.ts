import type { Condition } from './condition.ts';
import { ALWAYS, NEVER } from './condition.ts';

const keys = new WeakMap<Condition, string>();

/** A text that two conditions share exactly when they are the same condition. */
export function conditionKey(condition: Condition): string {
  const known = keys.get(condition);
  if (known !== undefined) return known;
  const key = keyOf(condition);
  keys.set(condition, key);
  return key;
}

/** Made of the keys of its parts: conditions are put together from parts that are known already. */
function keyOf(condition: Condition): string {
  switch (condition.kind) {
    case 'AND':
    case 'OR':
      return `${condition.kind}[${condition.parts.map(conditionKey).join(',')}]`;
    case 'NOT':
      return `NOT[${conditionKey(condition.part)}]`;
    default:
      return JSON.stringify(condition);
  }
}

/** True when every part is: nothing to satisfy is ALWAYS, one NEVER is NEVER. */
export function and(parts: readonly Condition[]): Condition {
  return join('AND', parts, ALWAYS, NEVER);
}

/** True when any part is: nothing to choose from is NEVER, so that no rule at all denies. */
export function or(parts: readonly Condition[]): Condition {
  return join('OR', parts, NEVER, ALWAYS);
}

/** The opposite, with NOT pushed down to single tests, so that conditions that share parts can be seen to. */
export function not(part: Condition): Condition {
  switch (part.kind) {
    case 'ALWAYS':
      return NEVER;
    case 'NEVER':
      return ALWAYS;
    case 'NOT':
      return part.part;
    case 'AND':
      return or(part.parts.map(not));
    case 'OR':
      return and(part.parts.map(not));
    default:
      return negated(part);
  }
}

const negations = new WeakMap<Condition, Condition>();

/** One object for each single test, which is negated for every field and statement. */
function negated(part: Condition): Condition {
  const known = negations.get(part);
  if (known !== undefined) return known;
  const negation: Condition = { kind: 'NOT', part };
  negations.set(part, negation);
  return negation;
}

function join(
  kind: 'AND' | 'OR',
  parts: readonly Condition[],
  neutral: Condition,
  absorbing: Condition,
): Condition {
  const distinct = new Set<Condition>();
  for (const part of parts)
    if (part.kind !== kind) distinct.add(part);
    else for (const inner of part.parts) distinct.add(inner);
  for (const part of distinct) {
    if (part.kind === absorbing.kind) return absorbing;
    if (part.kind === neutral.kind) distinct.delete(part);
  }
  const [only = neutral, ...others] = distinct;
  if (others.length === 0) return only;
  const kept = new Map<string, Condition>();
  for (const part of distinct) kept.set(conditionKey(part), part);
  const [first, ...rest] = kept.values();
  if (first === undefined) return neutral;
  return rest.length === 0 ? first : { kind, parts: [first, ...rest] };
}
