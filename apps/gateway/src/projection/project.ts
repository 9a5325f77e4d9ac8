import { TYPENAME_FIELD } from '@postern/edge';
import type { AnswerObject } from '../execution/answer-object.ts';
import { isAnswerObject, own } from '../execution/answer-object.ts';
import type { Problems } from './problems.ts';
import type { AbstractShape, FetchedShape, LeafShape, ObjectShape } from './shape.ts';

/** What a projection reads besides what was fetched, and where it tells of values that do not fit. */
export interface Reading {
  readonly introspection: AnswerObject;
  readonly problems: Problems;
}

/**
 * Reduces what the subgraphs answered to what the client selected.
 * Null when a field that may not be null is; throws what `problems` throws.
 */
export function project(
  root: ObjectShape,
  answer: AnswerObject,
  reading: Reading,
): AnswerObject | null {
  return projectObject(root, answer, reading);
}

function projectObject(
  shape: ObjectShape,
  source: AnswerObject,
  reading: Reading,
): AnswerObject | null {
  const result: AnswerObject = shape.hasProtoKey ? Object.create(null) : {};
  for (const { key, source: from, coordinate, value: wanted } of shape.fields) {
    if (wanted.kind === 'TYPENAME') {
      result[key] = shape.type;
    } else if (wanted.kind === 'INTROSPECTION') {
      result[key] = own(reading.introspection, key);
    } else {
      const known = reading.problems.found.length;
      const projected = projectValue(wanted, own(source, from), coordinate, reading);
      const isMissing = projected === null && !wanted.nullable;
      if (isMissing) noteNull(coordinate, known, reading);
      locate(known, key, reading);
      if (isMissing) return null;
      result[key] = projected;
    }
  }
  return result;
}

function projectValue(
  shape: FetchedShape,
  value: unknown,
  coordinate: string,
  reading: Reading,
): unknown {
  if (value === null || value === undefined) return null;
  if (shape.kind === 'LEAF') return projectLeaf(shape.leaf, value, coordinate, reading);
  if (shape.kind === 'LIST') return projectList(shape.item, value, coordinate, reading);
  if (!isAnswerObject(value)) return unfit(coordinate, reading);
  const object = shape.kind === 'OBJECT' ? shape.object : objectShapeOf(shape, value);
  return object === null ? unfit(coordinate, reading) : projectObject(object, value, reading);
}

/** A subgraph that knows an interface as an object gives the interface's name for its type. */
function objectShapeOf(shape: AbstractShape, value: AnswerObject): ObjectShape | null {
  const typename = own(value, TYPENAME_FIELD);
  if (typename === undefined || typename === shape.type) return shape.untyped;
  return typeof typename === 'string' ? (shape.objects.get(typename) ?? null) : null;
}

function projectList(
  item: FetchedShape,
  value: unknown,
  coordinate: string,
  reading: Reading,
): unknown[] | null {
  if (!Array.isArray(value)) return unfit(coordinate, reading);
  const items: unknown[] = [];
  for (let index = 0; index < value.length; index += 1) {
    const known = reading.problems.found.length;
    const projected = projectValue(item, value[index], coordinate, reading);
    const isMissing = projected === null && !item.nullable;
    if (isMissing) noteNull(coordinate, known, reading);
    locate(known, index, reading);
    if (isMissing) return null;
    items.push(projected);
  }
  return items;
}

function projectLeaf(
  leaf: LeafShape,
  value: unknown,
  coordinate: string,
  reading: Reading,
): unknown {
  if (leaf.kind === 'CUSTOM') return value;
  if (leaf.kind === 'ENUM')
    return typeof value === 'string' && leaf.values.has(value) ? value : null;
  return leaf.types.includes(typeof value) ? value : unfit(coordinate, reading);
}

function unfit(coordinate: string, { problems }: Reading): null {
  problems.note({ kind: 'UNFIT', coordinate, reversedPath: [] });
  return null;
}

/** A null is told where it arose, not again where it passes through. */
function noteNull(coordinate: string, known: number, { problems }: Reading): void {
  if (problems.found.length === known) {
    problems.note({ kind: 'NULL', coordinate, reversedPath: [] });
  }
}

/** Adds a step to the paths of the problems found since `known` of them were. */
function locate(known: number, step: string | number, { problems: { found } }: Reading): void {
  for (let index = known; index < found.length; index += 1) found[index]?.reversedPath.push(step);
}
