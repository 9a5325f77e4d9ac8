import type { SubgraphAnswer, SubgraphExecutor } from '../execution/subgraph.ts';
import type { JsonClient } from './json-client.ts';
import { TransportError } from './transport-error.ts';

/** A subgraph that takes GraphQL over HTTP; it is told nothing of the client. */
export function httpSubgraph(client: JsonClient, url: URL): SubgraphExecutor<unknown> {
  return async ({ document, variables }) => {
    const { status, body } = await client.postJson(url, { query: document, variables });
    if (!isGraphQLResult(body)) {
      throw new TransportError('ANSWER_NOT_GRAPHQL', { cause: new Error(`HTTP ${status}`) });
    }
    return body;
  };
}

/** Errors come with any status; what holds neither data nor errors is some other service's answer. */
function isGraphQLResult(body: unknown): body is SubgraphAnswer {
  return typeof body === 'object' && body !== null && ('data' in body || 'errors' in body);
}
