import type { Operation } from '@postern/edge';
import { isIntrospectionField, TYPENAME_FIELD } from '@postern/edge';
import { Fault } from '@postern/errors';
import type {
  FieldNode,
  GraphQLInterfaceType,
  GraphQLLeafType,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLUnionType,
  SelectionSetNode,
} from 'graphql';
import {
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { dependsOnType } from '../operation/depends-on-type.ts';
import { plannedKey } from '../operation/planned-name.ts';
import type { SelectionScope } from './collected-fields.ts';
import { collectedFields } from './collected-fields.ts';
import type { FetchedShape, FieldShape, LeafShape, ObjectShape, Selection } from './shape.ts';

const PRIMITIVES: ReadonlyMap<string, readonly string[]> = new Map([
  ['String', ['string']],
  ['ID', ['string', 'number']],
  ['Int', ['number']],
  ['Float', ['number']],
  ['Boolean', ['boolean']],
]);

/** Compiles what an operation selects once its `@skip` and `@include` are settled. */
export function compileSelection(operation: Operation, scope: SelectionScope): Selection {
  const rootType = scope.schema.getRootType(operation.node.operation);
  if (rootType === undefined || rootType === null) throw new Fault('PLAN_FAILED');
  const compiler = new SelectionCompiler(scope);
  const root = compiler.objectShape(rootType, [operation.node.selectionSet]);
  return { root, coordinates: compiler.coordinates };
}

class SelectionCompiler {
  readonly coordinates = new Set<string>();
  readonly #scope: SelectionScope;
  /** Types in an open place mostly share their selections: each distinct group is compiled once. */
  readonly #shapes = new Map<string, ObjectShape>();
  readonly #numbers = new Map<SelectionSetNode, number>();

  constructor(scope: SelectionScope) {
    this.#scope = scope;
  }

  objectShape(
    type: GraphQLObjectType | GraphQLInterfaceType,
    sets: readonly SelectionSetNode[],
  ): ObjectShape {
    const identity = `${type.name} ${sets.map((set) => this.#numberOf(set)).join(' ')}`;
    const known = this.#shapes.get(identity);
    if (known !== undefined) return known;
    const fields: FieldShape[] = [];
    for (const [key, nodes] of collectedFields(sets, type, this.#scope)) {
      const field = this.#fieldShape(type, key, nodes);
      if (field !== null) fields.push(field);
    }
    const hasProtoKey = fields.some(({ key }) => key === '__proto__');
    const shape = { type: type.name, fields, hasProtoKey };
    this.#shapes.set(identity, shape);
    return shape;
  }

  #fieldShape(
    type: GraphQLObjectType | GraphQLInterfaceType,
    key: string,
    nodes: readonly FieldNode[],
  ): FieldShape | null {
    const first = nodes[0];
    if (first === undefined) return null;
    const name = first.name.value;
    const coordinate = `${type.name}.${name}`;
    if (name === TYPENAME_FIELD) {
      return { key, source: name, coordinate, value: { kind: 'TYPENAME' } };
    }
    if (isIntrospectionField(name)) {
      return { key, source: key, coordinate, value: { kind: 'INTROSPECTION' } };
    }
    const field = type.getFields()[name];
    if (field === undefined) return null;
    if (isObjectType(type)) this.coordinates.add(coordinate);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const source = plannedKey(name, first.alias?.value);
    return { key, source, coordinate, value: this.#fetchedShape(field.type, sets) };
  }

  #fetchedShape(declared: GraphQLOutputType, sets: readonly SelectionSetNode[]): FetchedShape {
    const nullable = !isNonNullType(declared);
    const type = isNonNullType(declared) ? declared.ofType : declared;
    if (isListType(type)) {
      return { kind: 'LIST', nullable, item: this.#fetchedShape(type.ofType, sets) };
    }
    if (isObjectType(type))
      return { kind: 'OBJECT', nullable, object: this.objectShape(type, sets) };
    if (!isAbstractType(type)) return { kind: 'LEAF', nullable, leaf: leafShape(type) };
    const objects = new Map<string, ObjectShape>();
    for (const possible of this.#scope.schema.getPossibleTypes(type)) {
      objects.set(possible.name, this.objectShape(possible, sets));
    }
    const untyped = this.#isSameForAll(type, sets) ? this.objectShape(type, sets) : null;
    return { kind: 'ABSTRACT', nullable, type: type.name, objects, untyped };
  }

  /** Whether a selection asks the same of every type that may stand here, and not which of them it is. */
  #isSameForAll(
    type: GraphQLInterfaceType | GraphQLUnionType,
    sets: readonly SelectionSetNode[],
  ): type is GraphQLInterfaceType {
    return isInterfaceType(type) && !sets.some((set) => dependsOnType(set, type, this.#scope));
  }

  #numberOf(set: SelectionSetNode): number {
    const known = this.#numbers.get(set);
    if (known !== undefined) return known;
    this.#numbers.set(set, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

function leafShape(type: GraphQLLeafType): LeafShape {
  if (isEnumType(type)) {
    return { kind: 'ENUM', values: new Set(type.getValues().map(({ name }) => name)) };
  }
  const types = PRIMITIVES.get(type.name);
  return types === undefined ? { kind: 'CUSTOM' } : { kind: 'PRIMITIVE', types };
}
