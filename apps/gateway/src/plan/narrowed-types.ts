import type { GraphQLCompositeType, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { isAbstractType, isObjectType, isUnionType } from 'graphql';

/**
 * The types that a fragment on `condition` has where an object is of `type`: `type` itself when it is one of the
 * condition's, `condition` when that is one of the type's, and where the two only overlap, each object type of both.
 */
export function narrowedTypes(
  type: GraphQLCompositeType,
  condition: GraphQLCompositeType,
  schema: GraphQLSchema,
): readonly GraphQLCompositeType[] {
  if (isOneOf(type, condition, schema)) return [type];
  if (isOneOf(condition, type, schema)) return [condition];
  const others = new Set(objectTypesOf(condition, schema));
  const all = objectTypesOf(type, schema);
  const both = all.filter((each) => others.has(each));
  // A union has no fields of its own: one that takes in every object leaves the selection as it is.
  return isUnionType(condition) && both.length === all.length ? [type] : both;
}

function isOneOf(
  type: GraphQLCompositeType,
  open: GraphQLCompositeType,
  schema: GraphQLSchema,
): boolean {
  if (type === open) return true;
  return isAbstractType(open) && !isUnionType(type) && schema.isSubType(open, type);
}

function objectTypesOf(
  type: GraphQLCompositeType,
  schema: GraphQLSchema,
): readonly GraphQLObjectType[] {
  return isObjectType(type) ? [type] : schema.getPossibleTypes(type);
}
