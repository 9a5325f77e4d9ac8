import type { DocumentNode } from 'graphql';
import { Kind } from 'graphql';
import { argumentsOf, joinedGraphsOf } from './joined-graphs.ts';

/** Which subgraphs know an interface as an object type (`@interfaceObject`). */
export interface JoinedTypes {
  /** In this subgraph, or in any. */
  isInterfaceObject(type: string, subgraph?: string): boolean;
}

/** Reads the join directives of a supergraph. */
export function joinedTypesOf(supergraph: DocumentNode): JoinedTypes {
  const names = new Map(joinedGraphsOf(supergraph).map(({ value, name }) => [value, name]));
  const known = new Map<string, Set<string | undefined>>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const directive of definition.directives ?? []) {
      if (directive.name.value !== 'join__type') continue;
      const { graph, isInterfaceObject } = argumentsOf(directive);
      if (isInterfaceObject !== true) continue;
      const type = definition.name.value;
      known.set(type, (known.get(type) ?? new Set([undefined])).add(names.get(String(graph))));
    }
  }
  return { isInterfaceObject: (type, subgraph) => known.get(type)?.has(subgraph) === true };
}
