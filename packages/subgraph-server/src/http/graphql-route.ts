import type { Limits, Metrics } from '@postern/edge';
import { purposeFor, purposeRule, settleRelease } from '@postern/edge';
import { Fault } from '@postern/errors';
import { ReleaseManifest } from '@postern/subgraph-kit';
import type { FastifyRequest, RouteOptions } from 'fastify';
import { OperationStore } from '../operation/operation-store.ts';
import { variableValues } from '../operation/variable-values.ts';
import type { SubgraphServerOptions } from '../options.ts';
import { readGraphQLRequest } from '../request/graphql-request.ts';
import { recorderOf } from '../request/recorder.ts';

interface RouteServices extends SubgraphServerOptions {
  readonly limits: Limits;
  readonly metrics: Metrics;
}

/** The one address of a subgraph. POST with JSON only: no other site's page can make a browser send that. */
export function graphQLRoute(services: RouteServices): RouteOptions {
  const { subgraph, contract, authenticator, clock, ledger, metrics } = services;
  const { schema } = subgraph;
  const rule = purposeRule(contract, services.purposes);
  const operations = new OperationStore({ ...services, schema });
  const releases = { ledger, clock, onLedgerFailure: () => metrics.ledgerFailed() };

  async function answer(request: FastifyRequest): Promise<Record<string, unknown>> {
    const { authorization = '' } = request.headers;
    const caller = await authenticator.authenticate(request.headers.authorization);
    const purpose = purposeFor(caller, request.headers['purpose-of-use'], rule);
    const recorder = await recorderOf(request, { authorization, purpose }, services);

    const asked = readGraphQLRequest(request.body);
    const operation = operations.prepared(asked, recorder);
    const { hash: operationHash, name: operationName } = operation;
    Object.assign(request.outcome, { operationHash, operationName });
    const variables = variableValues(operation, asked.variables, schema);
    operation.refuseUnlessPermitted(variables);

    const context = { caller, purpose, manifest: new ReleaseManifest() };
    const { data } = await subgraph.execute({ document: operation.document, variables, context });
    if (data === null) throw new Fault('SUBGRAPH_ANSWER_INVALID');
    if (recorder === 'GATEWAY')
      return { data, extensions: { manifest: context.manifest.message() } };
    const coordinates = operation.coordinates(variables);
    await settleRelease({ contract, operationHash, operationName, coordinates, context }, releases);
    return { data };
  }

  return {
    method: 'POST',
    url: '/graphql',
    config: { contract: subgraph.name },
    handler: answer,
  };
}
