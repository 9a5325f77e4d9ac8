import type { Operation } from '@postern/edge';
import type {
  ArgumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLSchema,
  InlineFragmentNode,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
  VariableDefinitionNode,
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
import { dependsOnType } from '../operation/depends-on-type.ts';
import { plannedName } from '../operation/planned-name.ts';
import type { Asked, AskedField, Place } from './asked.ts';
import { addField, askedOf, newAsked } from './asked.ts';
import type { JoinedCondition } from './conditions.ts';
import { ConditionWriter, conditionsOf } from './conditions.ts';
import type { JoinedTypes } from './joined-types.ts';
import { withLiftedFields } from './lifted-fields.ts';
import { narrowedTypes } from './narrowed-types.ts';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** What a client sees of a supergraph, and who has which of its types. */
export interface PublicTypes {
  readonly schema: GraphQLSchema;
  readonly joined: JoinedTypes;
}

/** An operation for the planner, and the conditions that its variables beyond the client's stand for. */
export interface PlannedDocument {
  readonly text: string;
  readonly joined: readonly JoinedCondition[];
}

/**
 * Writes the client's operation as the planner is to see it: no introspection, fragments in place and without doubt
 * about whom they concern, conditions at each field, and names of our own for aliases and variables. Null when no
 * subgraph needs to be asked.
 */
export function plannedDocument(operation: Operation, types: PublicTypes): PlannedDocument | null {
  const { node } = operation;
  const root = types.schema.getRootType(node.operation);
  if (root == null) return null;
  const writer = new SelectionWriter(operation, types);
  const selectionSet = writer.rootSelections(root);
  if (selectionSet.selections.length === 0) return null;
  const { conditions } = writer;
  const text = print({
    kind: Kind.OPERATION_DEFINITION,
    operation: node.operation,
    selectionSet,
    variableDefinitions: [...plannedVariables(node), ...conditions.definitions()],
  });
  return { text, joined: conditions.joined };
}

function plannedVariables({ variableDefinitions = [] }: OperationDefinitionNode) {
  return variableDefinitions.map(
    ({ variable, type, defaultValue }): VariableDefinitionNode => ({
      kind: Kind.VARIABLE_DEFINITION,
      variable: renamedVariable(variable),
      type,
      ...(defaultValue === undefined ? {} : { defaultValue }),
    }),
  );
}

class SelectionWriter {
  readonly conditions = new ConditionWriter();
  readonly #operation: OperationDefinitionNode;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #schema: GraphQLSchema;
  readonly #joined: JoinedTypes;

  constructor({ node, fragments }: Operation, { schema, joined }: PublicTypes) {
    this.#operation = node;
    this.#fragments = fragments;
    this.#schema = schema;
    this.#joined = joined;
  }

  /** Empty when everything selected is answered by the gateway itself. */
  rootSelections(root: GraphQLCompositeType): SelectionSetNode {
    const asked = newAsked();
    this.#collect(this.#operation.selectionSet, { type: root, around: [] }, asked);
    return setOf(this.#written({ ...asked, typename: false }, root));
  }

  /** Brings together what is asked of one type, wherever it stands; the planner misses what is asked of a field twice. */
  #collect(set: SelectionSetNode, { type, around: outside }: Place, asked: Asked): void {
    for (const selection of set.selections) {
      const around = conditionsOf(selection.directives, outside);
      if (around === null) continue;
      if (selection.kind === Kind.FIELD) {
        addField(asked, selection, around);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : this.#fragments.get(selection.name.value);
      if (fragment !== undefined) this.#collectFragment(fragment, { type, around }, asked);
    }
  }

  /** The planner does not follow a fragment on an interface or union into another: each type gets its own. */
  #collectFragment(
    { typeCondition, selectionSet }: InlineFragmentNode | FragmentDefinitionNode,
    { type, around }: Place,
    asked: Asked,
  ): void {
    const condition = typeCondition === undefined ? type : typeFromAST(this.#schema, typeCondition);
    if (!isCompositeType(condition)) return;
    for (const narrowed of narrowedTypes(type, condition, this.#schema)) {
      const within = narrowed === type ? asked : askedOf(narrowed, asked);
      this.#collect(selectionSet, { type: narrowed, around }, within);
    }
  }

  #written({ typename, fields, fragments }: Asked, type: GraphQLCompositeType): SelectionNode[] {
    const inner = [...fragments].flatMap(([narrowed, within]) => {
      const selections = this.#written(within, narrowed);
      return selections.length === 0 ? [] : [fragmentOn(narrowed, selections)];
    });
    const own = [...fields.values()].map((field) => this.#field(field, type));
    return [...(typename ? [TYPENAME] : []), ...own, ...inner];
  }

  #field({ field, around, sets }: AskedField, parent: GraphQLCompositeType): FieldNode {
    const name = field.name.value;
    const alias = field.alias?.value;
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const type = definition === undefined ? undefined : getNamedType(definition.type);
    return {
      kind: Kind.FIELD,
      name: field.name,
      ...(alias === undefined || alias === name
        ? {}
        : { alias: { kind: Kind.NAME, value: plannedName(alias) } }),
      arguments: (field.arguments ?? []).map(renamedVariablesIn),
      directives: this.conditions.directives(around),
      ...(isCompositeType(type) ? { selectionSet: this.#fieldSelections(sets, type) } : {}),
    };
  }

  #fieldSelections(sets: readonly SelectionSetNode[], type: GraphQLCompositeType) {
    const asked = newAsked();
    for (const set of sets) this.#collect(set, { type, around: [] }, asked);
    const selections = withLiftedFields(this.#written(asked, type), (field) =>
      this.#joined.isFieldOfInterfaceObject(type.name, field),
    );
    const asksType = selections.length === 0 || this.#isToldElsewhere(sets, type);
    return setOf(asksType ? [...selections, TYPENAME] : selections);
  }

  /** Where a subgraph knows the interface as an object, the type must be had from another; the planner sees no need. */
  #isToldElsewhere(sets: readonly SelectionSetNode[], type: GraphQLCompositeType): boolean {
    if (!isInterfaceType(type) || !this.#joined.isInterfaceObject(type.name)) return false;
    const scope = { schema: this.#schema, fragments: this.#fragments };
    return sets.some((set) => dependsOnType(set, type, scope));
  }
}

function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}

function fragmentOn(
  type: GraphQLCompositeType,
  selections: readonly SelectionNode[],
): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type.name } },
    selectionSet: setOf(selections),
  };
}

function renamedVariable(node: VariableNode): VariableNode {
  return { ...node, name: { kind: Kind.NAME, value: plannedName(node.name.value) } };
}

function renamedVariablesIn(node: ArgumentNode): ArgumentNode {
  return visit(node, { Variable: renamedVariable });
}
