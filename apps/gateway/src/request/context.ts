import type { Outcome } from '@postern/edge';
import type { RequestContext as SubgraphContext } from '@postern/subgraph-kit';

/** What each fetch of a request is handed; a subgraph in another process is sent the token too. */
export interface FetchContext extends SubgraphContext {
  /** The header with the caller's access token, as it was sent and verified. */
  readonly authorization: string;
}

/** What a request carries to the executor; `subgraphs` is what each subgraph is handed. */
export interface RequestContext {
  readonly subgraphs: FetchContext;
  readonly outcome: Outcome;
}
