import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getVariableValues } from 'graphql';

/** The operation's variables with defaults filled in; throws the first GraphQLError about a value of the wrong type. */
export function variablesOf(
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>> | undefined,
  schema: GraphQLSchema,
): Readonly<Record<string, unknown>> {
  const definitions = operation.variableDefinitions ?? [];
  if (definitions.length === 0) return {};
  const { coerced, errors } = getVariableValues(schema, definitions, given ?? {}, { maxErrors: 1 });
  if (coerced === undefined) throw errors[0] ?? new TypeError('Variables were not coerced.');
  return coerced;
}
