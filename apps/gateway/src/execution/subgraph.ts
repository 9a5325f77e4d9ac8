import type { GraphQLFormattedError } from 'graphql';

/** One operation for one subgraph; `context` is handed on untouched. */
export interface SubgraphRequest<Context> {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: Context;
  /** True of a mutation: it is sent once, whatever becomes of it. */
  readonly mutates?: boolean;
}

/** What a subgraph answers: an ordinary GraphQL result, whose objects now belong to the executor. */
export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Runs an operation in a subgraph, in process or over HTTP; a thrown Refusal or Fault ends the whole request. */
export type SubgraphExecutor<Context> = (
  request: SubgraphRequest<Context>,
) => Promise<SubgraphAnswer>;
