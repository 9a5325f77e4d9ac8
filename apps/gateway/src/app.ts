import {
  createHttpServer,
  endConnectionsWhenClosing,
  listenOn,
  liveRoute,
  metricsRoute,
  readyRoute,
} from '@postern/edge';
import { frontPageRoute } from './http/front-page.ts';
import { graphQLRoute } from './http/graphql-route.ts';
import { registerRoute } from './http/register-route.ts';
import { LARGEST_BODY } from './http/sizes.ts';
import type { Gateway, GatewayOptions } from './options.ts';
import { startServices } from './services.ts';
import { toolRoutes } from './tools/tool-routes.ts';

/**
 * Creates a gateway. A request's way: size → who calls → what for (http/graphql-route) → parse and validate
 * (contract/graphql-server) → limits → plan → fetches → projection → ledger → answer (contract/executor).
 */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const services = await startServices(options);
  const server = createHttpServer({ ...services, largestBody: LARGEST_BODY });
  endConnectionsWhenClosing(server);

  for (const contract of services.contracts) server.route(graphQLRoute(contract));
  for (const contract of services.contracts.filter(({ name }) => name === 'reporting'))
    for (const route of toolRoutes(contract, services, options.tools)) server.route(route);
  server.route(liveRoute);
  server.route(readyRoute(services));
  server.route(metricsRoute(services));
  server.route(frontPageRoute(services.urgentChannel));
  if (options.register !== undefined) server.route(registerRoute(options.register));

  return {
    listen: (port) => listenOn(server, { host: options.host ?? 'localhost', port }),
    async close() {
      await server.close();
      await Promise.all(services.contracts.map(({ graphql }) => graphql.stop()));
    },
  };
}
