import type { RequestContext as SubgraphContext } from '@postern/subgraph-kit';

/** What became of a request, for metrics and log: codes and times, nothing of what was asked. */
export interface Outcome {
  code: string;
  operationHash: string | null;
  operationName: string | null;
}

/** What a request carries to the executor; `subgraphs` is what each subgraph is handed. */
export interface RequestContext {
  readonly subgraphs: SubgraphContext;
  readonly outcome: Outcome;
}

/** The outcome of a request about which nothing has been noted. */
export function newOutcome(): Outcome {
  return { code: 'OK', operationHash: null, operationName: null };
}
