import type { AnswerObject } from './answer-object.ts';
import type { Failures } from './failures.ts';
import type { SubgraphExecutor } from './subgraph.ts';

/** One run of a plan: what it may call, what it was given, what failures mean, and the answer so far. */
export interface Execution<Context> {
  readonly subgraphs: ReadonlyMap<string, SubgraphExecutor<Context>>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: Context;
  readonly failures: Failures;
  readonly answer: AnswerObject;
}
