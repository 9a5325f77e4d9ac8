import type { DocumentNode } from 'graphql';
import { Kind } from 'graphql';

/** The object types that a name of the supergraph stands for: itself, implementers, or members. */
export interface PossibleTypes {
  of(name: string): ReadonlySet<string>;
}

/** Reads from a supergraph which object types each interface and union may be. */
export function possibleTypesOf(supergraph: DocumentNode): PossibleTypes {
  const types = new Map<string, Set<string>>();
  const add = (abstract: string, object: string): void => {
    const members = types.get(abstract) ?? new Set([abstract]);
    types.set(abstract, members.add(object));
  };
  for (const definition of supergraph.definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
      for (const { name } of definition.interfaces ?? []) add(name.value, definition.name.value);
    } else if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const { name } of definition.types ?? []) add(definition.name.value, name.value);
    }
  }
  return { of: (name) => types.get(name) ?? new Set([name]) };
}
