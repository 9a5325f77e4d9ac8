import type {
  ArgumentNode,
  DirectiveNode,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
  VariableNode,
} from 'graphql';
import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  print,
  typeFromAST,
  visit,
} from 'graphql';
import { isIntrospectionField } from '../operation/meta-field.ts';
import type { Operation } from '../operation/operation.ts';
import { plannedName } from '../operation/planned-name.ts';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * Writes the client's operation as the planner is to see it: no introspection, and names of our own for aliases and variables. Null when no subgraph needs to be asked.
 */
export function plannedDocument(operation: Operation, schema: GraphQLSchema): string | null {
  const writer = new DocumentWriter(operation, schema);
  return writer.write();
}

class DocumentWriter {
  readonly #operation: OperationDefinitionNode;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #schema: GraphQLSchema;
  readonly #written = new Map<string, FragmentDefinitionNode | null>();

  constructor({ node, fragments }: Operation, schema: GraphQLSchema) {
    this.#operation = node;
    this.#fragments = fragments;
    this.#schema = schema;
  }

  write(): string | null {
    const rootType = this.#schema.getRootType(this.#operation.operation) ?? undefined;
    const selectionSet = this.#rootSelections(this.#operation.selectionSet, rootType);
    if (selectionSet.selections.length === 0) return null;
    const { operation, variableDefinitions } = this.#operation;
    const definition: OperationDefinitionNode = {
      kind: Kind.OPERATION_DEFINITION,
      operation,
      selectionSet,
      ...(variableDefinitions === undefined
        ? {}
        : {
            variableDefinitions: variableDefinitions.map(({ variable, type, defaultValue }) => ({
              kind: Kind.VARIABLE_DEFINITION,
              variable: renamedVariable(variable),
              type,
              ...(defaultValue === undefined ? {} : { defaultValue }),
            })),
          }),
    };
    const fragments = [...this.#written.values()].filter((fragment) => fragment !== null);
    const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [definition, ...fragments] };
    return print(document);
  }

  /** Root fragments are written in place, without what the gateway answers itself. */
  #rootSelections(set: SelectionSetNode, type: GraphQLNamedType | undefined): SelectionSetNode {
    const selections = set.selections.flatMap((selection): SelectionNode[] => {
      if (isLeftOut(selection)) return [];
      if (selection.kind === Kind.FIELD) {
        const answeredHere =
          selection.name.value === TYPENAME.name.value ||
          isIntrospectionField(selection.name.value);
        return answeredHere ? [] : [this.#field(selection, type)];
      }
      const source =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : this.#fragments.get(selection.name.value);
      if (source === undefined) return [];
      const inner = this.#rootSelections(source.selectionSet, type);
      if (inner.selections.length === 0) return [];
      return [
        {
          kind: Kind.INLINE_FRAGMENT,
          ...(source.typeCondition === undefined ? {} : { typeCondition: source.typeCondition }),
          directives: renamedDirectives(selection.directives),
          selectionSet: inner,
        },
      ];
    });
    return { kind: Kind.SELECTION_SET, selections };
  }

  #selections(set: SelectionSetNode, type: GraphQLNamedType | undefined): SelectionSetNode {
    const selections = set.selections.map((selection): SelectionNode => {
      if (selection.kind === Kind.FIELD) return this.#field(selection, type);
      const directives = renamedDirectives(selection.directives);
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        this.#writeFragment(selection.name.value);
        return { ...selection, directives };
      }
      const inner = selection.typeCondition;
      const innerType = inner === undefined ? type : typeFromAST(this.#schema, inner);
      return {
        ...selection,
        directives,
        selectionSet: this.#selections(selection.selectionSet, innerType),
      };
    });
    return { kind: Kind.SELECTION_SET, selections };
  }

  #writeFragment(name: string): void {
    const fragment = this.#fragments.get(name);
    if (fragment === undefined || this.#written.has(name)) return;
    this.#written.set(name, null);
    const type = typeFromAST(this.#schema, fragment.typeCondition);
    const selectionSet = this.#selections(fragment.selectionSet, type);
    this.#written.set(name, { ...fragment, selectionSet });
  }

  #field(field: FieldNode, parent: GraphQLNamedType | undefined): FieldNode {
    const name = field.name.value;
    if (name === TYPENAME.name.value) return { ...TYPENAME, directives: [] };
    const alias = field.alias?.value;
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const type = definition === undefined ? undefined : getNamedType(definition.type);
    const set = field.selectionSet;
    return {
      kind: Kind.FIELD,
      name: field.name,
      ...(alias === undefined || alias === name
        ? {}
        : { alias: { kind: Kind.NAME, value: plannedName(alias) } }),
      arguments: (field.arguments ?? []).map(renamedVariablesIn),
      directives: renamedDirectives(field.directives),
      ...(set === undefined || !isCompositeType(type)
        ? {}
        : { selectionSet: this.#selections(set, type) }),
    };
  }
}

function renamedVariable(node: VariableNode): VariableNode {
  return { ...node, name: { kind: Kind.NAME, value: plannedName(node.name.value) } };
}

function renamedVariablesIn<Node extends ArgumentNode | DirectiveNode>(node: Node): Node {
  return visit(node, { Variable: renamedVariable });
}

function renamedDirectives(directives: readonly DirectiveNode[] | undefined): DirectiveNode[] {
  return (directives ?? []).map(renamedVariablesIn);
}

/** Whether a literal `@skip` or `@include` leaves the selection out of every answer; the planner cannot plan nothing. */
function isLeftOut({ directives = [] }: SelectionNode): boolean {
  return directives.some(({ name, arguments: given = [] }) => {
    const condition = given.find((argument) => argument.name.value === 'if')?.value;
    return condition?.kind === Kind.BOOLEAN && condition.value === (name.value === 'skip');
  });
}
