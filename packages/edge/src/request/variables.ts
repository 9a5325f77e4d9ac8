import { Refusal } from '@postern/errors';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getVariableValues } from 'graphql';

/** As {@link coercedVariables}; throws Refusal ARGUMENT_INVALID on a null for a variable with a default, which GraphQL lets stand where null is not allowed. */
export function variablesOf(
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>> | undefined,
  schema: GraphQLSchema,
): Readonly<Record<string, unknown>> {
  const definitions = operation.variableDefinitions ?? [];
  for (const { variable, defaultValue } of definitions)
    if (defaultValue !== undefined && given?.[variable.name.value] === null)
      throw new Refusal('ARGUMENT_INVALID', {
        argument: `$${variable.name.value}`,
        expected: 'a value, or to be left out for its default',
      });
  return coercedVariables(operation, given, schema);
}

/** The operation's variables with defaults filled in; throws the first GraphQLError about a value of the wrong type. */
export function coercedVariables(
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
