import type { TypeNode } from 'graphql';
import { Kind, parse } from 'graphql';
import type { SubgraphDefinition } from '../composition/compose-supergraph.ts';
import { recordTypes } from './read-classification.ts';

/** The fields of records whose type is an enum, with its values: `type → field → values`. */
export type EnumFields = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Reads the enum fields of several subgraphs; where two give one field, it may hold what either says. */
export function enumFieldsOf(subgraphs: readonly SubgraphDefinition[]): EnumFields {
  const found = new Map<string, Map<string, readonly string[]>>();
  for (const { typeDefs } of subgraphs) {
    const document = parse(typeDefs);
    const enums = new Map(
      document.definitions
        .filter((node) => node.kind === Kind.ENUM_TYPE_DEFINITION)
        .map(({ name, values }) => [name.value, (values ?? []).map((each) => each.name.value)]),
    );
    for (const { name, fields } of recordTypes(document))
      for (const field of fields ?? []) {
        const values = enums.get(namedIn(field.type) ?? '');
        if (values === undefined) continue;
        const known = found.get(name.value) ?? new Map<string, readonly string[]>();
        const before = known.get(field.name.value) ?? [];
        found.set(name.value, known.set(field.name.value, [...new Set([...before, ...values])]));
      }
  }
  return found;
}

/** The name of a type that is no list. */
function namedIn(type: TypeNode): string | undefined {
  if (type.kind === Kind.NON_NULL_TYPE) return namedIn(type.type);
  return type.kind === Kind.NAMED_TYPE ? type.name.value : undefined;
}
