import type { ConstDirectiveNode, DocumentNode } from 'graphql';
import { Kind, valueFromASTUntyped } from 'graphql';

/** Which subgraphs know an interface as an object type (`@interfaceObject`). */
export interface JoinedTypes {
  isInterfaceObject(type: string, subgraph: string): boolean;
}

/** Reads the join directives of a supergraph. */
export function joinedTypesOf(supergraph: DocumentNode): JoinedTypes {
  const names = subgraphNames(supergraph);
  const known = new Set<string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const directive of definition.directives ?? []) {
      if (directive.name.value !== 'join__type') continue;
      const { graph, isInterfaceObject } = argumentsOf(directive);
      if (isInterfaceObject === true) {
        known.add(`${definition.name.value} ${names.get(String(graph)) ?? ''}`);
      }
    }
  }
  return { isInterfaceObject: (type, subgraph) => known.has(`${type} ${subgraph}`) };
}

/** The name of each subgraph by its value of the enum `join__Graph`. */
function subgraphNames(supergraph: DocumentNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION) continue;
    for (const { name, directives = [] } of definition.values ?? []) {
      const joined = directives.find((directive) => directive.name.value === 'join__graph');
      if (joined !== undefined) names.set(name.value, String(argumentsOf(joined)['name']));
    }
  }
  return names;
}

function argumentsOf({ arguments: given = [] }: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries(
    given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}
