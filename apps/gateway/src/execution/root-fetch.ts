import type { Execution } from './execution.ts';
import { mergeInto } from './merge.ts';
import type { RootFetch } from './step.ts';
import { callSubgraph, passed } from './subgraph-call.ts';

/** Fetches root fields and adds them to the answer. */
export async function fetchRoot<Context>(
  step: RootFetch,
  execution: Execution<Context>,
): Promise<void> {
  const { subgraph, document } = step;
  const variables = passed(step.variables, execution.variables);
  const data = await callSubgraph({ subgraph, document, variables }, execution);
  for (const rewrite of step.rewrites) rewrite(data);
  mergeInto(execution.answer, data);
}
