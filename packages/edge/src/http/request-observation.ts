import type { FastifyInstance } from 'fastify';
import type { EdgeServices } from '../edge-services.ts';
import type { Outcome } from '../observation/outcome.ts';
import { newOutcome } from '../observation/outcome.ts';

declare module 'fastify' {
  interface FastifyRequest {
    outcome: Outcome;
  }
  interface FastifyContextConfig {
    /** The contract or subgraph that a route serves, where it serves one. */
    contract?: string;
  }
}

/** Gives each request an outcome to fill in; counts and logs those of a contract once they are answered. */
export function observeRequests(
  server: FastifyInstance,
  { metrics, log }: Pick<EdgeServices, 'metrics' | 'log'>,
): void {
  server.decorateRequest('outcome');
  server.addHook('onRequest', (request, _, done) => {
    request.outcome = newOutcome();
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { contract } = request.routeOptions.config;
    if (contract !== undefined) {
      const status = reply.statusCode;
      const { operationHash, operationName } = request.outcome;
      // The GraphQL server turns away some requests before it has an operation to note anything about.
      const unnoted = request.outcome.code === 'OK' && status >= 400;
      const code = unnoted ? 'BAD_REQUEST' : request.outcome.code;
      const milliseconds = reply.elapsedTime;
      metrics.requestEnded({ contract, code, milliseconds });
      log({ event: 'REQUEST', contract, code, status, milliseconds, operationHash, operationName });
    }
    done();
  });
}
