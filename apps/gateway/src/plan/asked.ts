import { isIntrospectionField, TYPENAME_FIELD } from '@postern/edge';
import type { FieldNode, GraphQLCompositeType, SelectionSetNode } from 'graphql';
import type { Condition } from './conditions.ts';

/** Where a selection stands: the type of what it is of, and the conditions since the field that holds it. */
export interface Place {
  readonly type: GraphQLCompositeType;
  readonly around: readonly Condition[];
}

/** A field under one response key and the same conditions, with everything that is selected of it. */
export interface AskedField {
  readonly field: FieldNode;
  readonly around: readonly Condition[];
  readonly sets: SelectionSetNode[];
}

/** What is asked of one type in one place, and of narrower types there. */
export interface Asked {
  typename: boolean;
  readonly fields: Map<string, AskedField>;
  readonly fragments: Map<GraphQLCompositeType, Asked>;
}

export function newAsked(): Asked {
  return { typename: false, fields: new Map(), fragments: new Map() };
}

/** What is asked of a narrower type in the same place. */
export function askedOf(type: GraphQLCompositeType, { fragments }: Asked): Asked {
  const known = fragments.get(type) ?? newAsked();
  fragments.set(type, known);
  return known;
}

/** Adds a field; what describes the schema is not asked of anyone. */
export function addField(asked: Asked, field: FieldNode, around: readonly Condition[]): void {
  const name = field.name.value;
  if (name === TYPENAME_FIELD) asked.typename = true;
  if (name === TYPENAME_FIELD || isIntrospectionField(name)) return;
  const key = `${field.alias?.value ?? name} ${JSON.stringify(around)}`;
  const known = asked.fields.get(key) ?? { field, around, sets: [] };
  if (field.selectionSet !== undefined) known.sets.push(field.selectionSet);
  asked.fields.set(key, known);
}
