import { Fault } from '@postern/errors';
import type { DataDictionary } from '@postern/policy';
import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { checkSubgraph } from '../classification/check-subgraph.ts';
import { mergeDictionaries } from '../classification/merge-dictionaries.ts';
import { readClassification } from '../classification/read-classification.ts';

/** A subgraph as composition sees it: its whole SDL, links and directive definitions included. */
export interface SubgraphDefinition {
  readonly name: string;
  readonly typeDefs: string;
}

/**
 * Checks each subgraph's classification, composes a Federation 2 supergraph, and checks that no class was lost on the way.
 * @throws Fault CLASSIFICATION_INVALID, COMPOSITION_FAILED
 */
export function composeSupergraph(subgraphs: readonly SubgraphDefinition[]): string {
  const documents = subgraphs.map((subgraph) => ({
    name: subgraph.name,
    typeDefs: parse(subgraph.typeDefs),
    url: `http://${subgraph.name}.postern.internal/graphql`,
  }));
  for (const { name, typeDefs } of documents) checkSubgraph(name, typeDefs);
  const expected = mergeDictionaries(documents.map(({ typeDefs }) => readClassification(typeDefs)));
  const composed = composeServices(documents);
  if (compositionHasErrors(composed))
    throw new Fault('COMPOSITION_FAILED', {
      logged: { problem: composed.errors.map((error) => error.message).join('; ') },
    });
  checkNothingLost(expected, composed.supergraphSdl);
  return composed.supergraphSdl;
}

function checkNothingLost(expected: DataDictionary, supergraphSdl: string): void {
  const found = readClassification(parse(supergraphSdl));
  for (const [type, fields] of expected)
    for (const [field, dataClass] of fields)
      if (found.get(type)?.get(field) !== dataClass)
        throw new Fault('CLASSIFICATION_INVALID', { logged: { coordinate: `${type}.${field}` } });
}
