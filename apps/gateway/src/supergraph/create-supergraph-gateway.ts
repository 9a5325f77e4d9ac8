import type { Log } from '@postern/edge';
import {
  createHttpServer,
  createMetrics,
  endConnectionsWhenClosing,
  listenOn,
  liveRoute,
  readyRoute,
} from '@postern/edge';
import { Fault, isFault } from '@postern/errors';
import type { GraphQLSchema } from 'graphql';
import { startGraphQLServer } from '../contract/graphql-server.ts';
import { publicSchemaOf } from '../contract/public-schema.ts';
import { answerGraphQL } from '../http/graphql-answer.ts';
import type { Gateway } from '../options.ts';
import type { Planner } from '../plan/planner.ts';
import { createPlanner } from '../plan/planner.ts';
import { JsonClient } from '../transport/json-client.ts';
import { createSupergraphExecutor } from './supergraph-executor.ts';
import { supergraphSubgraphs } from './supergraph-subgraphs.ts';

const MOST_TOKENS = 20_000;
const SUBGRAPH_LIMITS = { timeout: 20_000, largestAnswer: 32 * 1024 * 1024, connections: 64 };

/** What serving a foreign supergraph takes. */
export interface SupergraphGatewayOptions {
  readonly supergraphSdl: string;
  readonly log: Log;
  /** The address to listen on; `localhost` when absent. */
  readonly host?: string;
}

/**
 * Creates a gateway for any Federation 2 supergraph, whose subgraphs it asks over HTTP: no sign-in, no policy, no ledger,
 * so for nothing that needs them. Throws Fault SUPERGRAPH_INVALID.
 */
export async function createSupergraphGateway(options: SupergraphGatewayOptions): Promise<Gateway> {
  const { supergraphSdl: sdl, log, host = 'localhost' } = options;
  const { schema, planner } = readSupergraph(sdl);
  const client = new JsonClient(SUBGRAPH_LIMITS);
  const subgraphs = supergraphSubgraphs(sdl, client);
  const graphql = await startGraphQLServer(
    { schema, sdl, executor: createSupergraphExecutor({ schema, planner, subgraphs }) },
    { production: false, mostTokens: MOST_TOKENS, plugins: [], log },
  );
  const server = createHttpServer({
    mounts: [],
    metrics: createMetrics(),
    log,
    style: { production: false, urgentChannel: null },
  });
  endConnectionsWhenClosing(server);
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: (request, reply) => answerGraphQL(request, reply, { graphql, context: {} }),
  });
  server.route(liveRoute);
  server.route(readyRoute({ ready: () => Promise.resolve(), log }));
  return {
    listen: (port) => listenOn(server, { host, port }),
    async close() {
      await server.close();
      await graphql.stop();
      await client.close();
    },
  };
}

function readSupergraph(sdl: string): { schema: GraphQLSchema; planner: Planner } {
  try {
    const schema = publicSchemaOf(sdl);
    return { schema, planner: createPlanner(sdl, schema) };
  } catch (cause) {
    throw isFault(cause) ? cause : new Fault('SUPERGRAPH_INVALID', { cause });
  }
}
