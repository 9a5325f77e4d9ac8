import type { AnswerObject } from './answer-object.ts';
import type { SubgraphExecutor } from './subgraph.ts';

/** One run of a plan: what it may call, what it was given, and the answer so far. */
export interface Execution<Context> {
  readonly subgraphs: ReadonlyMap<string, SubgraphExecutor<Context>>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: Context;
  readonly answer: AnswerObject;
}
