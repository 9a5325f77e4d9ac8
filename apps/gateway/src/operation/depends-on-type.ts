import { TYPENAME_FIELD } from '@postern/edge';
import type {
  FragmentDefinitionNode,
  GraphQLInterfaceType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
import { isAbstractType, Kind, typeFromAST } from 'graphql';

interface FragmentScope {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Whether what is selected of an interface is different for objects of different types, or asks which type it is. */
export function dependsOnType(
  set: SelectionSetNode,
  type: GraphQLInterfaceType,
  scope: FragmentScope,
): boolean {
  return set.selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === TYPENAME_FIELD;
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : scope.fragments.get(selection.name.value);
    if (fragment === undefined) return false;
    const { typeCondition } = fragment;
    const condition = typeCondition === undefined ? type : typeFromAST(scope.schema, typeCondition);
    const appliesToAll =
      condition === type || (isAbstractType(condition) && scope.schema.isSubType(condition, type));
    return !appliesToAll || dependsOnType(fragment.selectionSet, type, scope);
  });
}
