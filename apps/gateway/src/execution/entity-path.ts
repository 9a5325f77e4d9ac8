import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import type { AnswerObject } from './answer-object.ts';
import { isAnswerObject, own } from './answer-object.ts';
import type { AnswerPath } from './answer-path.ts';
import type { PossibleTypes } from './possible-types.ts';

type PathStep =
  | { readonly kind: 'FIELD'; readonly name: string }
  | { readonly kind: 'TYPES'; readonly names: ReadonlySet<string> };

/** Where entities lie in an answer; lists on the way are entered whatever their depth. */
export type EntityPath = readonly PathStep[];

/** Prepares a planner's path. */
export function entityPath(
  segments: readonly FlattenNodePathSegment[],
  possible: PossibleTypes,
): EntityPath {
  return segments.flatMap((segment): PathStep[] => {
    if (segment === '@') return [];
    if ('Field' in segment) return [{ kind: 'FIELD', name: segment.Field }];
    const names = new Set(segment.TypeCondition.flatMap((name) => [...possible.of(name)]));
    return [{ kind: 'TYPES', names }];
  });
}

/** Collects the objects at a path, in the order of the answer. */
export function objectsAt(root: AnswerObject, path: EntityPath): AnswerObject[] {
  const found: AnswerObject[] = [];
  collect(root, path, 0, found);
  return found;
}

function collect(value: unknown, path: EntityPath, at: number, found: AnswerObject[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, path, at, found);
    return;
  }
  if (!isAnswerObject(value)) return;
  const step = path[at];
  if (step === undefined) {
    found.push(value);
  } else if (step.kind === 'FIELD') {
    collect(own(value, step.name), path, at + 1, found);
  } else if (isOneOf(value, step.names)) {
    collect(value, path, at + 1, found);
  }
}

/** Tells where each object at a path lies; slower than {@link objectsAt}, for when something failed there. */
export function placesAt(root: AnswerObject, path: EntityPath): Map<AnswerObject, AnswerPath[]> {
  const found = new Map<AnswerObject, AnswerPath[]>();
  const locate = (value: unknown, at: number, trail: AnswerPath): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) locate(item, at, [...trail, index]);
      return;
    }
    if (!isAnswerObject(value)) return;
    const step = path[at];
    if (step === undefined) found.set(value, [...(found.get(value) ?? []), trail]);
    else if (step.kind === 'FIELD') locate(own(value, step.name), at + 1, [...trail, step.name]);
    else if (isOneOf(value, step.names)) locate(value, at + 1, trail);
  };
  locate(root, 0, []);
  return found;
}

/** An object without `__typename` lies where the schema allows one type only, so it is that type. */
function isOneOf(value: AnswerObject, names: ReadonlySet<string>): boolean {
  const typename = own(value, '__typename');
  return typeof typename !== 'string' || names.has(typename);
}
