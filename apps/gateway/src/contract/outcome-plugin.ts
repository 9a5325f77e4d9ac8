import type { ApolloServerPlugin } from '@apollo/server';
import type { Log } from '@postern/edge';
import { codeOf, faultEntry, knownErrorOf, protocolCodeOf } from '@postern/edge';
import { isRefusal } from '@postern/errors';
import type { RequestContext } from '../request/context.ts';

/** Notes each request's operation and what became of it; failures of ours go to the log. */
export function outcomePlugin(log: Log): ApolloServerPlugin<RequestContext> {
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
