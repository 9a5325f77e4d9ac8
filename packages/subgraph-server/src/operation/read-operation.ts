import type { Operation } from '@postern/edge';
import { operationOf } from '@postern/edge';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import {
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  print,
  separateOperations,
  specifiedRules,
  validate,
  visit,
} from 'graphql';
import type { GraphQLRequest } from '../request/graphql-request.ts';
import { protocolError } from './protocol-error.ts';

/** What reading an operation depends on beside its text. */
export interface ReadingScope {
  readonly schema: GraphQLSchema;
  readonly production: boolean;
  readonly mostTokens: number;
}

/** A validated operation and a document that holds it alone. */
export interface ReadOperation {
  readonly operation: Operation;
  readonly document: string;
}

/** Parses and validates a request and picks its operation; throws GraphQLError with a code of the protocol. */
export function readOperation(
  { query, operationName }: Pick<GraphQLRequest, 'query' | 'operationName'>,
  { schema, production, mostTokens }: ReadingScope,
): ReadOperation {
  const document = parsed(query, mostTokens);
  const node = chosen(document, operationName);
  const [problem] = validate(schema, document, specifiedRules, { maxErrors: 1 });
  if (problem !== undefined) throw protocolError('GRAPHQL_VALIDATION_FAILED', problem);
  if (schema.getRootType(node.operation) == null)
    throw protocolError('BAD_REQUEST', `This schema serves no ${node.operation}.`);
  if (production && asksForSchema(schema, document))
    throw protocolError('GRAPHQL_VALIDATION_FAILED', 'Introspection is switched off here.', {
      validationErrorCode: 'INTROSPECTION_DISABLED',
    });
  return { operation: operationOf(document, node), document: alone(document, node, query) };
}

function parsed(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError) throw protocolError('GRAPHQL_PARSE_FAILED', error);
    throw error;
  }
}

function chosen(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const [first, second] =
    name === null ? operations : operations.filter((each) => each.name?.value === name);
  if (first !== undefined && second === undefined) return first;
  const message =
    first === undefined
      ? 'The document defines no such operation.'
      : 'The document defines several operations.';
  throw protocolError('OPERATION_RESOLUTION_FAILURE', message);
}

/** `_service` tells the schema as `__schema` does. */
function asksForSchema(schema: GraphQLSchema, document: DocumentNode): boolean {
  let asks = validate(schema, document, [NoSchemaIntrospectionCustomRule]).length > 0;
  visit(document, {
    Field: ({ name }) => {
      if (name.value === '_service') asks = true;
    },
  });
  return asks;
}

/** Executing takes a document of one operation. */
function alone(document: DocumentNode, node: OperationDefinitionNode, query: string): string {
  const separate = separateOperations(document);
  const name = node.name?.value ?? '';
  const only = Object.keys(separate).length === 1 ? undefined : separate[name];
  return only === undefined ? query : print(only);
}
