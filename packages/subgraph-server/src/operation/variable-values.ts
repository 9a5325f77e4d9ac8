import { variablesOf } from '@postern/edge';
import type { GraphQLSchema } from 'graphql';
import { GraphQLError } from 'graphql';
import type { PreparedOperation } from './prepared-operation.ts';
import { protocolError } from './protocol-error.ts';

/** The variables with defaults filled in; throws GraphQLError BAD_USER_INPUT or Refusal ARGUMENT_INVALID. */
export function variableValues(
  { operation }: PreparedOperation,
  given: Readonly<Record<string, unknown>>,
  schema: GraphQLSchema,
): Readonly<Record<string, unknown>> {
  try {
    return variablesOf(operation.node, given, schema);
  } catch (error) {
    if (error instanceof GraphQLError) throw protocolError('BAD_USER_INPUT', error);
    throw error;
  }
}
