import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ErrorStyle, Log } from '@postern/edge';
import { clientError, codeOf, faultEntry, knownErrorOf, protocolCodeOf } from '@postern/edge';
import { isRefusal } from '@postern/errors';
import type { RequestContext } from '../request/context.ts';
import type { Supergraph } from './supergraph-gateway.ts';
import { supergraphGateway } from './supergraph-gateway.ts';

/** Validation compares fields of one name with each other: its time grows with the square of this. */
const MOST_TOKENS = 2_000;
const MOST_ERRORS = 5;
const MOST_RECURSIVE_SELECTIONS = 20_000;

/** Starts Apollo Server over a supergraph: no batching, no persisted queries, no reporting, no landing page. */
export async function startGraphQLServer(
  supergraph: Supergraph,
  { style, log }: { readonly style: ErrorStyle; readonly log: Log },
): Promise<ApolloServer<RequestContext>> {
  const server = new ApolloServer<RequestContext>({
    gateway: supergraphGateway(supergraph),
    introspection: !style.production,
    hideSchemaDetailsFromClientErrors: style.production,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    validationOptions: { maxErrors: MOST_ERRORS },
    parseOptions: { maxTokens: MOST_TOKENS },
    maxRecursiveSelections: MOST_RECURSIVE_SELECTIONS,
    formatError: (_, error) => clientError(error, style),
    stringifyResult: (result) => JSON.stringify(result),
    logger: quietLogger(log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      outcomePlugin(log),
    ],
  });
  await server.start();
  return server;
}

/** Notes each request's operation and what became of it; failures of ours go to the log. */
function outcomePlugin(log: Log): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ contextValue: { outcome }, queryHash, operationName }) => {
          outcome.operationHash = queryHash ?? null;
          outcome.operationName = operationName;
          return Promise.resolve();
        },
        didEncounterErrors: ({ contextValue: { outcome }, errors }) => {
          const [error] = errors;
          outcome.code = codeOf(error);
          const known = knownErrorOf(error);
          if (!isRefusal(known) && protocolCodeOf(error) === null) {
            log(faultEntry(known ?? error?.originalError ?? error));
          }
          return Promise.resolve();
        },
      }),
  };
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
