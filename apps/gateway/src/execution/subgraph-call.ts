import type { AnswerObject } from './answer-object.ts';
import { isAnswerObject } from './answer-object.ts';
import type { Execution } from './execution.ts';
import type { Places } from './failures.ts';
import { invalidAnswer } from './failures.ts';
import type { PassedVariable } from './step.ts';
import type { SubgraphAnswer, SubgraphExecutor } from './subgraph.ts';

interface SubgraphCall {
  readonly subgraph: string;
  readonly document: string;
  readonly variables: AnswerObject;
  readonly places: Places;
  readonly mutates?: boolean;
}

/** Calls a subgraph and returns its data; null when it has none and the request goes on without. */
export async function callSubgraph<Context>(
  { subgraph, document, variables, places, mutates = false }: SubgraphCall,
  { subgraphs, context, failures }: Execution<Context>,
): Promise<AnswerObject | null> {
  let answer: SubgraphAnswer;
  try {
    answer = await executorOf(subgraph, subgraphs)({ document, variables, context, mutates });
  } catch (cause) {
    failures.callFailed(subgraph, cause, places);
    return null;
  }
  const { data, errors } = isAnswerObject(answer) ? answer : {};
  const reports = Array.isArray(errors) && errors.length > 0;
  if (reports) failures.reported(subgraph, errors, places);
  if (isAnswerObject(data)) return data;
  if (!reports) failures.callFailed(subgraph, invalidAnswer(subgraph), places);
  return null;
}

function executorOf<Context>(
  subgraph: string,
  subgraphs: Execution<Context>['subgraphs'],
): SubgraphExecutor<Context> {
  const execute = subgraphs.get(subgraph);
  if (execute === undefined) throw new TypeError('Nobody answers for a subgraph of the plan.');
  return execute;
}

/** Picks the client's variables that a fetch uses; one that was not given stays absent. */
export function passed(
  variables: readonly PassedVariable[],
  values: Readonly<Record<string, unknown>>,
): AnswerObject {
  const picked: AnswerObject = {};
  for (const { name, from } of variables) {
    if (Object.hasOwn(values, from)) picked[name] = values[from];
  }
  return picked;
}
