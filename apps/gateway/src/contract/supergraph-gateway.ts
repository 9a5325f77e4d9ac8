import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import type { GraphQLSchema } from 'graphql';

/** What a GraphQL server is given in place of resolvers. */
export interface Supergraph {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
  readonly executor: GatewayExecutor;
}

/** Presents a supergraph, which does not change while it is served, to Apollo Server. */
export function supergraphGateway({ schema, sdl, executor }: Supergraph): GatewayInterface {
  const listeners = new Set<Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0]>();
  return {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load() {
      for (const listener of listeners) listener({ apiSchema: schema, coreSupergraphSdl: sdl });
      return Promise.resolve({ executor });
    },
    stop: () => Promise.resolve(),
  };
}
