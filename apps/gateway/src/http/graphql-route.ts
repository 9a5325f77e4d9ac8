import type { ContextThunk } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { purposeOf } from '@postern/edge';
import { ReleaseManifest } from '@postern/subgraph-kit';
import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { ContractServer } from '../contract/contract-server.ts';
import type { RequestContext } from '../request/context.ts';
import type { GatewayServices } from '../services.ts';

/** The address of a contract: who calls, what for, then the GraphQL server. */
export function graphQLRoute(contract: ContractServer, services: GatewayServices): RouteOptions {
  return {
    method: ['GET', 'POST'],
    url: contract.path,
    config: { contract: contract.name },
    handler: async (request, reply) => {
      const { authorization = '' } = request.headers;
      const caller = await services.authenticator.authenticate(request.headers.authorization);
      const purpose = purposeOf(request.headers['purpose-of-use'], contract.purposes);
      const subgraphs = { caller, purpose, manifest: new ReleaseManifest(), authorization };
      return answer(request, reply, contract, { subgraphs, outcome: request.outcome });
    },
  };
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  contract: ContractServer,
  context: RequestContext,
): Promise<FastifyReply> {
  const { status, headers, body } = await contract.graphql.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method,
      headers: headerMapOf(request),
      search: searchOf(request.url),
      body: request.body,
    },
    context: (() => Promise.resolve(context)) satisfies ContextThunk<RequestContext>,
  });
  reply.code(status ?? 200);
  for (const [name, value] of headers) reply.header(name, value);
  if (body.kind === 'complete') return reply.send(body.string);
  throw new TypeError('An answer in parts was not asked for.');
}

function headerMapOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

function searchOf(url: string): string {
  const mark = url.indexOf('?');
  return mark === -1 ? '' : url.slice(mark);
}
