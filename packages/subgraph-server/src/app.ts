import type { EdgeServices } from '@postern/edge';
import {
  createHttpServer,
  createMetrics,
  DEFAULT_LIMITS,
  endConnectionsWhenClosing,
  listenOn,
  liveRoute,
  metricsRoute,
  readyRoute,
  URGENT_CHANNEL,
} from '@postern/edge';
import { graphQLRoute } from './http/graphql-route.ts';
import { keepBodyText } from './http/json-body.ts';
import type { SubgraphServer, SubgraphServerOptions } from './options.ts';

/** Bytes: an operation as large as a gateway takes, written out by a plan, and the ids of a page. */
const LARGEST_BODY = 1024 * 1024;

/**
 * Serves a subgraph on a port of its own: an enforcement point that trusts nobody in front. A request's way: size →
 * who calls → what for → who records → parse, validate, weigh → execute → ledger or manifest → answer
 * (http/graphql-route).
 */
export function createSubgraphServer(options: SubgraphServerOptions): SubgraphServer {
  const { production, log } = options;
  const metrics = createMetrics(options);
  const style = { production, urgentChannel: options.urgentChannel ?? URGENT_CHANNEL };
  const edge: EdgeServices = { style, log, metrics };
  const server = createHttpServer({ ...edge, largestBody: LARGEST_BODY });
  keepBodyText(server);
  endConnectionsWhenClosing(server);

  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  server.route(graphQLRoute({ ...options, limits, metrics }));
  server.route(liveRoute);
  server.route(readyRoute(options));
  server.route(metricsRoute(edge));

  return {
    listen: (port) => listenOn(server, { host: options.host ?? 'localhost', port }),
    close: () => server.close(),
  };
}
