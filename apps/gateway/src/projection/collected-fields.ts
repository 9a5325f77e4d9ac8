import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
  TypeNode,
} from 'graphql';
import { isAbstractType, Kind, typeFromAST } from 'graphql';

/** Where selections are read: schema, fragments, and the variables that `@skip` and `@include` name. */
export interface SelectionScope {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Groups the fields selected on a type by response key (GraphQL specification, CollectFields). */
export function collectedFields(
  sets: readonly SelectionSetNode[],
  type: GraphQLObjectType | GraphQLInterfaceType,
  scope: SelectionScope,
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (!isIncluded(selection, scope)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const group = fields.get(key);
        if (group === undefined) fields.set(key, [selection]);
        else group.push(selection);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (appliesTo(selection.typeCondition, type, scope.schema)) collect(selection.selectionSet);
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = scope.fragments.get(selection.name.value);
        if (fragment !== undefined && appliesTo(fragment.typeCondition, type, scope.schema)) {
          collect(fragment.selectionSet);
        }
      }
    }
  };
  for (const set of sets) collect(set);
  return fields;
}

function appliesTo(
  condition: (TypeNode & { kind: Kind.NAMED_TYPE }) | undefined,
  type: GraphQLObjectType | GraphQLInterfaceType,
  schema: GraphQLSchema,
): boolean {
  if (condition === undefined || condition.name.value === type.name) return true;
  const conditional = typeFromAST(schema, condition);
  return isAbstractType(conditional) && schema.isSubType(conditional, type);
}

/** Tells whether `@skip` and `@include` leave a selection in. */
export function isIncluded(selection: SelectionNode, { variables }: SelectionScope): boolean {
  for (const directive of selection.directives ?? []) {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') continue;
    const value = directive.arguments?.[0]?.value;
    const given =
      value?.kind === Kind.VARIABLE
        ? Object.hasOwn(variables, value.name.value) && variables[value.name.value] === true
        : value?.kind === Kind.BOOLEAN && value.value;
    if (given === (name === 'skip')) return false;
  }
  return true;
}
