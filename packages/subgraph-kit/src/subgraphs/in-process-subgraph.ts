import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from '../fetching/request-context.ts';

/** One fetch of a plan, as the gateway sends it. */
export interface SubgraphRequest {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
}

export interface SubgraphResponse {
  readonly data: Record<string, unknown> | null;
}

/** A subgraph in the gateway's own process. `execute` throws a Refusal or Fault, which ends the whole request. */
export interface InProcessSubgraph {
  readonly name: string;
  readonly typeDefs: string;
  /** What it executes on, for whoever serves it. */
  readonly schema: GraphQLSchema;
  execute(request: SubgraphRequest): Promise<SubgraphResponse>;
  close(): Promise<void>;
}
