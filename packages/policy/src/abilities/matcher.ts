import { mongoQueryMatcher } from '@casl/ability';
import type { Condition } from '../conditions/condition.ts';
import type { PredicateAtom } from '../predicates/predicate.ts';

/** A row as CASL is asked about it: its attributes, and how the predicates stand for it. */
export interface Resource {
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  holds(atom: PredicateAtom): boolean;
}

/** CASL's conditions matcher. An object that is not a {@link Resource} throws: a denial must never fail to fire on a shape it does not know. */
export function matchResource(condition: Condition): (object: object) => boolean {
  const matches = matchCondition(condition);
  return (object) => {
    if (!isResource(object)) throw new TypeError('Policy decides on resources only.');
    return matches(object);
  };
}

function isResource(object: object): object is Resource {
  return 'holds' in object && typeof object.holds === 'function' && 'attributes' in object;
}

/** Our closed language as a test on a row; comparisons keep CASL's own meaning. */
export function matchCondition(condition: Condition): (resource: Resource) => boolean {
  switch (condition.kind) {
    case 'ALWAYS':
      return () => true;
    case 'NEVER':
      return () => false;
    case 'HOLDS':
      return (resource) => resource.holds(condition.atom);
    case 'AND': {
      const parts = condition.parts.map(matchCondition);
      return (resource) => parts.every((matches) => matches(resource));
    }
    case 'OR': {
      const parts = condition.parts.map(matchCondition);
      return (resource) => parts.some((matches) => matches(resource));
    }
    case 'NOT': {
      const matches = matchCondition(condition.part);
      return (resource) => !matches(resource);
    }
    case 'COMPARE': {
      const matches = mongoQueryMatcher({
        [condition.attribute]: { [condition.operator]: condition.value },
      });
      return (resource) => matches(resource.attributes);
    }
  }
}
