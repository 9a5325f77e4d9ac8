import { Refusal } from '@postern/errors';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLNamedType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  typeFromAST,
} from 'graphql';
import { isIntrospectionField } from '../operation/meta-field.ts';
import type { Operation } from '../operation/operation.ts';
import { rowsOf } from './page-size.ts';

/** What a selection asks for, with its fragments written out; `cost` counts fields times rows. */
export interface Weight {
  readonly depth: number;
  readonly cost: number;
  /** How many fields hold bytes. */
  readonly bytes: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly introspectionDepth: number;
  readonly introspectionFields: number;
}

/** What a weight depends on beside the operation. */
export interface WeighingScope {
  readonly schema: GraphQLSchema;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly pageSize: number;
}

/** A scalar whose values are as long as thousands of others. */
const BYTES = 'Base64';
const COST_OF_BYTES = 2_000;

const NOTHING: Weight = {
  depth: 0,
  cost: 0,
  bytes: 0,
  aliases: 0,
  rootFields: 0,
  introspectionDepth: 0,
  introspectionFields: 0,
};

/**
 * Weighs an operation in time linear in its text: each fragment is weighed once, however often it is spread.
 * Throws Refusal ARGUMENT_INVALID when a page size is beyond its maximum.
 */
export function weigh(operation: Operation, scope: WeighingScope): Weight {
  const type = scope.schema.getRootType(operation.node.operation) ?? undefined;
  return new Scale(operation, scope).set(operation.node.selectionSet, type);
}

class Scale {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #scope: WeighingScope;
  readonly #weighed = new Map<string, Weight>();

  constructor({ fragments }: Operation, scope: WeighingScope) {
    this.#fragments = fragments;
    this.#scope = scope;
  }

  set(set: SelectionSetNode, type: GraphQLNamedType | undefined): Weight {
    return set.selections.reduce((sum, each) => added(sum, this.#selection(each, type)), NOTHING);
  }

  #selection(selection: SelectionNode, type: GraphQLNamedType | undefined): Weight {
    if (selection.kind === Kind.FIELD) return this.#field(selection, type);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#fragment(selection.name.value);
    const condition = selection.typeCondition;
    const inner = condition === undefined ? type : typeFromAST(this.#scope.schema, condition);
    return this.set(selection.selectionSet, inner);
  }

  #fragment(name: string): Weight {
    const known = this.#weighed.get(name);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    if (fragment === undefined) return NOTHING;
    const type = typeFromAST(this.#scope.schema, fragment.typeCondition);
    const weight = this.set(fragment.selectionSet, type);
    this.#weighed.set(name, weight);
    return weight;
  }

  #field(field: FieldNode, parent: GraphQLNamedType | undefined): Weight {
    const aliases = field.alias === undefined ? 0 : 1;
    if (isIntrospectionField(field.name.value)) {
      const { depth, cost } = this.#children(field, undefined);
      return {
        ...NOTHING,
        aliases,
        rootFields: 1,
        introspectionDepth: depth + 1,
        introspectionFields: cost + 1,
      };
    }
    const definition =
      isObjectType(parent) || isInterfaceType(parent)
        ? parent.getFields()[field.name.value]
        : undefined;
    const type = definition === undefined ? undefined : getNamedType(definition.type);
    const children = this.#children(field, type);
    const rows = definition === undefined ? 1 : this.#rows(field, definition, children);
    const isBytes = type?.name === BYTES;
    return {
      ...NOTHING,
      depth: children.depth + 1,
      cost: (isBytes ? COST_OF_BYTES : 1) + rows * children.cost,
      bytes: children.bytes + (isBytes ? 1 : 0),
      aliases: children.aliases + aliases,
      rootFields: 1,
    };
  }

  #rows(field: FieldNode, definition: Parameters<typeof rowsOf>[1], below: Weight): number {
    const { variables, pageSize } = this.#scope;
    // Of a list that has no pages nobody says how long it is: bytes are asked for one by one.
    if (below.bytes > 0 && isListType(getNullableType(definition.type))) return pageSize;
    const rows = rowsOf(field, definition, variables);
    if (rows > pageSize) {
      throw new Refusal('ARGUMENT_INVALID', { argument: 'first', maximum: pageSize });
    }
    return rows;
  }

  #children(field: FieldNode, type: GraphQLNamedType | undefined): Weight {
    return field.selectionSet === undefined ? NOTHING : this.set(field.selectionSet, type);
  }
}

function added(left: Weight, right: Weight): Weight {
  return {
    depth: Math.max(left.depth, right.depth),
    cost: left.cost + right.cost,
    bytes: left.bytes + right.bytes,
    aliases: left.aliases + right.aliases,
    rootFields: left.rootFields + right.rootFields,
    introspectionDepth: Math.max(left.introspectionDepth, right.introspectionDepth),
    introspectionFields: left.introspectionFields + right.introspectionFields,
  };
}
