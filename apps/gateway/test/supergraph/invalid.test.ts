import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { createSupergraphGateway } from '../../src/index.ts';

function supergraphAt(url: string): string {
  const typeDefs = parse('type Query { word: String }');
  return composeServices([{ name: 'words', typeDefs, url }]).supergraphSdl ?? '';
}

test.each([
  ['no schema', 'Zzyzx {', {}],
  ['a schema of no subgraphs', 'type Query { word: String }', {}],
  ['a subgraph without address', supergraphAt(''), { subgraph: 'words' }],
  ['a subgraph elsewhere than on HTTP', supergraphAt('file:///etc/passwd'), { subgraph: 'words' }],
])('%s is not served', async (_, supergraphSdl, logged) => {
  await expect(
    createSupergraphGateway({ supergraphSdl, log: () => undefined }),
  ).rejects.toMatchObject({ code: 'SUPERGRAPH_INVALID', logged });
});
