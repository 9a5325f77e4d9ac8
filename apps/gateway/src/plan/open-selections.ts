import { TYPENAME_FIELD } from '@postern/edge';
import { Fault } from '@postern/errors';
import type { DocumentNode, FieldNode, GraphQLSchema, SelectionNode } from 'graphql';
import {
  getNamedType,
  isAbstractType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { JoinedTypes } from './joined-types.ts';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: TYPENAME_FIELD } };

/** What is known of a supergraph: its schema, machinery included, and which subgraph has which types. */
export interface SupergraphTypes {
  readonly schema: GraphQLSchema;
  readonly joined: JoinedTypes;
}

/**
 * Makes an operation of a plan ask for the type of every object that may be of several. The planner, asked for it, would
 * go only to subgraphs that can tell the type of everything they bring, even where nothing depends on it. Throws Fault
 * PLAN_FAILED.
 */
export function withTypenames(
  operation: string,
  subgraph: string,
  { schema, joined }: SupergraphTypes,
): string {
  const types = new TypeInfo(schema);
  const document: DocumentNode = visit(
    parsed(operation, subgraph),
    visitWithTypeInfo(types, {
      Field: (field) => {
        const { selectionSet } = field;
        const type = getNamedType(types.getType());
        if (selectionSet === undefined || !isAbstractType(type)) return undefined;
        // What the subgraph knows as an object could only tell the interface's name.
        if (joined.isInterfaceObject(type.name, subgraph)) return undefined;
        if (selectionSet.selections.some(isTypename)) return undefined;
        const selections = [...selectionSet.selections, TYPENAME];
        return { ...field, selectionSet: { ...selectionSet, selections } };
      },
    }),
  );
  return print(document);
}

/** The planner now and then writes what is no GraphQL: a fragment that it emptied. */
function parsed(operation: string, subgraph: string): DocumentNode {
  try {
    return parse(operation, { noLocation: true });
  } catch (cause) {
    throw new Fault('PLAN_FAILED', { cause, logged: { subgraph } });
  }
}

function isTypename(selection: SelectionNode): boolean {
  return selection.kind === Kind.FIELD && selection.name.value === TYPENAME_FIELD;
}
