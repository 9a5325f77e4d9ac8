import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Log } from '@postern/edge';
import type { GraphQLFormattedError } from 'graphql';
import type { Supergraph } from './supergraph-gateway.ts';
import { supergraphGateway } from './supergraph-gateway.ts';

const MOST_ERRORS = 5;
const MOST_RECURSIVE_SELECTIONS = 20_000;

/** What differs between servers. */
export interface GraphQLServerSettings<Context extends BaseContext> {
  /** Switches off introspection and field suggestions. */
  readonly production: boolean;
  readonly mostTokens: number;
  readonly formatError?: (
    formatted: GraphQLFormattedError,
    error: unknown,
  ) => GraphQLFormattedError;
  readonly plugins: readonly ApolloServerPlugin<Context>[];
  readonly log: Log;
}

/** Starts Apollo Server over a supergraph: no batching, no persisted queries, no reporting, no landing page. */
export async function startGraphQLServer<Context extends BaseContext>(
  supergraph: Supergraph,
  { production, mostTokens, formatError, plugins, log }: GraphQLServerSettings<Context>,
): Promise<ApolloServer<Context>> {
  const server = new ApolloServer<Context>({
    gateway: supergraphGateway(supergraph),
    introspection: !production,
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    validationOptions: { maxErrors: MOST_ERRORS },
    parseOptions: { maxTokens: mostTokens },
    maxRecursiveSelections: MOST_RECURSIVE_SELECTIONS,
    ...(formatError === undefined ? {} : { formatError }),
    stringifyResult: (result) => JSON.stringify(result),
    logger: quietLogger(log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ...plugins,
    ],
  });
  await server.start();
  return server;
}

/** Apollo Server's own messages can quote errors, so only the fact that there was one is kept. */
function quietLogger(log: Log): Record<'debug' | 'info' | 'warn' | 'error', () => void> {
  const ignore = (): void => undefined;
  return {
    debug: ignore,
    info: ignore,
    warn: ignore,
    error: () => log({ event: 'FAULT', code: 'INTERNAL', facts: { from: 'server' }, cause: null }),
  };
}
