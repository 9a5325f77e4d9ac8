import type { ConstDirectiveNode, DocumentNode, InterfaceTypeDefinitionNode } from 'graphql';
import { Kind } from 'graphql';
import { argumentsOf, joinedGraphsOf } from './joined-graphs.ts';

/** Which subgraphs know an interface as an object type (`@interfaceObject`), and which of its fields they have. */
export interface JoinedTypes {
  /** In this subgraph, or in any. */
  isInterfaceObject(type: string, subgraph?: string): boolean;
  isFieldOfInterfaceObject(type: string, field: string): boolean;
}

/** Reads the join directives of a supergraph. */
export function joinedTypesOf(supergraph: DocumentNode): JoinedTypes {
  const names = new Map(joinedGraphsOf(supergraph).map(({ value, name }) => [value, name]));
  const subgraphs = new Map<string, ReadonlySet<string | undefined>>();
  const fields = new Map<string, ReadonlySet<string>>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const graphs = interfaceObjectGraphs(definition);
    if (graphs.size === 0) continue;
    const type = definition.name.value;
    subgraphs.set(type, new Set([...graphs].map((graph) => names.get(graph))));
    fields.set(type, fieldsIn(graphs, definition));
  }
  return {
    isInterfaceObject: (type, subgraph) =>
      subgraph === undefined ? subgraphs.has(type) : subgraphs.get(type)?.has(subgraph) === true,
    isFieldOfInterfaceObject: (type, field) => fields.get(type)?.has(field) === true,
  };
}

function interfaceObjectGraphs({ directives }: InterfaceTypeDefinitionNode): ReadonlySet<string> {
  const joined = argumentsOfEach('join__type', directives);
  return new Set(
    joined.filter((each) => each['isInterfaceObject'] === true).map(({ graph }) => String(graph)),
  );
}

/** A field that names no subgraph is in every one that has the type. */
function fieldsIn(
  graphs: ReadonlySet<string>,
  { fields = [] }: InterfaceTypeDefinitionNode,
): ReadonlySet<string> {
  const within = fields.filter(({ directives }) => {
    const joined = argumentsOfEach('join__field', directives);
    return joined.length === 0 || joined.some(({ graph }) => graphs.has(String(graph)));
  });
  return new Set(within.map(({ name }) => name.value));
}

function argumentsOfEach(
  directive: string,
  directives: readonly ConstDirectiveNode[] = [],
): Readonly<Record<string, unknown>>[] {
  return directives.filter(({ name }) => name.value === directive).map(argumentsOf);
}
