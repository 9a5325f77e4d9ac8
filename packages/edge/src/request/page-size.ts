import type { FieldNode, GraphQLField } from 'graphql';
import { getNamedType, Kind } from 'graphql';

const PAGE_ARGUMENTS: readonly string[] = ['first', 'last'];
const DEFAULT_ROWS = 20;

/** Tells an argument that says how many rows are wanted. */
export function isPageArgument(name: string): boolean {
  return PAGE_ARGUMENTS.includes(name);
}

/** How many rows a field may bring: its `first` or `last`, 20 when a connection is given neither, else 1. */
export function rowsOf(
  field: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  variables: Readonly<Record<string, unknown>>,
): number {
  const paging = definition.args.filter(({ name }) => isPageArgument(name));
  const isConnection = getNamedType(definition.type).name.endsWith('Connection');
  if (paging.length === 0) return isConnection ? DEFAULT_ROWS : 1;
  const given = (field.arguments ?? [])
    .filter(({ name }) => isPageArgument(name.value))
    .map(({ value }) => {
      if (value.kind === Kind.INT) return Number(value.value);
      return value.kind === Kind.VARIABLE && Object.hasOwn(variables, value.name.value)
        ? variables[value.name.value]
        : undefined;
    })
    .concat(paging.map(({ defaultValue }) => defaultValue))
    .find((value) => typeof value === 'number');
  return Math.max(1, given ?? DEFAULT_ROWS);
}
