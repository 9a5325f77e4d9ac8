import { HeaderMap } from '@apollo/server';
import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import type { GraphQLSchema } from 'graphql';
import { GraphQLError } from 'graphql';

/** Says why a validated document has no operation that can be run; null when it has one. */
export function operationProblem(
  { operation, request }: Parameters<GatewayExecutor>[0],
  schema: GraphQLSchema,
): GraphQLError | null {
  // The server's type promises an operation; it has none when the document defines no such name.
  if (operation === undefined) return unknownOperation(request.operationName);
  const isServed = schema.getRootType(operation.operation) != null;
  return isServed ? null : unservedOperation(operation.operation);
}

function unknownOperation(name: string | undefined): GraphQLError {
  return new GraphQLError(
    name === undefined
      ? 'The document defines several operations.'
      : 'The document defines no such operation.',
  );
}

function unservedOperation(kind: string): GraphQLError {
  const extensions = { code: 'BAD_REQUEST', http: { status: 400, headers: new HeaderMap() } };
  return new GraphQLError(`This schema serves no ${kind}.`, { extensions });
}
