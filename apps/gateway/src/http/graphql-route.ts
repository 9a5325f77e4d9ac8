import { purposeFor } from '@postern/edge';
import { ReleaseManifest } from '@postern/subgraph-kit';
import type { RouteOptions } from 'fastify';
import type { ContractServer } from '../contract/contract-server.ts';
import type { RequestContext } from '../request/context.ts';
import { answerGraphQL } from './graphql-answer.ts';
import { refuseLongDocument } from './sizes.ts';

/** The address of a contract: who calls, what for, then the GraphQL server. */
export function graphQLRoute(contract: ContractServer): RouteOptions {
  return {
    method: ['GET', 'POST'],
    url: contract.path,
    config: { contract: contract.name },
    handler: async (request, reply) => {
      refuseLongDocument(request.body);
      const { authorization = '' } = request.headers;
      const caller = await contract.authenticator.authenticate(request.headers.authorization);
      const purpose = purposeFor(caller, request.headers['purpose-of-use'], contract.purposes);
      const subgraphs = { caller, purpose, manifest: new ReleaseManifest(), authorization };
      const context: RequestContext = { subgraphs, outcome: request.outcome };
      return answerGraphQL(request, reply, { graphql: contract.graphql, context });
    },
  };
}
