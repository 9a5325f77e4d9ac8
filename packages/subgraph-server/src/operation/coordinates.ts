import type { Operation } from '@postern/edge';
import type { ASTVisitor, GraphQLSchema, SelectionNode } from 'graphql';
import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/**
 * The coordinates that an operation selects under these variables, an interface's on each of its types.
 * A fragment counts wherever it is defined, for validation refuses one that nothing spreads.
 */
export function coordinatesOf(
  { node, fragments }: Operation,
  variables: Variables,
  schema: GraphQLSchema,
): ReadonlySet<string> {
  const found = new Set<string>();
  const types = new TypeInfo(schema);
  const left = (selection: SelectionNode): false | undefined =>
    isLeftOut(selection, variables) ? false : undefined;
  const visitor: ASTVisitor = {
    Field: (field) => {
      if (isLeftOut(field, variables)) return false;
      const parent = types.getParentType();
      if (parent == null) return undefined;
      const possible = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent];
      for (const { name } of possible) found.add(`${name}.${field.name.value}`);
      return undefined;
    },
    InlineFragment: left,
    FragmentSpread: left,
  };
  for (const definition of [node, ...fragments.values()])
    visit(definition, visitWithTypeInfo(types, visitor));
  return found;
}

function isLeftOut(selection: SelectionNode, variables: Variables): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, variables);
  return skip?.['if'] === true || include?.['if'] === false;
}
