import type { Execution } from './execution.ts';
import { mergeInto } from './merge.ts';
import { RootPlaces } from './root-places.ts';
import type { RootFetch } from './step.ts';
import { callSubgraph, passed } from './subgraph-call.ts';

/** Fetches root fields and adds them to the answer. */
export async function fetchRoot<Context>(
  step: RootFetch,
  execution: Execution<Context>,
): Promise<void> {
  const { subgraph, document, mutates } = step;
  const variables = passed(step.variables, execution.variables);
  const places = new RootPlaces(step);
  const data = await callSubgraph({ subgraph, document, variables, places, mutates }, execution);
  if (data === null) return;
  for (const { apply } of step.rewrites) apply(data);
  mergeInto(execution.answer, data);
}
