import type { Operation } from '@postern/edge';
import { isIntrospectionField } from '@postern/edge';
import { Fault } from '@postern/errors';
import type { DefinitionNode, GraphQLSchema, SelectionNode, SelectionSetNode } from 'graphql';
import { executeSync, Kind } from 'graphql';
import type { AnswerObject } from '../execution/answer-object.ts';
import { isAnswerObject } from '../execution/answer-object.ts';

/** Answers the part of an operation that asks about the schema. */
export type IntrospectionAnswer = (variables: Readonly<Record<string, unknown>>) => AnswerObject;

/** Prepares the introspection part of an operation, answered from the contract's public schema. */
export function introspectionOf(operation: Operation, schema: GraphQLSchema): IntrospectionAnswer {
  const selectionSet = introspectionSelections(operation.node.selectionSet, operation);
  if (selectionSet.selections.length === 0) return () => ({});
  const definitions: DefinitionNode[] = [
    { ...operation.node, selectionSet },
    ...operation.fragments.values(),
  ];
  const document = { kind: Kind.DOCUMENT, definitions } as const;
  return (variableValues) => {
    const { data, errors } = executeSync({ schema, document, variableValues });
    if (errors !== undefined || !isAnswerObject(data)) throw new Fault('INTERNAL');
    return data;
  };
}

function introspectionSelections(set: SelectionSetNode, operation: Operation): SelectionSetNode {
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) {
      return isIntrospectionField(selection.name.value) ? [selection] : [];
    }
    const source =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : operation.fragments.get(selection.name.value);
    if (source === undefined) return [];
    const inner = introspectionSelections(source.selectionSet, operation);
    const { directives = [] } = selection;
    return inner.selections.length === 0
      ? []
      : [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet: inner }];
  });
  return { kind: Kind.SELECTION_SET, selections };
}
