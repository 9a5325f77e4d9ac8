import type { ConstDirectiveNode, DocumentNode } from 'graphql';
import { Kind, valueFromASTUntyped } from 'graphql';

/** A subgraph as a supergraph's enum `join__Graph` lists it. */
export interface JoinedGraph {
  /** The value of the enum, by which directives speak of it. */
  readonly value: string;
  /** The name under which it was composed, by which plans speak of it. */
  readonly name: string;
  /** Where it answers; empty when it was composed without. */
  readonly url: string;
}

/** Lists the subgraphs of a supergraph. */
export function joinedGraphsOf(supergraph: DocumentNode): JoinedGraph[] {
  return supergraph.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION) return [];
    if (definition.name.value !== 'join__Graph') return [];
    return (definition.values ?? []).flatMap((value) => {
      const directive = value.directives?.find(({ name }) => name.value === 'join__graph');
      if (directive === undefined) return [];
      const { name, url } = argumentsOf(directive);
      return [{ value: value.name.value, name: String(name), url: String(url ?? '') }];
    });
  });
}

/** The arguments given to a directive, by name. */
export function argumentsOf(directive: ConstDirectiveNode): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}
