import { Fault } from '@postern/errors';
import type { AnswerObject } from '../execution/answer-object.ts';
import { isAnswerObject, own } from '../execution/answer-object.ts';
import { TYPENAME_FIELD } from '../operation/meta-field.ts';
import type { FetchedShape, LeafShape, ObjectShape } from './shape.ts';

/**
 * Reduces what the subgraphs answered to what the client selected.
 * Null when a field that may not be null is; throws Fault SUBGRAPH_ANSWER_INVALID when a value cannot be of its type.
 */
export function project(
  root: ObjectShape,
  answer: AnswerObject,
  introspection: AnswerObject,
): AnswerObject | null {
  return projectObject(root, answer, introspection);
}

function projectObject(
  shape: ObjectShape,
  source: AnswerObject,
  introspection: AnswerObject,
): AnswerObject | null {
  // Keys are names of the schema or aliases without leading underscores: writing them is safe.
  const result: AnswerObject = {};
  for (const field of shape.fields) {
    const { value } = field;
    if (value.kind === 'TYPENAME') {
      result[field.key] = shape.type;
    } else if (value.kind === 'INTROSPECTION') {
      result[field.key] = own(introspection, field.key);
    } else {
      const projected = projectValue(value, own(source, field.source), introspection);
      if (projected === null && !value.nullable) return null;
      result[field.key] = projected;
    }
  }
  return result;
}

function projectValue(shape: FetchedShape, value: unknown, introspection: AnswerObject): unknown {
  if (value === null || value === undefined) return null;
  switch (shape.kind) {
    case 'LEAF':
      return projectLeaf(shape.leaf, value);
    case 'LIST':
      return projectList(shape.item, value, introspection);
    case 'OBJECT':
      return projectObject(shape.object, objectOf(value), introspection);
    case 'ABSTRACT': {
      const object = objectOf(value);
      const typename = own(object, TYPENAME_FIELD);
      const possible = typeof typename === 'string' ? shape.objects.get(typename) : undefined;
      if (possible === undefined) throw new Fault('SUBGRAPH_ANSWER_INVALID');
      return projectObject(possible, object, introspection);
    }
  }
}

function projectList(
  item: FetchedShape,
  value: unknown,
  introspection: AnswerObject,
): unknown[] | null {
  if (!Array.isArray(value)) throw new Fault('SUBGRAPH_ANSWER_INVALID');
  const items: unknown[] = [];
  for (const each of value) {
    const projected = projectValue(item, each, introspection);
    if (projected === null && !item.nullable) return null;
    items.push(projected);
  }
  return items;
}

function projectLeaf(leaf: LeafShape, value: unknown): unknown {
  if (leaf.kind === 'CUSTOM') return value;
  if (leaf.kind === 'ENUM')
    return typeof value === 'string' && leaf.values.has(value) ? value : null;
  if (!leaf.types.includes(typeof value)) throw new Fault('SUBGRAPH_ANSWER_INVALID');
  return value;
}

function objectOf(value: unknown): AnswerObject {
  if (!isAnswerObject(value)) throw new Fault('SUBGRAPH_ANSWER_INVALID');
  return value;
}
