import { Refusal } from '@postern/errors';
import { GraphQLError } from 'graphql';

/** Errors about the query itself, which the GraphQL server finds: what to do about each. */
export const PROTOCOL_REMEDIES = {
  GRAPHQL_PARSE_FAILED: 'Correct the query where the message points.',
  GRAPHQL_VALIDATION_FAILED:
    'Compare the query with the schema and correct what the message names.',
  BAD_USER_INPUT: 'Correct the variable named and send the request again.',
  BAD_REQUEST: 'Send a GraphQL request as JSON with Content-Type: application/json.',
  OPERATION_RESOLUTION_FAILURE: 'Send an operationName that the document defines.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Send the full query text.',
} as const satisfies Record<string, string>;

/** A code of the GraphQL protocol. */
export type ProtocolCode = keyof typeof PROTOCOL_REMEDIES;

/** The code of an error about the query; null for any other. */
export function protocolCodeOf(error: unknown): ProtocolCode | null {
  const code = error instanceof GraphQLError ? error.extensions.code : undefined;
  return typeof code === 'string' && Object.hasOwn(PROTOCOL_REMEDIES, code)
    ? (code as ProtocolCode)
    : null;
}

/** A limit that the GraphQL server itself found crossed, told as our own limits are; null for any other error. */
export function limitErrorOf(error: GraphQLError): Refusal | null {
  // The parser gives this error no code.
  if (/Document contains more tha[nt] \d+ tokens/.test(error.message)) {
    return new Refusal('QUERY_TOO_COSTLY', { limit: 'tokens' });
  }
  return error.extensions.validationErrorCode === 'MAX_RECURSIVE_SELECTIONS_EXCEEDED'
    ? new Refusal('QUERY_TOO_COSTLY', { limit: 'selections' })
    : null;
}

/** The message of an error about the query; in production without hints at names that the schema has. */
export function protocolMessageOf(
  error: GraphQLError,
  { production }: { readonly production: boolean },
): string {
  if (error.extensions.validationErrorCode === 'INTROSPECTION_DISABLED') {
    return 'Introspection is switched off here.';
  }
  return production ? error.message.replace(/ ?Did you mean .+\?$/s, '') : error.message;
}
