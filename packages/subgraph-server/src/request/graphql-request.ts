import { protocolError } from '../operation/protocol-error.ts';

/** A GraphQL request as its JSON gives it; nothing of the operation has been read. */
export interface GraphQLRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

/** Reads the body of a GraphQL request; throws GraphQLError BAD_REQUEST. */
export function readGraphQLRequest(body: unknown): GraphQLRequest {
  if (!isObject(body)) throw bad('one JSON object: no list, for batches are not served');
  const { query, variables = null, operationName = null } = body;
  if (typeof query !== 'string' || query === '') throw bad('the operation as text in "query"');
  if (variables !== null && !isObject(variables)) throw bad('an object in "variables"');
  if (operationName !== null && typeof operationName !== 'string')
    throw bad('text in "operationName"');
  return { query, variables: variables ?? {}, operationName };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function bad(expected: string): Error {
  return protocolError('BAD_REQUEST', `The body is not a GraphQL request; expected ${expected}.`);
}
