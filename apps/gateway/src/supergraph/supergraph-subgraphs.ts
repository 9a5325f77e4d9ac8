import { Fault } from '@postern/errors';
import { parse } from 'graphql';
import type { SubgraphExecutor } from '../execution/subgraph.ts';
import { joinedGraphsOf } from '../plan/joined-graphs.ts';
import { httpSubgraph } from '../transport/http-subgraph.ts';
import type { JsonClient } from '../transport/json-client.ts';

/** Everyone who answers under a supergraph, at the addresses it gives. Throws Fault SUPERGRAPH_INVALID when there is nobody, or naming who has none. */
export function supergraphSubgraphs(
  supergraphSdl: string,
  client: JsonClient,
): ReadonlyMap<string, SubgraphExecutor<unknown>> {
  const graphs = joinedGraphsOf(parse(supergraphSdl, { noLocation: true }));
  if (graphs.length === 0) throw new Fault('SUPERGRAPH_INVALID');
  return new Map(graphs.map(({ name, url }) => [name, httpSubgraph(client, addressOf(name, url))]));
}

function addressOf(subgraph: string, url: string): URL {
  const address = URL.parse(url);
  if (address?.protocol === 'http:' || address?.protocol === 'https:') return address;
  throw new Fault('SUPERGRAPH_INVALID', { logged: { subgraph } });
}
